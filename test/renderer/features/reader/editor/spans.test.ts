import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { overlap, spanAt, trimSpan, withEdge } from '../../../../../renderer/features/reader/editor/spans'

/** True without half of a surrogate pair. */
const isWhole = (part: string): boolean => !/\p{Surrogate}/u.test(part)

describe('trimSpan', () => {
  it.each([
    ['　　增长8%。\r\n', '增长8%。'],
    ['增长', '增长'],
    [' \n　', null],
  ])('%j', (text, left) => {
    const span = trimSpan(`前${text}后`, { start: 1, end: 1 + text.length })
    expect(span && `前${text}后`.slice(span.start, span.end)).toBe(left)
  })
})

describe('spanAt', () => {
  const spans = [
    { start: 10, end: 20 },
    { start: 30, end: 40 },
  ]
  it.each([
    [15, 10],
    [25, 10],
    [30, 30],
    [99, 30],
    [0, 10],
  ])('offset %i is in or after the span from %i', (offset, start) => {
    expect(spanAt(spans, offset)?.start).toBe(start)
  })

  it('is null where there is no span', () => expect(spanAt([], 3)).toBeNull())
})

describe('overlap', () => {
  it.each([
    [[0, 5], [5, 9], false],
    [[0, 6], [5, 9], true],
    [[2, 3], [0, 9], true],
  ])('%j and %j: %s', ([a = 0, b = 0], [c = 0, d = 0], shared) => {
    expect(overlap({ start: a, end: b }, { start: c, end: d })).toBe(shared)
  })
})

describe('withEdge', () => {
  const text = '甲𠮷乙'
  it.each<[string, 'start' | 'end', number, [number, number]]>([
    ['moves the end', 'end', 4, [0, 4]],
    ['not into a pair', 'end', 2, [0, 1]],
    ['not before the first character', 'end', -3, [0, 1]],
    ['not behind the text', 'end', 9, [0, 4]],
    ['moves the start', 'start', 1, [1, 3]],
    ['keeps the last pair whole', 'start', 3, [1, 3]],
  ])('%s', (_name, edge, offset, [start, end]) => {
    expect(withEdge(text, { start: 0, end: 3 }, edge, offset)).toEqual({ start, end })
  })

  it('gives something inside the text that is not empty and cuts no pair', () => {
    const characters = fc.array(fc.constantFrom('甲', '𠮷', 'a', '\ud83d\ude00'), { minLength: 1 })
    fc.assert(
      fc.property(characters, fc.nat(), fc.nat(), fc.integer(), fc.boolean(), (given, a, b, offset, atStart) => {
        const all = given.join('')
        const borders = given.map((_, i) => given.slice(0, i).join('').length)
        const first = a % given.length
        const last = first + (b % (given.length - first))
        const span = { start: borders[first] ?? 0, end: borders[last + 1] ?? all.length }
        const { start, end } = withEdge(all, span, atStart ? 'start' : 'end', offset % (all.length + 3))
        expect(start).toBeLessThan(end)
        expect(isWhole(all.slice(0, start)) && isWhole(all.slice(start, end))).toBe(true)
        expect(atStart ? end : start).toBe(atStart ? span.end : span.start)
      }),
    )
  })
})
