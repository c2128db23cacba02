/** Rows or columns that are in sight: from `first` up to, not with, `end`. */
export interface Range {
  first: number
  end: number
}

/**
 * Which of many equal rows stand in a window.
 * @param size of a row in CSS pixels
 * @param from where the window begins in the whole of the rows
 * @param length of the window
 */
export function inSight(count: number, size: number, from: number, length: number): Range {
  const first = Math.min(count, Math.max(0, Math.floor(from / size)))
  const end = Math.max(first, Math.min(count, Math.ceil((from + length) / size)))
  return { first, end }
}
