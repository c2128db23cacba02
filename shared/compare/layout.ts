import { type Comparison, comparisonDefaults, Dimension } from '#shared/model/comparison'
import { groupPlaces, type PlaceGroup, topPlaces } from './groups'
import type { Matrix, MatrixCell } from './matrix-types'
import { isAdditive, type Total, totalOf } from './totals'

/** One heading of a line: `index` is the position in the matrix's places, years, indicators or roles. */
export interface Head {
  dimension: Dimension | 'role' | 'group' | 'total'
  /** Of a group or a total: position in `Laid.groups`; -1 for all places. */
  index: number
}

/** A row or column of the table. Columns have the group above the place; rows a line of its own before them. */
export interface Line {
  /** `group`: a heading alone, without cells. */
  kind: 'cells' | 'group' | 'total'
  /** Outermost first. */
  heads: readonly Head[]
  /** What the headings name together. */
  at: Readonly<Crossing>
}

/** Where a row and a column meet: positions in the matrix's lists; -1 for what neither of them names. */
interface Crossing {
  place: number
  year: number
  indicator: number
  role: number
  /** Position of the group whose places are summed, -1 for all of them; null where it is no total. */
  total: number | null
}

/** A comparison as a table: any of its dimensions on either side. */
export interface Laid {
  matrix: Matrix
  rows: readonly Line[]
  columns: readonly Line[]
  groups: readonly PlaceGroup[]
  /** What crosses; null where one of the lines is a heading, or has no sum. */
  cell: (row: Line, column: Line) => MatrixCell | null
  total: (row: Line, column: Line) => Total | null
  /** Whether there is a number; asked without making cells. */
  holds: (row: Line, column: Line) => boolean
}

/** What a table is laid out by. */
export type LayoutOf = Pick<Comparison, 'layout' | 'groups' | 'totals'>

/** A layout in which each dimension stands once; what is on neither side joins the columns. */
export function soundLayout({ rows, columns }: Comparison['layout']): Comparison['layout'] {
  const left = [...new Set(rows)]
  const top = [...new Set(columns)].filter((one) => !left.includes(one))
  const missing = Dimension.options.filter((one) => !left.includes(one) && !top.includes(one))
  if (missing.length === Dimension.options.length) return comparisonDefaults().layout
  return { rows: left, columns: [...top, ...missing] }
}

interface Plan {
  matrix: Matrix
  groups: readonly PlaceGroup[]
  grouped: boolean
  totals: boolean
}

function lineOf(kind: Line['kind'], heads: readonly Head[]): Line {
  const at: Crossing = { place: -1, year: -1, indicator: -1, role: -1, total: null }
  for (const { dimension, index } of heads)
    if (dimension === 'total') at.total = index
    else if (dimension !== 'group') at[dimension] = index
  return { kind, heads, at }
}

/** The headings of a dimension without places, in order. */
function plainHeads(dimension: Exclude<Dimension, 'place'> | 'role', { matrix }: Plan): Head[][] {
  const many = { year: matrix.years, indicator: matrix.indicators, role: matrix.roles }[dimension]
  return many.map((_, index) => [{ dimension, index }])
}

/** The headings of the places, each under its group; totals of a group behind its places, that of all at the end. */
function placeHeads({ matrix, groups, grouped, totals }: Plan): Head[][] {
  const under = (group: number, head: Head): Head[] => (grouped ? [{ dimension: 'group', index: group }, head] : [head])
  const heads = groups.flatMap(({ places }, group) => [
    ...places.map((index) => under(group, { dimension: 'place', index })),
    ...(grouped && totals && places.length > 1 ? [under(group, { dimension: 'total', index: group })] : []),
  ])
  return totals && matrix.places.length > 1 ? [...heads, under(-1, { dimension: 'total', index: -1 })] : heads
}

/**
 * The lines of a side.
 * @param above what stands above them so far
 */
function linesOf(dimensions: readonly (Dimension | 'role')[], above: readonly Head[], plan: Plan): Line[] {
  const [first, ...rest] = dimensions
  if (first === undefined)
    return [lineOf(above.some(({ dimension }) => dimension === 'total') ? 'total' : 'cells', above)]
  const heads = first === 'place' ? placeHeads(plan) : plainHeads(first, plan)
  return heads.flatMap((own) => linesOf(rest, [...above, ...own], plan))
}

/** Takes groups out of the headings of lines and gives each a line of its own, before the first of its places. */
function groupsApart(lines: readonly Line[]): Line[] {
  let last = ''
  return lines.flatMap((line) => {
    const at = line.heads.findIndex(({ dimension }) => dimension === 'group')
    if (at < 0) return [line]
    const heads = line.heads.filter((_, index) => index !== at)
    const above = line.heads.slice(0, at + 1)
    const name = above.map(({ dimension, index }) => `${dimension} ${index}`).join()
    const begins = name !== last && line.heads[at]?.index !== -1
    last = name
    return begins ? [lineOf('group', above), lineOf(line.kind, heads)] : [lineOf(line.kind, heads)]
  })
}

const joined = (a: number, b: number): number => (a < 0 ? b : a)

const cross = ({ at: row }: Line, { at: column }: Line): Crossing => ({
  place: joined(row.place, column.place),
  year: joined(row.year, column.year),
  indicator: joined(row.indicator, column.indicator),
  role: joined(row.role, column.role),
  total: row.total ?? column.total,
})

/**
 * Lays a matrix out as a table. Roles stand innermost on the rows. Sums stand only where they make sense
 * (`isAdditive`), over places none of which stands under another.
 * @param matrix as `buildMatrix` makes it: rows by place and role, columns by indicator and year
 * @param nameOf Chinese name of an indicator, to tell averages from amounts
 */
export function layOut(matrix: Matrix, settings: LayoutOf, nameOf: (indicator: string) => string): Laid {
  const layout = soundLayout(settings.layout)
  const additive = matrix.indicators.map(({ indicator, base }) => isAdditive(matrix.kind, base, nameOf(indicator)))
  const grouped = settings.groups !== 'none'
  const groups = groupPlaces(matrix.places, settings.groups)
  const plan = { matrix, groups, grouped, totals: settings.totals && additive.includes(true) }
  const [roles, years] = [matrix.roles.length, matrix.years.length]
  const all = topPlaces(
    matrix.places,
    matrix.places.map((_, at) => at),
  )
  const tops = groups.map(({ places }) => topPlaces(matrix.places, places))
  const totals = new Map<string, Total | null>()
  const rowAt = ({ role }: Crossing, place: number) => matrix.rows[place * roles + role]
  const columnAt = ({ indicator, year }: Crossing): number => indicator * years + year

  const total = (row: Line, column: Line): Total | null => {
    if (row.kind === 'group' || column.kind === 'group') return null
    const at = cross(row, column)
    if (at.total === null || additive[at.indicator] !== true) return null
    const name = `${at.total} ${at.role} ${columnAt(at)}`
    const known = totals.get(name)
    if (known !== undefined) return known
    const places = at.total < 0 ? all : (tops[at.total] ?? [])
    const cells = places.flatMap((place) => rowAt(at, place)?.cells[columnAt(at)] ?? [])
    const made = totalOf(cells, matrix.indicators[at.indicator]?.base ?? '')
    totals.set(name, made)
    return made
  }
  return {
    matrix,
    groups,
    rows: groupsApart(linesOf([...layout.rows, 'role'], [], plan)),
    columns: linesOf(layout.columns, [], plan),
    total,
    cell: (row, column) => {
      if (row.kind !== 'cells' || column.kind !== 'cells') return null
      const at = cross(row, column)
      return rowAt(at, at.place)?.cells[columnAt(at)] ?? null
    },
    holds: (row, column) => {
      if (row.kind === 'group' || column.kind === 'group') return false
      if (row.kind === 'total' || column.kind === 'total') return total(row, column) !== null
      // No crossing is made: a table of a library asks a hundred thousand times.
      const place = joined(row.at.place, column.at.place)
      const indicator = joined(row.at.indicator, column.at.indicator)
      const year = joined(row.at.year, column.at.year)
      const role = joined(row.at.role, column.at.role)
      return matrix.rows[place * roles + role]?.holds(indicator * years + year) ?? false
    },
  }
}

/** A table without what is empty, and how much was left out. */
export interface Trimmed {
  laid: Laid
  rows: number
  columns: number
}

/** Headings are kept where a line of theirs is; a line without any number goes. */
function keptLines(lines: readonly Line[], filled: ReadonlySet<Line>): Line[] {
  return lines.filter((line, at) => {
    if (line.kind !== 'group') return filled.has(line)
    for (let next = at + 1; next < lines.length; next++) {
      const other = lines[next]
      if (other?.kind !== 'cells') return false
      if (filled.has(other)) return true
    }
    return false
  })
}

/** Leaves out rows and columns that hold no number at all. A table without any number stays as it is. */
export function withoutEmptyLines(laid: Laid): Trimmed {
  const filled = new Set<Line>()
  for (const row of laid.rows)
    for (const column of laid.columns)
      if (laid.holds(row, column)) {
        filled.add(row)
        filled.add(column)
      }
  if (filled.size === 0) return { laid, rows: 0, columns: 0 }
  const rows = keptLines(laid.rows, filled)
  const columns = keptLines(laid.columns, filled)
  const count = (before: readonly Line[], after: readonly Line[]): number =>
    before.filter(({ kind }) => kind === 'cells').length - after.filter(({ kind }) => kind === 'cells').length
  return { laid: { ...laid, rows, columns }, rows: count(laid.rows, rows), columns: count(laid.columns, columns) }
}
