import { describe, expect, it } from 'vitest'
import { makeDictionary } from '#shared/statements/dictionary'
import { draftStatement } from '#shared/statements/draft'
import { extractStatements } from '#shared/statements/extract'
import { inputOf } from './read'

const TEXT =
  '一、2022年工作回顾\n新增公共停车场5个、泊位829个，居全市第3位，划分标段12标。\n二、2023年工作安排\n旅游收入增长8％以上。'

function draft(quote: string) {
  const start = TEXT.indexOf(quote)
  return draftStatement({ ...inputOf(TEXT), selection: { start, end: start + quote.length } })
}

describe('draftStatement', () => {
  it.each(['829个', '829', '29', '泊位829个'])('gives what the engine gives for %s', (quote) => {
    const engine = extractStatements(inputOf(TEXT)).find((s) => s.quantity === '829个')
    expect(draft(quote)).toEqual(engine)
  })

  it('reads role, year and comparator from where it stands', () => {
    expect(draft('8％')).toMatchObject({
      role: 'target',
      year: '2023',
      comparator: 'ge',
      value: 8,
      unit: '%',
      canonical: 'tourism_revenue',
    })
  })

  it('drafts what the engine leaves out on purpose', () => {
    expect(draft('3位')).toMatchObject({ quantity: '3位', value: 3 })
    expect(draft('12标')).toMatchObject({ quantity: '12标', value: 12, unit: '标' })
  })

  it('leaves the name open where only words of an order stand before the number', () => {
    const text = '完成工业技改投资430亿元，居全省第三。'
    const start = text.indexOf('三')
    const drafted = draftStatement({ ...inputOf(text), selection: { start, end: start + 1 } })
    expect(drafted).toMatchObject({ quantity: '三', value: 3, indicator: '' })
  })

  it('takes no sign of a code for a unit', () => {
    const text = '“2+2+N”现代产业体系进一步完善。'
    const drafted = draftStatement({ ...inputOf(text), selection: { start: 1, end: 6 } })
    expect(drafted).toMatchObject({ quantity: '2', unit: '' })
  })

  it('names the number by the user’s indicators', () => {
    const own = { id: 'u_berths', name: '泊位数', english: 'Berths', aliases: ['泊位'], excluded: [], warnings: [] }
    const dictionary = makeDictionary([{ ...own, units: ['count'], direction: 'up', category: 'city' }])
    const start = TEXT.indexOf('829个')
    const selection = { start, end: start + 4 }
    expect(draftStatement({ ...inputOf(TEXT), dictionary, selection })).toMatchObject({ canonical: 'u_berths' })
  })

  it('is null where the selection holds no numeral', () => {
    expect(draft('公共停车场')).toBeNull()
    expect(draft('亿')).toBeNull()
  })
})
