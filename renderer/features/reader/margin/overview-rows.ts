/** A mark in the overview. Offsets are UTF-16 code units of the text, end exclusive. */
export interface OverviewMark {
  start: number
  end: number
  color: string
}

/** More colours than this in one line of pixels are not told apart. */
const MOST = 3

/** The offset of the text at a height of the overview. */
export const offsetAtHeight = (y: number, height: number, length: number): number =>
  height > 0 ? Math.round((Math.min(Math.max(y, 0), height) / height) * length) : 0

/**
 * The colours in each line of pixels of a lane, in the order in which they first come.
 * @param length length of the text
 * @param height lines of pixels
 */
export function overviewRows(marks: readonly OverviewMark[], length: number, height: number): (readonly string[])[] {
  const rows: string[][] = Array.from({ length: height }, () => [])
  if (length === 0) return rows
  for (const { start, end, color } of marks) {
    const from = Math.min(Math.floor((start / length) * height), height - 1)
    const to = Math.max(from + 1, Math.min(Math.ceil((end / length) * height), height))
    for (let y = from; y < to; y++) {
      const row = rows[y]
      if (row && row.length < MOST && !row.includes(color)) row.push(color)
    }
  }
  return rows
}
