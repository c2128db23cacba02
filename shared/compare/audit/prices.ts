import type { AuditOptions } from './audit-types'
import type { Interval } from './interval'
import { NATIONAL_PRICES } from './national-prices.data'

/** Prices of a place may rise this much faster than those of the nation, in points a year. */
const ABOVE_NATION = 3

/** What prices of the nation changed by a year from one year to another, in percent; null where it is not known. */
export function nationalPrices(from: number, to: number): number | null {
  let level = 1
  for (let year = from + 1; year <= to; year += 1) {
    const change = NATIONAL_PRICES[year]
    if (change === undefined) return null
    level *= 1 + change / 100
  }
  return to > from ? (level ** (1 / (to - from)) - 1) * 100 : null
}

/**
 * Whether an implied change of prices may be one: inside the project's band, or not far above what prices of the nation
 * rose by where that alone is more than the band allows.
 */
export function mayBePrices(implied: Interval, { bandLow, bandHigh }: AuditOptions, nation: number | null): boolean {
  const high = nation !== null && nation > bandHigh ? nation + ABOVE_NATION : bandHigh
  return implied.high >= bandLow && implied.low <= high
}

/** Inside the band, but so far from its middle that a reader of both figures in one sentence will wonder. */
export const isMuch = ({ value }: Interval, { bandLow, bandHigh }: AuditOptions, nation: number | null): boolean =>
  value > Math.max(bandHigh / 2, nation ?? 0) || value < Math.min(bandLow / 2, nation ?? 0)
