import { withInlays } from './inlays'
import { heaviest, type Run, type Segment } from './run'

/** Two runs further apart than this stand in different columns or cells, in ems. Narrower gutters are not printed. */
const APART = 0.7
/** Baselines of one row differ by less than this, in ems of the larger run: room for raised figures and mixed fonts. */
const SAME_ROW = 0.4
/** A smaller run stands above the baseline of its row by at most this, in ems: the mark of a footnote. */
const RAISED = 0.6
/** Letters of such a mark are smaller by this factor at least. */
const MARK_SIZE = 0.75
/** A second painting of the same text lies within this of the first, in ems: bold by overprinting, a shadow. */
const SHADOW = 0.2

/** Joins the runs of a page to segments, from top to bottom and from left to right. */
export function segmentsOf(runs: readonly Run[]): Segment[] {
  return rowsOf(runs.filter(({ text, size }) => text.trim() !== '' && size > 0)).flatMap((row) =>
    split(withInlays(row)),
  )
}

/** Groups whatever has a baseline and a size into rows. */
export function rowsOf<T extends Pick<Run, 'base' | 'size' | 'left'>>(items: readonly T[]): T[][] {
  const sorted = [...items].sort((a, b) => a.base - b.base || a.left - b.left)
  const rows: T[][] = []
  let row: T[] = []
  let [base, size] = [0, 0]
  for (const item of sorted) {
    const reach = size <= MARK_SIZE * item.size ? RAISED : SAME_ROW
    if (row.length > 0 && item.base - base <= reach * Math.max(size, item.size)) {
      row.push(item)
      // The larger letters say where the row is.
      if (item.size > size) [base, size] = [item.base, item.size]
      continue
    }
    row = [item]
    rows.push(row)
    ;[base, size] = [item.base, item.size]
  }
  for (const items of rows) items.sort((a, b) => a.left - b.left)
  return rows
}

function split(row: readonly Run[]): Segment[] {
  const parts: Run[][] = []
  let part: Run[] = []
  let right = Number.NEGATIVE_INFINITY
  for (const run of row) {
    if (isShadow(part, run)) continue
    if (part.length === 0 || run.left - right > APART * run.size) {
      part = []
      parts.push(part)
      right = Number.NEGATIVE_INFINITY
    }
    part.push(run)
    right = Math.max(right, run.right)
  }
  return parts.map(segmentOf)
}

const isShadow = (part: readonly Run[], { text, left, base, size }: Run): boolean =>
  part.some(
    (other) =>
      other.text === text && Math.abs(other.left - left) < SHADOW * size && Math.abs(other.base - base) < SHADOW * size,
  )

/** A segment of runs in the order of their left edges; its size, face and baseline are those of most of its letters. */
function segmentOf(runs: readonly Run[]): Segment {
  const lengths = runs.map((run) => [run, run.text.length] as const)
  const size = heaviest(lengths.map(([run, length]) => [run.size, length] as const)) ?? 0
  const main = runs.find((run) => run.size === size) ?? runs[0]
  return {
    runs,
    left: Math.min(...runs.map(({ left }) => left)),
    right: Math.max(...runs.map(({ right }) => right)),
    base: main?.base ?? 0,
    size,
    face: heaviest(lengths.map(([run, length]) => [run.face, length] as const)) ?? '',
    length: runs.reduce((sum, { text }) => sum + text.length, 0),
  }
}
