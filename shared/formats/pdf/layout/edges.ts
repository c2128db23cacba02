import type { Region } from './columns'
import { type Edges, median, type Segment } from './run'
import { rowsOf } from './segments'

/** An edge is one where so many lines begin or end, as a share of the column's. */
const SHARE = 0.04
/** A region of fewer lines takes the edges of others. */
const ENOUGH = 6
/** Edges within this are one, in ems. */
const SAME = 0.5

const NONE: Edges = { left: 0, right: 0 }

/** A region, and the page that it stands on. */
export interface Placed {
  readonly region: Region
  readonly page: number
  /** Width of the page. */
  readonly width: number
}

/**
 * Left and right edge of each region. One that stands across the page reaches as far as the columns on it do. If it has
 * few lines, or none that end together, it takes the edges of others across pages of the same width: a page that ends
 * after two lines has no edge of its own.
 */
export function edgesOf(placed: readonly Placed[]): Edges[] {
  const common = new Map<number, Edges>()
  const across = placed.filter(({ region }) => !region.column)
  for (const [width, regions] of grouped(across.map(({ region, width }) => [Math.round(width), region] as const))) {
    const rows = regions.flatMap(({ segments }) => rowsOf(segments))
    common.set(width, edgesOfRows(rows, 2))
  }
  const own = placed.map(({ region }) => edgesOfRows(rowsOf(region.segments), 2))
  const columnsOf = grouped(
    placed.flatMap(({ region, page }, at) => (region.column ? [[page, own[at] ?? NONE] as const] : [])),
  )
  return placed.map(({ region, width, page }, at) => {
    const edges = own[at] ?? NONE
    if (region.column) return edges
    const columns = columnsOf.get(page)
    if (columns) return union(edges, columns)
    const rows = rowsOf(region.segments)
    const shared = common.get(Math.round(width))
    return !shared || (rows.length >= ENOUGH && rightsAt(rows, edges.right) >= 3) ? edges : union(edges, [shared])
  })
}

const union = (edges: Edges, others: readonly Edges[]): Edges => ({
  left: Math.min(edges.left, ...others.map(({ left }) => left)),
  right: Math.max(edges.right, ...others.map(({ right }) => right)),
})

function grouped<T>(entries: readonly (readonly [number, T])[]): Map<number, T[]> {
  const groups = new Map<number, T[]>()
  for (const [key, value] of entries) {
    const group = groups.get(key)
    if (group) group.push(value)
    else groups.set(key, [value])
  }
  return groups
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
