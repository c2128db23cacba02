import { segmentText } from './lines'
import { median, type Segment } from './run'
import { rowsOf } from './segments'
import { rowText } from './spacing'

/** The segments of a page and its size. */
export interface Leaf {
  readonly segments: readonly Segment[]
  readonly height: number
}

/** Segments of a page parted into its text and what runs along its edges. */
export interface Bared {
  readonly head: readonly Segment[]
  readonly body: readonly Segment[]
  readonly foot: readonly Segment[]
}

interface Candidate {
  readonly page: number
  readonly edge: 'head' | 'foot'
  /** Text without white space, figures as #. */
  readonly shape: string
  /** Distance from the edge of the page. */
  readonly distance: number
  readonly row: readonly Segment[]
  /** White between it and the row further in, in ems of its own. */
  readonly white: number
}

/** So many rows at the top and at the bottom can be furniture. */
const ROWS = 3
/** The same row on two pages stands at the same place up to this, in points. */
const PLACE = 6
/** On so many pages a row is repeated, where the file has more than `FEW` pages; on all of them where it has fewer. */
const REPEATED = 3
const FEW = 3
/** A row is furniture by its place alone within this share of the page's height from the edge … */
const MARGIN = 0.1
/** … if it is parted from the text by so much white, in ems. */
const WHITE = 1.4

const NUMBER = '(?:#|[ivxlc]+|[〇○零一二三四五六七八九十百]+)'
const PAGE_NUMBER = new RegExp(
  `^[-—–−·.•~*]*(?:第|page)?${NUMBER}[页版]?(?:[,，]?(?:[/／]|of)?[共]?#[页版]?)?[-—–−·.•~*]*$`,
  'i',
)

/**
 * Finds running headers, footers and page numbers: rows at the top or bottom edge that stand at the same place on
 * several pages with the same words (figures may differ), and single page numbers in the margin.
 */
export function bare(leaves: readonly Leaf[]): Bared[] {
  const body = median(leaves.flatMap(({ segments }) => segments.map(({ size }) => size)))
  const found = leaves.map(() => new Map<Segment, 'head' | 'foot'>())
  for (let peeled = 0; peeled < ROWS; peeled++) {
    const outer = leaves.flatMap((leaf, page) => outermost(leaf, page, found[page]))
    const chosen = outer.filter((candidate) => isFurniture(candidate, outer, leaves, body))
    if (chosen.length === 0) break
    for (const { page, edge, row } of chosen) for (const segment of row) found[page]?.set(segment, edge)
  }
  return leaves.map(({ segments }, page) => ({
    head: segments.filter((segment) => found[page]?.get(segment) === 'head'),
    body: segments.filter((segment) => !found[page]?.has(segment)),
    foot: segments.filter((segment) => found[page]?.get(segment) === 'foot'),
  }))
}

/** The first and the last row of a page that are not furniture yet. */
function outermost(
  { segments, height }: Leaf,
  page: number,
  found: ReadonlyMap<Segment, unknown> | undefined,
): Candidate[] {
  const rows = rowsOf(segments.filter((segment) => !found?.has(segment)))
  const [first, second, last, beforeLast] = [rows[0], rows[1], rows.at(-1), rows.at(-2)]
  if (!first || !last) return []
  const candidate = (edge: 'head' | 'foot', row: readonly Segment[], inner: readonly Segment[] | undefined) => {
    const base = baseOf(row)
    const size = sizeOf(row)
    return {
      page,
      edge,
      row,
      shape: rowText(row.map(segmentText)).replace(/\s+/g, '').replace(/\d+/g, '#'),
      distance: edge === 'head' ? base : height - base,
      white: inner ? Math.abs(baseOf(inner) - base) / Math.max(size, sizeOf(inner), 1) : Number.POSITIVE_INFINITY,
    }
  }
  const head = candidate('head', first, second)
  return rows.length === 1 ? [head] : [head, candidate('foot', last, beforeLast)]
}

const baseOf = (row: readonly Segment[]): number => row[0]?.base ?? 0
const sizeOf = (row: readonly Segment[]): number => Math.max(0, ...row.map(({ size }) => size))

function isFurniture(own: Candidate, all: readonly Candidate[], leaves: readonly Leaf[], body: number): boolean {
  const pages = leaves.length
  const inMargin = own.distance < MARGIN * (leaves[own.page]?.height ?? 0) && own.white > WHITE
  if (pages === 1) return inMargin && (PAGE_NUMBER.test(own.shape) || isSmall(own, body))
  const same = all.filter(
    (other) => other.edge === own.edge && other.shape === own.shape && Math.abs(other.distance - own.distance) < PLACE,
  )
  if (PAGE_NUMBER.test(own.shape)) return inMargin || (same.length > 1 && own.white > WHITE)
  return same.length >= (pages > FEW ? REPEATED : 2)
}

const isSmall = ({ row, shape }: Candidate, body: number): boolean =>
  sizeOf(row) < 0.95 * body && shape.length < 40 && !/[。；，]$/.test(shape)
