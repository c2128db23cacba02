import type { Span } from '#shared/model/anchor'

/** More columns than this are folded onto the last ones: the margin has room for no more stripes. */
export const MAX_COLUMNS = 8

/** Columns that spans are given one after the other, in the order of their starts. */
export class Lanes {
  readonly #gap: number
  /** From where on each column is free. */
  readonly #free: number[] = []

  /** @param gap characters that must lie between two spans of one column */
  constructor(gap: number) {
    this.#gap = gap
  }

  /** The first column from 0 that is free, or the one that becomes free first when all are taken. */
  take({ start, end }: Span): number {
    const free = this.#free
    let column = 0
    while (column < free.length && (free[column] ?? 0) > start) column++
    if (column === MAX_COLUMNS) column = earliest(free)
    free[column] = end + this.#gap
    return column
  }
}

/**
 * Gives each span a column so that spans which overlap, or stand nearer than `gap`, have different ones.
 * Greedy in the order of the starts: the first free column from 0, or the one that becomes free first when all
 * are taken.
 * @param spans sorted by start; UTF-16 code units
 * @param gap characters that must lie between two spans of one column (a wrapped line shows neighbours side by side)
 */
export function assignColumns(spans: readonly Span[], gap: number): number[] {
  const lanes = new Lanes(gap)
  return spans.map((span) => lanes.take(span))
}

function earliest(free: readonly number[]): number {
  let best = 0
  for (let i = 1; i < free.length; i++) if ((free[i] ?? 0) < (free[best] ?? 0)) best = i
  return best
}
