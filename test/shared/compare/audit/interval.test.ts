import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  borneOut,
  deflator,
  exactly,
  growthBetween,
  halfDigit,
  meet,
  printed,
  quotient,
  sum,
  tolerance,
} from '#shared/compare/audit/interval'

it.each([
  ['160亿元', '亿元', 0.5e8],
  ['8.05亿元', '亿元', 0.005e8],
  ['8300万元', '万元', 0.5e4],
  ['1.8万户', '万户', 500],
  ['84件', '件', 0],
  ['84个', '个', 0],
  ['2,794户', '户', 0],
  ['1.25万人次', '万人次', 50],
  ['4.3%', '%', 0.05],
  ['22%', '%', 0.5],
  ['19.05％', '%', 0.005],
  ['１９.８亿美元', '亿美元', 0.05e8],
  ['五所', '所', 0],
])('half of the last digit of %s is %d', (quantity, unit, half) => {
  expect(halfDigit(quantity, unit)).toBeCloseTo(half, 9)
})

it('reads 1.8万户 as 17,500 to 18,500', () => {
  expect(printed({ quantity: '1.8万户', value: 1.8, unit: '万户' })).toEqual({
    low: 17_500,
    value: 18_000,
    high: 18_500,
  })
})

it('works growth and deflator out', () => {
  const growth = growthBetween(exactly(136), exactly(160))
  expect(growth?.value).toBeCloseTo(17.647, 3)
  expect(deflator(growth ?? exactly(0), exactly(4.3)).value).toBeCloseTo(12.797, 3)
  expect(growthBetween(exactly(87.5), exactly(136), 5)?.value).toBeCloseTo(9.221, 3)
})

it('has no quotient by what may be nothing', () => {
  expect(quotient(exactly(1), exactly(0))).toBeNull()
  expect(growthBetween({ low: -1, value: 1, high: 3 }, exactly(2))).toBeNull()
})

it('bears a figure out that was cut off instead of rounded, and no more', () => {
  const found = printed({ quantity: '9.2%', value: 9.2, unit: '%' })
  expect(borneOut(exactly(9.29), found)).toBe(true)
  expect(meet(exactly(9.29), found)).toBe(false)
  expect(borneOut(exactly(9.31), found)).toBe(false)
})

const interval = fc
  .tuple(fc.double({ min: 1, max: 1e6, noNaN: true }), fc.double({ min: 0, max: 0.5, noNaN: true }))
  .map(([value, half]) => ({ low: value - half, value, high: value + half }))

describe('intervals', () => {
  it('hold what their parts can add up to', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(interval, fc.double({ min: 0, max: 1, noNaN: true })), { minLength: 1 }),
        (parts) => {
          const total = sum(parts.map(([part]) => part))
          const some = parts.reduce((all, [part, share]) => all + part.low + (part.high - part.low) * share, 0)
          expect(some).toBeGreaterThanOrEqual(total.low - 1e-3)
          expect(some).toBeLessThanOrEqual(total.high + 1e-3)
        },
      ),
    )
  })

  it('meet just where the difference is within the tolerance', () => {
    fc.assert(
      fc.property(interval, interval, (a, b) => {
        const off = Math.abs(b.value - a.value)
        const within = tolerance(a, b)
        fc.pre(Math.abs(off - within) > 1e-3)
        expect(meet(a, b)).toBe(off <= within)
      }),
    )
  })

  it('meet the same both ways', () => {
    fc.assert(fc.property(interval, interval, (a, b) => meet(a, b) === meet(b, a)))
  })
})
