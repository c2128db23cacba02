import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { draftMatter } from '#shared/matters/draft'
import { readReport } from '#shared/matters/extract'
import { ExtractedMatter, MatterType, matterName } from '#shared/model/matter'
import { inputOf } from '../statements/read'

const TEXT = [
  '一、2022年工作回顾',
  '过去一年，唐寺门立交竣工通车，实力更强。民生实事办得扎实。',
  '二、2023年工作安排',
  '今年居民收入增长与经济增长基本同步。洛邑古城 新馆将迎来大家，争取排名第12位。',
  '三、2023年十大民生实事',
  '（一）新增停车场。新建停车场5个。',
].join('\n')

function draft(quote: string, type: MatterType, text = TEXT) {
  const start = text.indexOf(quote)
  expect(start).toBeGreaterThanOrEqual(0)
  return draftMatter({ ...inputOf(text), selection: { start, end: start + quote.length }, type })
}

describe('what the engine reads', () => {
  it('is what is drafted from its words', () => {
    const { matters } = readReport(inputOf(TEXT))
    expect(matters.length).toBeGreaterThan(0)
    for (const matter of matters) {
      const { start, end, type } = matter
      expect(draftMatter({ ...inputOf(TEXT), selection: { start, end }, type })).toEqual(matter)
    }
  })

  it('is found by a part of its words', () => {
    const whole = readReport(inputOf(TEXT)).matters.find(({ type }) => type === 'relative_target')
    expect(draft('经济增长基本同步', 'relative_target')).toEqual(whole)
    expect(whole).toMatchObject({ relation: 'match', role: 'target', year: '2023' })
  })
})

describe('what the engine does not read', () => {
  it('is made of the words, and of where they stand', () => {
    expect(draft('实力', 'venture')).toMatchObject({
      ...{ type: 'venture', name: '实力', rule: 'user', role: 'actual', year: '2022', scope: 'own', stage: '' },
      start: TEXT.indexOf('实力'),
      end: TEXT.indexOf('实力') + 2,
    })
    const claim = draft('民生实事办得扎实', 'claim')
    expect(claim).toMatchObject({ covers: '民生实事办得扎实', extent: 'done', subject: 'other', year: '2022' })
    expect(TEXT.slice(claim.sentence.start, claim.sentence.end)).toBe('民生实事办得扎实')
  })

  it('is called by the words without the blanks in them', () => {
    const made = draft('洛邑古城 新馆', 'claim')
    expect(made).toMatchObject({ covers: '洛邑古城新馆', role: 'target', year: '2023' })
    expect(TEXT.slice(made.start, made.end)).toBe('洛邑古城 新馆')
  })

  it('tells the number of a rank and of a list', () => {
    expect(draft('约12位', 'rank', '一、2023年工作安排\n大家约12位。')).toMatchObject({
      position: 12,
      indicator: '约12位',
    })
    expect(draft('大家', 'rank', '一、2023年工作安排\n大家约12位。')).toMatchObject({ position: 1 })
    expect(draft('办得扎实', 'list')).toMatchObject({ heading: '办得扎实', stated: null, items: 0 })
    expect(draft('十年', 'list', '一、2023年工作安排\n办好十年来的事。')).toMatchObject({ stated: 10 })
  })
})

it('drafts something sound of any selection in any text', () => {
  const text = fc.oneof(
    fc.constant(TEXT),
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.array(fc.constantFrom(...TEXT, ' ', '\n', '𠮷'), { maxLength: 80 }).map((chars) => chars.join('')),
  )
  fc.assert(
    fc.property(text, fc.nat(200), fc.nat(40), fc.constantFrom(...MatterType.options), (words, at, length, type) => {
      const start = Math.min(at, words.length)
      const end = Math.min(words.length, start + length)
      const made = draftMatter({ ...inputOf(words), selection: { start, end }, type })
      expect(ExtractedMatter.parse(made)).toEqual(made)
      expect(made.type).toBe(type)
      expect([made.start <= made.end, made.end <= words.length]).toEqual([true, true])
      expect(draftMatter({ ...inputOf(words), selection: { start, end }, type })).toEqual(made)
      if (made.rule === 'user' && matterName(made) !== '') expect(made.start).toBeLessThan(made.end)
    }),
  )
})
