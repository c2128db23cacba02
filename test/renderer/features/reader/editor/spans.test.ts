import { describe, expect, it } from 'vitest'
import { overlap, spanAt, trimSpan } from '../../../../../renderer/features/reader/editor/spans'

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
