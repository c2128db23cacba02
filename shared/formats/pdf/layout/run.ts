/*
 * The words of the layout. A page's text goes runs → segments → regions → lines → paragraphs, each step a pure function
 * in a file of its own that knows no PDF. Lengths are in points, x to the right, y downwards from the top of the page.
 */

/** A stretch of text that was painted in one go. */
export interface Run {
  readonly text: string
  readonly left: number
  readonly right: number
  /** y of the baseline. */
  readonly base: number
  /** Size of the letters. */
  readonly size: number
  /** Name of the font inside the file. */
  readonly face: string
}

/** Runs of one direction on a page, turned so that their lines run from left to right and follow downwards. */
export interface Sheet {
  readonly width: number
  readonly height: number
  readonly runs: readonly Run[]
}

/** Runs that stand side by side with no more than a word's space between them: a line of a column, a cell of a table. */
export interface Segment {
  readonly runs: readonly Run[]
  readonly left: number
  readonly right: number
  readonly base: number
  readonly size: number
  readonly face: string
  /** UTF-16 code units of its text, without spaces between runs. */
  readonly length: number
}

/** A line as it is read: one segment, or several of one row. */
export interface Line {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly base: number
  readonly size: number
  readonly face: string
  /** Left and right edge of the column that it stands in. */
  readonly column: Edges
  /** Counts the regions of a page in the order of reading. */
  readonly region: number
  /** Index of the page from 0. */
  readonly page: number
  /** A row of a table, cells parted by tabs. */
  readonly row: boolean
  /** Whether white of several characters parts it, as it parts cells. */
  readonly torn: boolean
}

/** Where the lines of a column begin and end. */
export interface Edges {
  readonly left: number
  readonly right: number
}

/** The value in the middle of a list, 0 for an empty one. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

/** The key that has the greatest weight in sum, undefined for nothing. */
export function heaviest<K>(entries: Iterable<readonly [K, number]>): K | undefined {
  const weights = new Map<K, number>()
  for (const [key, weight] of entries) weights.set(key, (weights.get(key) ?? 0) + weight)
  let best: K | undefined
  let most = Number.NEGATIVE_INFINITY
  for (const [key, weight] of weights) {
    if (weight <= most) continue
    best = key
    most = weight
  }
  return best
}
