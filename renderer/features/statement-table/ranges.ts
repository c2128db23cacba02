/** Positions that are chosen, as ranges without overlap, in order; `to` is left out. */
export type Ranges = readonly { from: number; to: number }[]

export const NONE: Ranges = []

/** How many positions there are. */
export const sizeOf = (ranges: Ranges): number => ranges.reduce((sum, { from, to }) => sum + to - from, 0)

/** Whether a position is among them. */
export function isIn(ranges: Ranges, position: number): boolean {
  let [low, high] = [0, ranges.length - 1]
  while (low <= high) {
    const middle = (low + high) >> 1
    const range = ranges[middle]
    if (!range || position < range.from) high = middle - 1
    else if (position >= range.to) low = middle + 1
    else return true
  }
  return false
}

/** With a range of positions taken in. */
export function withRange(ranges: Ranges, from: number, to: number): Ranges {
  if (to <= from) return ranges
  const before = ranges.filter((range) => range.to < from)
  const after = ranges.filter((range) => range.from > to)
  const touching = ranges.slice(before.length, ranges.length - after.length)
  const joined = {
    from: Math.min(from, ...touching.map((range) => range.from)),
    to: Math.max(to, ...touching.map((range) => range.to)),
  }
  return [...before, joined, ...after]
}

/** Without a range of positions. */
export const withoutRange = (ranges: Ranges, from: number, to: number): Ranges =>
  ranges.flatMap((range) => {
    const left = { from: range.from, to: Math.min(range.to, from) }
    const right = { from: Math.max(range.from, to), to: range.to }
    return [left, right].filter((part) => part.from < part.to)
  })

/** A range taken in, or taken out where all of it is in. */
export function toggled(ranges: Ranges, from: number, to: number): Ranges {
  const inside = sizeOf(ranges) - sizeOf(withoutRange(ranges, from, to))
  return inside === to - from ? withoutRange(ranges, from, to) : withRange(ranges, from, to)
}
