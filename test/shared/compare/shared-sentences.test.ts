import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ComparedText } from '#shared/compare/folded'
import { type SharedSentence, type SharedSentences, sharedSentences } from '#shared/compare/shared-sentences'
import { findJoins } from '#shared/text/joins'

const whole = (text: string): ComparedText => ({ text, span: { start: 0, end: text.length }, joins: findJoins(text) })
const compare = (a: string, b: string): SharedSentences => sharedSentences(whole(a), whole(b))
const at = (text: string, { start, end }: { start: number; end: number }): string => text.slice(start, end)

const CITY = '全面推进乡村振兴战略实施，新建高标准农田20万亩。扎实做好重点群体就业，城镇新增就业3.5万人。'

describe('the three classes', () => {
  it('the same words, whatever the punctuation, the spaces and the width of the signs', () => {
    const district = '　　全面推进乡村振兴战略实施, 新建高标准农田２０万亩。\n'
    const { pairs } = compare(CITY, district)
    expect(pairs).toMatchObject([{ kind: 'same', likeness: 1, numbers: [], formula: false }])
    expect(at(CITY, pairs[0]?.a ?? { start: 0, end: 0 })).toBe('全面推进乡村振兴战略实施，新建高标准农田20万亩。')
    expect(at(district, pairs[0]?.b ?? { start: 0, end: 0 })).toBe('全面推进乡村振兴战略实施, 新建高标准农田２０万亩。')
  })

  it('the same words with another number', () => {
    const { pairs } = compare(CITY, '扎实做好重点群体就业，城镇新增就业4200人。')
    expect(pairs).toMatchObject([{ kind: 'numbers', likeness: 1, numbers: [{ a: '3.5万', b: '4200' }] }])
  })

  it('nearly the same, with what differs', () => {
    const district = '全力推进乡村振兴战略实施，新建改造高标准农田3万亩以上。'
    const { pairs } = compare(CITY, district)
    const [pair] = pairs
    expect(pair).toMatchObject({ kind: 'near', numbers: [{ a: '20万', b: '3万' }] })
    expect(pair?.likeness).toBeLessThan(1)
    expect(pair?.commonB.map((span) => at(district, span))).toEqual(['推进乡村振兴战略实施，新建', '高标准农田', '亩'])
  })

  it('a sentence inside a longer one', () => {
    const longer = '坚持把解决好群众急难愁盼作为头等大事，扎实做好重点群体就业，城镇新增就业3.5万人，办好十件实事。'
    expect(compare(CITY, longer).pairs).toMatchObject([{ kind: 'near', numbers: [] }])
  })

  it('over a break that a scan put into the sentence', () => {
    const scanned = '扎实做好重点群体就业\n\n，城镇新增就业3.5万人。'
    expect(compare(CITY, scanned).pairs).toMatchObject([{ kind: 'same' }])
  })
})

describe('what says nothing', () => {
  it('short sentences are passed over', () => {
    expect(compare('各位代表！请予审议。女士们！', '各位代表！请予审议。女士们！').pairs).toEqual([])
  })

  it('greetings, thanks and national formulae are told apart', () => {
    const said =
      '坚持稳中求进工作总基调，全面贯彻新发展理念。在此，我代表市人民政府，向全市各族人民表示衷心的感谢！新建改造农村公路。'
    const { pairs } = compare(said, said)
    expect(pairs.map(({ formula }) => formula)).toEqual([true, true, false])
  })

  it('list marks do not count', () => {
    const { pairs } = compare('（一）加快建设先进制造业基地。', '三是加快建设先进制造业基地。')
    expect(pairs).toMatchObject([{ kind: 'same', length: 11 }])
  })

  it('sentences of one subject with other words are not shared', () => {
    expect(compare('新建改造农村公路三百公里以上。', '推动规上工业企业数字化转型全覆盖。').pairs).toEqual([])
  })
})

it('tells how much of each text is shared, without punctuation', () => {
  const { a, b } = compare('新建改造农村公路和桥梁。完善城市地下管网体系。', '新建改造农村公路和桥梁！')
  expect(a).toEqual({ shared: 11, all: 21 })
  expect(b).toEqual({ shared: 11, all: 11 })
})

it('compares only the span it is given', () => {
  const text = `${CITY}${CITY}`
  const span = { start: CITY.length, end: text.length }
  const { pairs } = sharedSentences({ text, span, joins: [] }, whole(CITY))
  expect(pairs.map(({ a }) => a.start >= CITY.length)).toEqual([true, true])
})

const clause = fc.constantFrom(
  '加快建设先进制造业基地',
  '新建高标准农田20万亩',
  '城镇新增就业3.5万人',
  '推进老旧小区改造',
  '深化放管服改革',
  '坚持稳中求进工作总基调',
  '完成投资1,200亿元',
  '办好第十四届全国运动会',
)
const sentence = fc.array(clause, { minLength: 1, maxLength: 4 }).map((clauses) => `${clauses.join('，')}。`)
const text = fc.array(sentence, { maxLength: 12 }).map((sentences) => sentences.join(''))
const inOrder = (pairs: readonly SharedSentence[]) =>
  pairs
    .map(({ kind, likeness, a, b }) => ({ kind, likeness, a, b }))
    .sort((x, y) => x.a.start - y.a.start || x.b.start - y.b.start)

describe('properties', () => {
  it('a text shares all of itself, each sentence with its like', () => {
    fc.assert(
      fc.property(text, (one) => {
        const { pairs, a, b } = compare(one, one)
        expect(pairs.every(({ kind, likeness }) => kind === 'same' && likeness === 1)).toBe(true)
        expect(a).toEqual(b)
        const short = one.split('。').filter((part) => part.replace(/[\d.,，]+/g, '#').length < 8)
        if (short.every((part) => part === '')) expect(a.shared).toBe(a.all)
      }),
    )
  })

  it('swapping the texts swaps the result', () => {
    fc.assert(
      fc.property(text, text, (one, other) => {
        const there = compare(one, other)
        const back = compare(other, one)
        const swapped = back.pairs.map((pair) => ({ ...pair, a: pair.b, b: pair.a }))
        expect(inOrder(swapped)).toEqual(inOrder(there.pairs))
        expect([back.b, back.a]).toEqual([there.a, there.b])
      }),
    )
  })

  it('every span lies in its text, common parts lie in their sentence, and shares are shares', () => {
    fc.assert(
      fc.property(text, text, (one, other) => {
        const { pairs, a, b } = compare(one, other)
        expect(a.shared).toBeLessThanOrEqual(a.all)
        expect(b.shared).toBeLessThanOrEqual(b.all)
        for (const pair of pairs) {
          expect(pair.likeness).toBeGreaterThanOrEqual(0.6)
          expect(pair.likeness).toBeLessThanOrEqual(1)
          expect(pair.commonA.length).toBe(pair.commonB.length)
          for (const { start, end } of pair.commonA)
            expect(pair.a.start <= start && start < end && end <= pair.a.end).toBe(true)
          const plain = (words: string, spans: { start: number; end: number }[]): string =>
            spans.map((span) => at(words, span).replace(/[，。]/g, '')).join()
          expect(plain(one, pair.commonA)).toBe(plain(other, pair.commonB))
        }
      }),
    )
  })
})
