import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sentenceAt, sentencesIn } from '#shared/text/sentences'

const cut = (text: string): string[] =>
  sentencesIn(text, { start: 0, end: text.length }).map(({ start, end }) => text.slice(start, end))

describe('sentencesIn', () => {
  it.each([
    ['增长8%。投资增长11%;消费增长8.5%!', ['增长8%。', '投资增长11%;', '消费增长8.5%!']],
    ['他问:“好不好?”大家说好。', ['他问:“好不好?”', '大家说好。']],
    ['“分红款多了。”居民郑爱娟说。', ['“分红款多了。”居民郑爱娟说。']],
    ['“社区给咱分红了!”日前,一场大会召开。', ['“社区给咱分红了!”', '日前,一场大会召开。']],
    ['发出“党员冲在前!”的动员令。战线告捷。', ['发出“党员冲在前!”的动员令。', '战线告捷。']],
    ['谋划3个(一是教育。二是医疗。)重点,完成5个。', ['谋划3个(一是教育。二是医疗。)重点,完成5个。']],
    ['完成投资(含续建)。增长5%', ['完成投资(含续建)。', '增长5%']],
    ['仔细检查……所有环节无误。', ['仔细检查……', '所有环节无误。']],
    ['一场(没有闭合的括号。第二句。', ['一场(没有闭合的括号。', '第二句。']],
    ['一、工作回顾\n\n项目加快推进。', ['一、工作回顾', '项目加快推进。']],
    ['● **加快推进。**完成5个。', ['● **加快推进。**', '完成5个。']],
  ])('of %j', (text, expected) => {
    expect(cut(text)).toEqual(expected)
  })

  it('goes on over a line break that a scan put in', () => {
    expect(cut('推进有力。总投资1465亿元\n\n的253个项目开工。')).toEqual([
      '推进有力。',
      '总投资1465亿元\n\n的253个项目开工。',
    ])
  })

  it('gives offsets in the whole text', () => {
    expect(sentencesIn('题目。甲。乙。', { start: 3, end: 7 })).toEqual([
      { start: 3, end: 5 },
      { start: 5, end: 7 },
    ])
  })

  it('is in order, disjoint, without outer white space, and drops white space only', () => {
    const parts = fc.constantFrom(
      '瀍河',
      '𠮷',
      '。',
      '!',
      '?',
      ';',
      '…',
      '“',
      '”',
      '(',
      ')',
      '\n',
      '\r\n\r\n',
      ' ',
      '5%',
      '说',
    )
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 60 }), (list) => {
        const text = list.join('')
        let at = 0
        for (const { start, end } of sentencesIn(text, { start: 0, end: text.length })) {
          expect(text.slice(at, start).trim()).toBe('')
          expect(text.slice(start, end)).toBe(text.slice(start, end).trim())
          expect(end).toBeGreaterThan(start)
          at = end
        }
        expect(text.slice(at).trim()).toBe('')
      }),
    )
  })
})

describe('sentenceAt', () => {
  const text = '甲增长5%。 乙增长6%。'
  const within = { start: 0, end: text.length }
  it.each([
    [0, '甲增长5%。'],
    [5, '甲增长5%。'],
    [6, '乙增长6%。'],
    [9, '乙增长6%。'],
    [99, '乙增长6%。'],
  ])('at %i', (offset, expected) => {
    const { start, end } = sentenceAt(text, offset, within)
    expect(text.slice(start, end)).toBe(expected)
  })

  it('is empty in a blank text', () => {
    expect(sentenceAt('  \n', 1, { start: 0, end: 3 })).toEqual({ start: 1, end: 1 })
  })
})
