import { type Edges, median, type Segment } from './run'
import { rowsOf } from './segments'

/** Segments that are read together, row by row: a column, or what stands across the whole width. */
export interface Region {
  readonly segments: readonly Segment[]
  /** Whether it is one of several columns. */
  readonly column: boolean
}

/** Columns side by side, and what stands above and below them. */
interface Band {
  readonly above: Segment[]
  readonly left: Segment[]
  readonly right: Segment[]
  readonly below: Segment[]
  /** UTF-16 code units in the columns. */
  readonly weight: number
  /** The white between the columns. */
  readonly gutter: Edges
}

/** A column has at least so many lines; fewer are read as rows. */
const LINES = 3
/** A column is at least so wide, in ems; narrower ones are cells of a table. */
const WIDTH = 7
/** A line that fills so much of its column's width is a line of prose, a shorter one ends a paragraph or is a cell. */
const FULL = 0.6
/** So many of a column's lines are such. */
const FULL_LINES = 0.5
/** Columns cover so much of their area, with lines that are so many ems apart. */
const COVERED = 0.55
const LEADING = 1.5
/** A line alone in its row goes across all columns, however short, when it is larger than the text by this factor. */
const HEADLINE = 1.4
/** A column of figures is one of a table. */
const FIGURES = 0.5
/** White between lines that ends a column where the other one has ended too, in usual line distances. */
const BREAK = 1.7
/** Columns inside columns; deeper nesting is no print. */
const DEPTH = 12
/** A page of more segments is no prose, and would take long. */
const SEGMENTS = 4000

/**
 * Regions of a page in the order of reading. A gutter is a vertical strip that no segment crosses for several lines
 * with prose on both sides; a headline that crosses it ends the columns above and starts those below. Rows of a table
 * have gaps too, but their cells do not fill the width: they stay together.
 */
export function regionsOf(segments: readonly Segment[]): Region[] {
  const sorted = [...segments].sort((a, b) => a.base - b.base || a.left - b.left)
  return parted(sorted, false, segments.length > SEGMENTS ? 0 : DEPTH)
}

function parted(segments: Segment[], column: boolean, depth: number): Region[] {
  if (segments.length === 0) return []
  const band = depth > 0 ? bestBand(segments) : null
  if (!band) return [{ segments, column }]
  return [
    ...parted(band.above, column, depth - 1),
    ...parted(band.left, true, depth - 1),
    ...parted(band.right, true, depth - 1),
    ...parted(band.below, column, depth - 1),
  ]
}

function bestBand(segments: Segment[]): Band | null {
  let best: Band | null = null
  if (segments.length < 2 * LINES) return null
  const headlines = headlinesOf(segments)
  for (const x of guttersOf(segments)) {
    for (const [from, to] of uncrossed(segments, x, headlines)) {
      const band = bandAt(segments, ...settled(segments, from, to), x)
      if (band && (!best || isBetter(band, best))) best = band
    }
  }
  return best
}

/**
 * The gutter beside more text, and among those beside about as much the widest: articles stand further apart than columns.
 * Of one gutter that a line reaches into (a quotation mark that hangs over) the whole length.
 */
function isBetter(band: Band, than: Band): boolean {
  const [own, other] = [band.gutter, than.gutter]
  if (own.left < other.right && other.left < own.right) return band.weight > than.weight
  const isWider = own.right - own.left > other.right - other.left
  return band.weight > 1.1 * than.weight || (band.weight > 0.9 * than.weight && isWider)
}

/** x of every gap between a segment and the next on its right, each strip of 3 points once. */
function guttersOf(segments: readonly Segment[]): number[] {
  const found = new Map<number, number>()
  const byLeft = [...segments].sort((a, b) => a.left - b.left)
  for (const segment of segments) {
    const next = byLeft.find((other) => other.left > segment.right && isBeside(segment, other))
    if (!next) continue
    const x = (segment.right + next.left) / 2
    found.set(Math.round(x / 3), x)
  }
  return [...found.values()].sort((a, b) => a - b)
}

const isBeside = (a: Segment, b: Segment): boolean => Math.abs(a.base - b.base) < Math.max(a.size, b.size)

/** Segments that head all columns under them: much larger than the text, and nothing beside them. */
function headlinesOf(segments: readonly Segment[]): ReadonlySet<Segment> {
  const size = median(segments.map((segment) => segment.size))
  const large = segments.filter((segment) => segment.size > HEADLINE * size)
  const alone = (own: Segment) => !segments.some((other) => other !== own && isBeside(own, other))
  return new Set(large.filter(alone))
}

/** Stretches of segments (in the order of their baselines) that do not cross x, as index from and to. */
function* uncrossed(
  segments: readonly Segment[],
  x: number,
  headlines: ReadonlySet<Segment>,
): Generator<readonly [number, number]> {
  let from = 0
  for (let at = 0; at <= segments.length; at++) {
    const segment = segments[at]
    if (segment && !headlines.has(segment) && (segment.right <= x || segment.left >= x)) continue
    if (at - from >= 2 * LINES) yield [from, at]
    from = at + 1
  }
}

/**
 * Leaves out lines that go on from what crosses the gutter above, or into what crosses it below, where white parts them
 * from the rest: short last lines of a paragraph, or of columns that stand otherwise.
 */
function settled(segments: readonly Segment[], from: number, to: number): readonly [number, number] {
  const distance = lineDistance(segments.slice(from, to))
  const isCut = (at: number): boolean => {
    const [before, after] = [segments[at - 1], segments[at]]
    if (!before || !after) return false
    return after.base - before.base > BREAK * Math.max(distance, Math.min(before.size, after.size))
  }
  let [start, end] = [from, to]
  if (from > 0 && !isCut(from)) while (start < to && !isCut(start)) start++
  if (to < segments.length && !isCut(to)) while (end > from && !isCut(end)) end--
  return start < end ? [start, end] : [from, to]
}

function bandAt(segments: Segment[], from: number, to: number, x: number): Band | null {
  const inside = segments.slice(from, to)
  const left = inside.filter((segment) => segment.right <= x)
  const right = inside.filter((segment) => segment.left >= x)
  if (left.length < LINES || right.length < LINES) return null
  const crossed = { above: from > 0, below: to < segments.length }
  const [leftKept, rightKept] = [without(left, right, crossed), without(right, left, crossed)]
  if (![leftKept.kept, rightKept.kept].every((side) => isColumn(side) || isColumns(side))) return null
  if (!isProse(leftKept.kept) || !isProse(rightKept.kept)) return null
  const inOrder = (a: Segment, b: Segment) => a.base - b.base || a.left - b.left
  return {
    above: [...segments.slice(0, from), ...[...leftKept.above, ...rightKept.above].sort(inOrder)],
    left: leftKept.kept,
    right: rightKept.kept,
    below: [...[...leftKept.below, ...rightKept.below].sort(inOrder), ...segments.slice(to)],
    gutter: {
      left: Math.max(...leftKept.kept.map((own) => own.right)),
      right: Math.min(...rightKept.kept.map((own) => own.left)),
    },
    weight: [...leftKept.kept, ...rightKept.kept].reduce((sum, { length }) => sum + length, 0),
  }
}

/**
 * Takes off what stands above or below the other column and apart from this one's lines: the last line of a paragraph
 * over the columns, a heading under them. Without text across the page above or below, a column is just the longer one.
 */
function without(
  own: Segment[],
  other: readonly Segment[],
  crossed: { readonly above: boolean; readonly below: boolean },
): { above: Segment[]; kept: Segment[]; below: Segment[] } {
  const distance = lineDistance(own)
  const otherTop = Math.min(...other.map(({ base }) => base))
  const otherEnd = Math.max(...other.map(({ base }) => base))
  let [start, end] = [0, own.length]
  for (let at = 1; at < own.length; at++) {
    const [before, after] = [own[at - 1], own[at]]
    if (!before || !after || !isApart(before, after, distance)) continue
    if (crossed.above && before.base < otherTop - after.size / 2) start = at
    if (crossed.below && after.base > otherEnd + after.size / 2) {
      end = at
      break
    }
  }
  return { above: own.slice(0, start), kept: own.slice(start, end), below: own.slice(end) }
}

const isApart = (before: Segment, after: Segment, distance: number): boolean =>
  after.base - before.base > BREAK * Math.max(distance, after.size)

/** The usual distance between the baselines of a column. */
function lineDistance(segments: readonly Segment[]): number {
  const bases = rowsOf(segments).map((row) => row[0]?.base ?? 0)
  return median(bases.slice(1).map((base, at) => base - (bases[at] ?? 0)))
}

function isColumn(segments: readonly Segment[]): boolean {
  if (segments.length < LINES) return false
  const width = Math.max(...segments.map(({ right }) => right)) - Math.min(...segments.map(({ left }) => left))
  if (width < WIDTH * median(segments.map(({ size }) => size))) return false
  const full = segments.filter(({ left, right }) => right - left > FULL * width)
  return full.length >= FULL_LINES * rowsOf(segments).length
}

/** Whether a side holds columns in its turn: wide segments that cover most of its area. */
function isColumns(segments: readonly Segment[]): boolean {
  const size = median(segments.map((segment) => segment.size))
  const widths = segments.map(({ left, right }) => right - left)
  if (segments.length < 2 * LINES || median(widths) < WIDTH * size) return false
  const width = Math.max(...segments.map(({ right }) => right)) - Math.min(...segments.map(({ left }) => left))
  const bases = segments.map(({ base }) => base)
  const height = Math.max(...bases) - Math.min(...bases) + LEADING * size
  return widths.reduce((sum, own) => sum + own, 0) * LEADING * size > COVERED * width * height
}

function isProse(segments: readonly Segment[]): boolean {
  const text = segments.map(({ runs }) => runs.map((run) => run.text).join('')).join('')
  return text.replace(/[^\d.,%‰+-]/g, '').length < FIGURES * text.length
}
