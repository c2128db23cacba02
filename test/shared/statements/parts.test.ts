import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { extractStatements } from '#shared/statements/extract'
import { partsOf } from '#shared/statements/parts'
import { inputOf } from './read'

const read = (text: string) => extractStatements(inputOf(text))

const shown = (text: string, index = 0): Record<string, string> => {
  const statement = read(text)[index]
  if (!statement) throw new Error('no statement')
  return Object.fromEntries(partsOf(text, statement).map(({ part, start, end }) => [part, text.slice(start, end)]))
}

describe('partsOf', () => {
  test('finds number, indicator and the words behind that make a bound', () => {
    expect(shown('今年，地区生产总值增长8%以上。')).toMatchObject({
      quantity: '8%',
      indicator: '地区生产总值',
      comparator: '以上',
    })
  })

  test('finds a bound before the number, and one inside it', () => {
    expect(shown('全年新增市场主体超过3万户。')).toMatchObject({ comparator: '超过' })
    expect(shown('全年培训技能人才1万余人。')).toMatchObject({ quantity: '1万余人', comparator: '余' })
  })

  test('finds the bound across a line break of a scan', () => {
    const text = '固定资产投资完成160亿元\n以上，比上年增长8%。'
    const at = text.indexOf('\n')
    const [statement] = extractStatements(inputOf(text, { joins: [{ start: at, end: at + 1 }] }))
    expect(statement && partsOf(text, statement)).toContainEqual({ part: 'comparator', start: at + 1, end: at + 3 })
  })

  test('finds what is counted behind the number, though the word stands before it too', () => {
    const text = '落实重点项目管理机制，推动28个项目竣工投用。'
    const statement = read(text)[0]
    if (!statement) throw new Error('no statement')
    expect(statement.rule).toMatch(/^right/u)
    const at = text.lastIndexOf('项目')
    expect(partsOf(text, statement)).toContainEqual({ part: 'indicator', start: at, end: at + 2 })
  })

  test('shows no place for words that are not in the sentence', () => {
    const text = '地区生产总值增长8%。'
    const [statement] = read(text)
    if (!statement) throw new Error('no statement')
    const parts = partsOf(text, { ...statement, indicator: '国内生产总值', wording: '力争' })
    expect(parts.map(({ part }) => part)).toEqual(['quantity'])
  })

  const spans = (text: string, index: number, part: string): string[] => {
    const statement = read(text)[index]
    if (!statement) throw new Error('no statement')
    return partsOf(text, statement)
      .filter((one) => one.part === part)
      .map(({ start, end }) => text.slice(start, end))
  }

  test('finds a name that is put together of words that stand apart', () => {
    const text = '今年实施省市重点项目13个，全年完成投资40亿元以上。'
    expect(read(text)[1]?.indicator).toBe('省市重点项目完成投资')
    expect(spans(text, 1, 'indicator').sort()).toEqual(['完成投资', '省市重点项目'].sort())
  })

  test('finds what 城乡居民 is told of each', () => {
    expect(spans('城乡居民人均可支配收入分别增长3.7%、5.7%。', 1, 'indicator')).toEqual(['居民人均可支配收入'])
  })

  test('finds words in which a scan left a blank', () => {
    const text = '商品购销总额年 均增长32%。'
    const [statement] = read(text)
    if (!statement) throw new Error('no statement')
    const parts = partsOf(text, { ...statement, period: '年均' })
    expect(parts).toContainEqual({ part: 'period', start: 6, end: 9 })
  })

  test('finds a bound that numbers share', () => {
    expect(shown('旅游总人数、总花费分别增长15%、18%以上。', 0)).toMatchObject({ quantity: '15%', comparator: '以上' })
    expect(shown('对困难学生最高一次性补助5000元。')).toMatchObject({ comparator: '最高' })
  })

  test('every part is in the text, and none but the bound inside it covers the number', () => {
    const words = ['', '力争', '同比', '地区生产总值', '全市', '以上']
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words, '增长', '，', '\n')), fc.constantFrom(...words), (head, field) => {
        const before = head.join('')
        const text = `${before}8%以上。`
        const parts = partsOf(text, {
          start: before.length,
          quantity: '8%',
          comparator: 'ge',
          rule: 'left',
          sentence: { start: 0, end: text.length },
          ...{ indicator: field, part_of: '', wording: field, period: '', base: field, rank: '', basis: '' },
          ...{ subset: '', due: '', scope: 'own' },
        })
        for (const { part, start, end } of parts) {
          expect(start).toBeLessThan(end)
          expect(end).toBeLessThanOrEqual(text.length)
          if (part !== 'quantity') expect(start >= before.length + 2 || end <= before.length).toBe(true)
        }
      }),
    )
  })
})
