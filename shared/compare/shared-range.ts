/** Numbers further than this many interquartile ranges from the middle half would press all others flat. */
const FAR = 4

/**
 * The range in which nearly all values lie. A value outside of it is drawn at the edge, with a sign and its number.
 * @returns the least and the most of all, where none is far off
 */
export function commonRange(values: readonly number[]): { low: number; high: number } {
  const sorted = values.toSorted((a, b) => a - b)
  const at = (share: number): number => sorted[Math.round(share * (sorted.length - 1))] ?? 0
  const room = (at(0.75) - at(0.25)) * FAR
  const near = sorted.filter((value) => value >= at(0.25) - room && value <= at(0.75) + room)
  return { low: near[0] ?? 0, high: near.at(-1) ?? 0 }
}
