/** An axis of numbers: its ends and its ticks, all of them round. */
export interface NumberScale {
  low: number
  high: number
  ticks: readonly number[]
}

const STEPS = [1, 2, 2.5, 5, 10] as const

/** Differences below this share of the numbers are blur. */
const LEAST = 1e-9

/** Takes the blur of binary fractions off a tick. */
const clean = (value: number): number => Number(value.toPrecision(12))

/**
 * An axis that holds all values, with about `count` ticks at round numbers.
 * @param zero whether it must begin (or end) at zero, as bars must
 */
export function numberScale(values: readonly number[], count: number, zero: boolean): NumberScale {
  const all = zero ? [0, ...values] : values
  let [low, high] = all.length === 0 ? [0, 1] : [Math.min(...all), Math.max(...all)]
  const size = Math.max(Math.abs(low), Math.abs(high))
  if (high - low <= Math.max(size, LEAST) * LEAST) {
    const room = size < LEAST ? 1 : size / 10
    if (!zero) low -= room
    high += room
  }
  const rough = (high - low) / Math.max(1, count)
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = (STEPS.find((one) => one * power >= rough * 0.999) ?? 10) * power
  const first = Math.floor(low / step + 1e-9)
  const last = Math.ceil(high / step - 1e-9)
  const ticks = Array.from({ length: last - first + 1 }, (_, index) => clean((first + index) * step))
  return { low: clean(first * step), high: clean(last * step), ticks }
}

/**
 * How much further than the next one a number must be, on an axis from zero and on one without, and how many median
 * absolute deviations from the median. Without zero three times is common among a few numbers: 7.5, 8, 8.1, 9.1 and
 * 14.4 are five cities of which one grew fast, and none is misread.
 */
const FAR = { times: 3, timesWithoutZero: 8, deviations: 6 } as const
/** Fewer numbers than these have no common run that one of them could be far from. */
const LEAST_NUMBERS = 5
/** No more than this share of the numbers is far off: what is more frequent is no misreading. */
const MOST_FAR = 0.1
/** Room for the stump of what is cut off where no other number is, of the reach of the others. */
const STUMP = 0.15

const medianOf = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length / 2
  return ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2
}

/**
 * Where an axis may end although a few numbers lie beyond it, so that one misread number does not press all others flat.
 * A number is far off if it is more than three times as far from zero (eight times from the median, on an axis without
 * zero) as the furthest of the others, and more than six median absolute deviations from the median. At least five
 * numbers, and at most a tenth of them (or one) far off: a city beside its districts over several years is cut nowhere.
 * @param zero whether the axis begins at zero
 * @returns the ends, null where nothing is far off
 */
export function axisCut(values: readonly number[], zero: boolean): Pick<NumberScale, 'low' | 'high'> | null {
  if (values.length < LEAST_NUMBERS) return null
  const median = medianOf(values)
  const deviation = medianOf(values.map((value) => Math.abs(value - median)))
  const base = zero ? 0 : median
  const times = zero ? FAR.times : FAR.timesWithoutZero
  // Where all others are equal, a tenth of them is no distance to speak of.
  const least = zero ? 0 : Math.abs(median) / 10
  const away = (value: number): number => Math.abs(value - base)
  const order = values.toSorted((a, b) => away(b) - away(a))
  const most = Math.max(1, Math.floor(values.length * MOST_FAR))
  for (let count = most; count >= 1; count--) {
    const [last, next] = [order[count - 1] ?? 0, order[count] ?? 0]
    const reach = Math.max(away(next), least)
    const far = order.slice(0, count)
    if (reach === 0 || away(last) <= times * reach) continue
    if (far.some((value) => Math.abs(value - median) <= FAR.deviations * deviation)) continue
    const near = order.slice(count)
    const stump = STUMP * reach
    return {
      low: Math.min(...near, ...(far.some((value) => value < base) ? [base - stump] : [])),
      high: Math.max(...near, ...(far.some((value) => value > base) ? [base + stump] : [])),
    }
  }
  return null
}

/** Whether a chart's axis may be cut (`axisCut`), or has to hold all numbers. */
export type AxisEnds = 'cut' | 'whole'

/** How many numbers lie beyond an axis that is cut. */
export function countFar(values: readonly number[], zero: boolean): number {
  const cut = axisCut(values, zero)
  return cut === null ? 0 : values.filter((value) => value < cut.low || value > cut.high).length
}

/**
 * `numberScale` over what an axis shows in full.
 * @param room kept free at either end, of the reach of what is shown: so that no mark lies half outside
 */
export function endedScale(
  values: readonly number[],
  count: number,
  zero: boolean,
  ends: AxisEnds,
  room = 0,
): NumberScale {
  const cut = ends === 'cut' ? axisCut(values, zero) : null
  const shown = cut ? [cut.low, cut.high] : values
  const [low, high] = [Math.min(...shown), Math.max(...shown)]
  const free = (high - low) * room
  return numberScale(free > 0 ? [low - free, high + free] : shown, count, zero)
}

/** On which side of an axis a value lies: −1 below it, 1 above it, 0 on it. */
export const sideOf = ({ low, high }: NumberScale, value: number): -1 | 0 | 1 =>
  value > high ? 1 : value < low ? -1 : 0

/** A value as far as an axis goes. */
export const within = ({ low, high }: NumberScale, value: number): number => Math.max(low, Math.min(high, value))

/** Where a value stands between two ends in CSS pixels. */
export const along = ({ low, high }: NumberScale, value: number, from: number, to: number): number =>
  from + ((value - low) / (high - low)) * (to - from)

/**
 * Moves positions apart that are nearer than `gap`, as little as it takes, between two ends.
 * @returns the new positions, in the order of the old ones; the order along the axis stays
 */
export function spread(positions: readonly number[], gap: number, low: number, high: number): number[] {
  const order = positions.map((_, index) => index).sort((a, b) => (positions[a] ?? 0) - (positions[b] ?? 0))
  const result = [...positions]
  let least = low
  for (const index of order) {
    result[index] = Math.max(positions[index] ?? 0, least)
    least = (result[index] ?? 0) + gap
  }
  let most = high
  for (const index of order.reverse()) {
    result[index] = Math.min(result[index] ?? 0, most)
    most = (result[index] ?? 0) - gap
  }
  return result
}
