import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { firstFrom, longestOf, reachingInto } from '../../../../../renderer/features/reader/editor/sorted-spans'

const spans = fc
  .array(fc.record({ start: fc.nat({ max: 50 }), length: fc.nat({ max: 12 }) }), { maxLength: 30 })
  .map((all) => all.map(({ start, length }) => ({ start, end: start + length })).sort((a, b) => a.start - b.start))

describe('spans in the order of their starts', () => {
  it('are found from an offset on', () => {
    fc.assert(
      fc.property(spans, fc.integer({ min: -2, max: 60 }), (list, offset) => {
        const at = list.findIndex(({ start }) => start >= offset)
        expect(firstFrom(list, offset)).toBe(at < 0 ? list.length : at)
      }),
    )
  })

  it('are found where they reach into a part', () => {
    fc.assert(
      fc.property(spans, fc.integer({ min: -5, max: 60 }), fc.nat({ max: 20 }), (list, start, length) => {
        const part = { start, end: start + length }
        expect(reachingInto(list, part, longestOf(list))).toEqual(
          list.filter((one) => one.start < part.end && one.end > part.start),
        )
      }),
    )
  })
})

describe('longestOf', () => {
  it('tells the length of the longest, 0 for none', () => {
    expect(longestOf([])).toBe(0)
    expect(
      longestOf([
        { start: 3, end: 9 },
        { start: 4, end: 30 },
        { start: 5, end: 6 },
      ]),
    ).toBe(26)
  })
})
