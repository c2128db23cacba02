import type { Span } from '#shared/model/anchor'

/** More columns than this are folded onto the last ones: the margin has room for no more stripes. */
export const MAX_COLUMNS = 8

/**
 * Gives each span a column so that spans which overlap, or stand nearer than `gap`, have different ones.
 * Greedy in the order of the starts: the first free column from 0, or the one that becomes free first when all
 * are taken.
 * @param spans sorted by start; UTF-16 code units
 * @param gap characters that must lie between two spans of one column (a wrapped line shows neighbours side by side)
 */
export function assignColumns(spans: readonly Span[], gap: number): number[] {
  const free: number[] = []
  return spans.map((span) => {
    let column = free.findIndex((end) => end <= span.start)
    if (column < 0) column = free.length < MAX_COLUMNS ? free.length : earliest(free)
    free[column] = span.end + gap
    return column
  })
}

function earliest(free: readonly number[]): number {
  let best = 0
  for (let i = 1; i < free.length; i++) if ((free[i] ?? 0) < (free[best] ?? 0)) best = i
  return best
}
