import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { carriedCodes } from '../../../../shared/coding/scan/carried'

const span = fc
  .tuple(fc.nat(20), fc.integer({ min: 1, max: 8 }))
  .map(([start, length]) => ({ start, end: start + length }))
const annotation = fc.record({
  reading: fc.constantFrom('r:1', 'r:2'),
  anchor: span.map((one) => ({ ...one, quote: '', prefix: '', suffix: '' })),
  codes: fc.subarray(['a', 'b', 'c']),
  orphan: fc.boolean(),
})

describe('a passage', () => {
  it('carries a code where an annotation with it holds it, and only there', () => {
    fc.assert(
      fc.property(fc.array(annotation), fc.subarray(['a', 'b'], { minLength: 1 }), span, (annotations, codes, mark) => {
        const expected = codes.every((code) =>
          annotations.some(
            (one) =>
              !one.orphan &&
              one.reading === 'r:1' &&
              one.codes.includes(code) &&
              one.anchor.start <= mark.start &&
              mark.end <= one.anchor.end,
          ),
        )
        expect(carriedCodes(annotations, codes)('r:1', mark)).toBe(expected)
      }),
    )
  })

  it('carries nothing where nothing is wanted', () => {
    expect(carriedCodes([], [])('r:1', { start: 0, end: 1 })).toBe(false)
  })
})
