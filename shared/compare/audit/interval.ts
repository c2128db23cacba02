import type { ExtractedStatement } from '#shared/model/statement'
import { unitOf } from '#shared/statements/units'
import { foldWidth } from '#shared/text/numerals'
import { settle } from '../cells'

/** A number with how far the rounding of printed digits can take it. */
export interface Interval {
  low: number
  value: number
  high: number
}

/** What is counted one by one: a whole number of them is exact unless a 万 or 亿 stands behind it. */
const COUNTED = new Set(['个', '人', '人次', '次', '场次', '班次', '架次', '批次', '车次', '天'])

const DIGITS = /\d[\d,，]*(?:[.．](\d+))?/u

/** Decimals as printed: 1.8万户 has one, 8,300万元 none. */
const decimalsOf = (quantity: string): number => DIGITS.exec(quantity)?.[1]?.length ?? 0

/**
 * Half of the last printed digit, in the base unit: 160亿元 → 0.5e8, 1.8万户 → 500, 84件 → 0, 4.3% → 0.05.
 * @param quantity as printed; Chinese numerals count as exact
 */
export function halfDigit(quantity: string, unit: string): number {
  const { base, factor } = unitOf(unit)
  const folded = foldWidth(quantity)
  if (!/\d/.test(folded)) return 0
  const decimals = decimalsOf(folded)
  if (decimals === 0 && factor === 1 && COUNTED.has(base)) return 0
  return settle(0.5 * 10 ** -decimals * factor)
}

/** What a figure as printed can stand for, in the base unit of its family. */
export function printed({ quantity, value, unit }: Pick<ExtractedStatement, 'quantity' | 'value' | 'unit'>): Interval {
  const middle = settle(value * unitOf(unit).factor)
  const half = halfDigit(quantity, unit)
  return { low: middle - half, value: middle, high: middle + half }
}

const of = (low: number, value: number, high: number): Interval => ({
  low: settle(Math.min(low, high)),
  value: settle(value),
  high: settle(Math.max(low, high)),
})

/** A number that is no figure and has no rounding. */
export const exactly = (value: number): Interval => ({ low: value, value, high: value })

/** The sum; the rounding of each adds up. */
export const sum = (parts: readonly Interval[]): Interval => ({
  low: settle(parts.reduce((total, { low }) => total + low, 0)),
  value: settle(parts.reduce((total, { value }) => total + value, 0)),
  high: settle(parts.reduce((total, { high }) => total + high, 0)),
})

/** a ÷ b for positive b; null where b can be none or less. */
export const quotient = (a: Interval, b: Interval): Interval | null =>
  b.low > 0
    ? of(Math.min(a.low / b.high, a.low / b.low), a.value / b.value, Math.max(a.high / b.low, a.high / b.high))
    : null

/** Applies a function that never falls. */
export const through = (a: Interval, rising: (value: number) => number): Interval =>
  of(rising(a.low), rising(a.value), rising(a.high))

/** Growth from a to b in percent over a number of years, a year: (b ÷ a)^(1/years) − 1. */
export function growthBetween(a: Interval, b: Interval, years = 1): Interval | null {
  const ratio = quotient(b, a)
  return ratio && ratio.low > 0 ? through(ratio, (times) => (times ** (1 / years) - 1) * 100) : null
}

/** What prices changed by in percent, where levels grew by `nominal` and the stated growth `real` is at constant prices. */
export const deflator = (nominal: Interval, real: Interval): Interval =>
  of(
    ((1 + nominal.low / 100) / (1 + real.high / 100) - 1) * 100,
    ((1 + nominal.value / 100) / (1 + real.value / 100) - 1) * 100,
    ((1 + nominal.high / 100) / (1 + real.low / 100) - 1) * 100,
  )

/** A hair's breadth: what binary fractions blur and printed digits do not show. */
const HAIR = 1e-9

/** Whether two can be one number. */
export const meet = (a: Interval, b: Interval): boolean => {
  const hair = HAIR * Math.max(1, Math.abs(a.value), Math.abs(b.value))
  return a.low <= b.high + hair && b.low <= a.high + hair
}

/** How far rounding alone can take `found` from `expected`, on the side on which it lies. */
export const tolerance = (expected: Interval, found: Interval): number =>
  settle(
    found.value >= expected.value
      ? expected.high - expected.value + (found.value - found.low)
      : expected.value - expected.low + (found.high - found.value),
  )

/**
 * Whether a stated figure is borne out as closely as reports print: many cut digits off where others round, so that a
 * figure may be twice as far off as rounding alone allows.
 */
export const borneOut = (expected: Interval, found: Interval): boolean =>
  meet(expected, found) || Math.abs(found.value - expected.value) <= CUT * tolerance(expected, found)

const CUT = 2
