import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { similarity } from '#shared/text/similarity'

describe('similarity', () => {
  it.each([
    ['', '', 1],
    ['漯河区', '漯河区', 1],
    ['漯河区', '瀍河区', 2 / 3],
    ['增长', '', 0],
    ['abcd', 'xabcd', 0.8],
  ])('of %j and %j is %d', (a, b, expected) => {
    expect(similarity(a, b)).toBeCloseTo(expected)
  })

  it('is symmetric and lies between 0 and 1', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), fc.string({ maxLength: 40 }), (a, b) => {
        const value = similarity(a, b)
        expect(value).toBe(similarity(b, a))
        expect(value).toBeGreaterThanOrEqual(0)
        expect(value).toBeLessThanOrEqual(1)
      }),
    )
  })
})
