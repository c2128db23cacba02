import type { Region } from './columns'
import { type Edges, heaviest, type Line, type Segment } from './run'
import { rowsOf } from './segments'
import { rowText, withoutMadeSpaces, withRun } from './spacing'

/** A row's cells stand under those of the row before when an edge or the middle differs by less, in ems. */
const ALIGNED = 0.6
/** Rows of two cells make a table from so many on; of three and more from `WIDE_ROWS` on. */
const NARROW_ROWS = 3
const WIDE_ROWS = 2

/** White that tears a line, in ems. */
const TEAR = 2.5

/** The lines of a region, from top to bottom. Rows that stand in a table have their cells parted by tabs. */
export function linesOf({ segments }: Region, region: number, page: number, column: Edges): Line[] {
  const rows = rowsOf(segments)
  const tables = tableRows(rows)
  return rows.map((row, at) => lineOf(row, { region, page, column, row: tables.has(at) }))
}

function lineOf(row: readonly Segment[], of: Pick<Line, 'region' | 'page' | 'column' | 'row'>): Line {
  const texts = row.map(segmentText)
  const main = heaviest(row.map((segment) => [segment, segment.length] as const))
  return {
    ...of,
    text: of.row ? texts.map((text) => text.replace(/[\t\n]/g, ' ')).join('\t') : rowText(texts),
    left: Math.min(...row.map(({ left }) => left)),
    right: Math.max(...row.map(({ right }) => right)),
    base: main?.base ?? 0,
    size: main?.size ?? 0,
    face: main?.face ?? '',
    torn: row.some((segment, at) => at > 0 && segment.left - (row[at - 1]?.right ?? 0) > TEAR * segment.size),
  }
}

/** The text of a segment: its runs in order, spaces only where the print means one. */
export function segmentText({ runs }: Segment): string {
  let text = ''
  let right: number | null = null
  for (const run of runs) {
    const gap = right === null ? 0 : (run.left - right) / run.size
    text = withRun(text, withoutMadeSpaces(run.text), gap)
    right = Math.max(right ?? run.right, run.right)
  }
  return text.trim()
}

/** Indexes of rows that stand in a table: several in a row with cells under cells. */
function tableRows(rows: readonly (readonly Segment[])[]): ReadonlySet<number> {
  const found = new Set<number>()
  let from = 0
  for (let at = 1; at <= rows.length; at++) {
    const [above, row] = [rows[at - 1], rows[at]]
    if (above && row && isUnder(above, row)) continue
    const cells = Math.max(...rows.slice(from, at).map((cellsOf) => cellsOf.length))
    if (at - from >= (cells > 2 ? WIDE_ROWS : NARROW_ROWS)) for (let index = from; index < at; index++) found.add(index)
    from = at
  }
  return found
}

function isUnder(above: readonly Segment[], row: readonly Segment[]): boolean {
  if (above.length < 2 || row.length < 2) return false
  if (above.length === row.length && isBetween(above, row) && isBetween(row, above)) return true
  const aligned = row.filter((cell) => above.some((other) => isAligned(other, cell)))
  return aligned.length >= 2
}

/** Whether each cell of a row ends before the next one of the other begins: the same columns, set otherwise inside. */
const isBetween = (row: readonly Segment[], other: readonly Segment[]): boolean =>
  row.every((cell, at) => cell.right <= (other[at + 1]?.left ?? Number.POSITIVE_INFINITY))

function isAligned(a: Segment, b: Segment): boolean {
  const within = ALIGNED * Math.max(a.size, b.size)
  return [a.left - b.left, a.right - b.right, (a.left + a.right - b.left - b.right) / 2].some(
    (difference) => Math.abs(difference) < within,
  )
}
