import type { Region } from './columns'
import { type Edges, median, type Segment } from './run'
import { rowsOf } from './segments'

/** An edge is one where so many lines begin or end, as a share of the column's. */
const SHARE = 0.04
/** A region of fewer lines takes the edges of others. */
const ENOUGH = 6
/** Edges within this are one, in ems. */
const SAME = 0.5

/** A region, and the width of the page that it stands on. */
export interface Placed {
  readonly region: Region
  readonly width: number
}

/**
 * Left and right edge of each region. One that stands across the page and has few lines, or none that end together,
 * takes those of the others on pages of the same width: a page that ends after two lines has no edge of its own.
 */
export function edgesOf(placed: readonly Placed[]): Edges[] {
  const common = new Map<number, Edges>()
  for (const [width, regions] of acrossBy(placed))
    common.set(
      width,
      edgesOfRows(
        regions.flatMap(({ segments }) => rowsOf(segments)),
        2,
      ),
    )
  return placed.map(({ region, width }) => {
    const rows = rowsOf(region.segments)
    const own = edgesOfRows(rows, 2)
    const shared = region.column ? undefined : common.get(Math.round(width))
    if (!shared || (rows.length >= ENOUGH && rightsAt(rows, own.right) >= 3)) return own
    return { left: Math.min(own.left, shared.left), right: Math.max(own.right, shared.right) }
  })
}

function acrossBy(placed: readonly Placed[]): Map<number, Region[]> {
  const across = new Map<number, Region[]>()
  for (const { region, width } of placed) {
    if (region.column) continue
    const key = Math.round(width)
    across.set(key, [...(across.get(key) ?? []), region])
  }
  return across
}

const leftOf = (row: readonly Segment[]): number => Math.min(...row.map(({ left }) => left))
const rightOf = (row: readonly Segment[]): number => Math.max(...row.map(({ right }) => right))

const rightsAt = (rows: readonly (readonly Segment[])[], edge: number): number =>
  rows.filter((row) => Math.abs(rightOf(row) - edge) < SAME * (row[0]?.size ?? 0)).length

/** The outermost places where several lines begin and end. */
function edgesOfRows(rows: readonly (readonly Segment[])[], least: number): Edges {
  const within = SAME * median(rows.map((row) => row[0]?.size ?? 0))
  const support = Math.max(least, SHARE * rows.length)
  const lefts = rows.map(leftOf)
  const rights = rows.map((row) => -rightOf(row))
  return { left: outermost(lefts, within, support), right: -outermost(rights, within, support) }
}

/** The least value that `support` values share within a distance; the least of all where none has so many. */
function outermost(values: readonly number[], within: number, support: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  for (let at = 0; at < sorted.length; at++) {
    const value = sorted[at] ?? 0
    const last = sorted[at + Math.ceil(support) - 1]
    if (last !== undefined && last - value <= within) return value
  }
  return sorted[0] ?? 0
}
