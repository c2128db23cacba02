import { type CodeCounts, type Count, type Cover, NO_PLACE, NO_YEAR, sumOf } from '#shared/coding/code-counts'

/** What a table of counts is about. */
export interface CountsWanted {
  /** The code whose places and years are shown; null for all codes by year or by place. */
  code: string | null
  by: 'year' | 'place'
}

/** A place and a year that a cell counts; null for all. */
export interface CellPlace {
  code: string
  place: string | null
  year: number | null
}

/** A cell: its count, and whether there is anything to count in. */
export interface CountCell {
  count: Count
  cover: 'full' | 'part' | 'none'
  at: CellPlace
}

/** A line of the table. `name` is null for a place or year that is not known. */
export interface CountLine {
  key: string
  name: string | null
  /** Depth in the codebook, 0 for places. */
  depth: number
  color: string | null
  cells: readonly CountCell[]
  total: CountCell
}

export interface CountColumn {
  key: string
  name: string | null
}

export interface CountsTable {
  columns: readonly CountColumn[]
  lines: readonly CountLine[]
}

/** A code as a line of the table. */
export interface CountedCode {
  id: string
  name: string
  depth: number
  color: string
}

const NOTHING: Count = { annotations: 0, characters: 0 }

/**
 * The table of a code (places × years), or of all codes (codes × years or places).
 * @param codes in the order of the tree
 */
export function countsTable(
  { counts }: Pick<CodeCounts, 'counts'>,
  cover: Cover,
  codes: readonly CountedCode[],
  { code, by }: CountsWanted,
): CountsTable {
  const countAt = (id: string, place: string | null, year: number | null): Count => {
    const places = counts.get(id)
    if (!places) return NOTHING
    const years = place === null ? [...places.values()] : [places.get(place) ?? new Map<number, Count>()]
    return sumOf(years.flatMap((one) => (year === null ? [...one.values()] : [one.get(year) ?? NOTHING])))
  }
  const cellAt = (id: string, place: string | null, year: number | null): CountCell => ({
    count: countAt(id, place, year),
    cover: place === null || year === null ? 'full' : cover.at(place, year),
    at: { code: id, place, year },
  })
  const shown = code === null ? codes.map(({ id }) => id) : [code]
  const placesIn = new Set(shown.flatMap((id) => [...(counts.get(id)?.keys() ?? [])]))
  const yearsIn = new Set(
    shown.flatMap((id) => [...(counts.get(id)?.values() ?? [])].flatMap((years) => [...years.keys()])),
  )
  const places: { key: string; name: string | null }[] = cover.places.map((place) => ({
    key: place.code,
    name: place.name,
  }))
  if (placesIn.has(NO_PLACE)) places.push({ key: NO_PLACE, name: null })
  const years: { key: number; name: string | null }[] = cover.years.map((year) => ({ key: year, name: String(year) }))
  if (yearsIn.has(NO_YEAR)) years.push({ key: NO_YEAR, name: null })
  if (code !== null)
    return {
      columns: years.map(({ key, name }) => ({ key: String(key), name })),
      lines: places.map(({ key, name }) => ({
        key,
        name,
        depth: 0,
        color: null,
        cells: years.map((year) => cellAt(code, key, year.key)),
        total: cellAt(code, key, null),
      })),
    }
  return {
    columns: by === 'year' ? years.map(({ key, name }) => ({ key: String(key), name })) : places,
    lines: codes.map(({ id, name, depth, color }) => ({
      key: id,
      name,
      depth,
      color,
      cells:
        by === 'year' ? years.map(({ key }) => cellAt(id, null, key)) : places.map(({ key }) => cellAt(id, key, null)),
      total: cellAt(id, null, null),
    })),
  }
}

/** The sums of the columns; of all codes there are none, since an annotation may have several. */
export const columnSums = ({ columns, lines }: CountsTable): Count[] =>
  columns.map((_, at) => sumOf(lines.map(({ cells }) => cells[at]?.count ?? NOTHING)))

/** The table without lines and columns that count nothing. */
export function withoutEmpty({ columns, lines }: CountsTable): CountsTable {
  const used = columns.map((_, at) => lines.some(({ cells }) => (cells[at]?.count.annotations ?? 0) > 0))
  return {
    columns: columns.filter((_, at) => used[at]),
    lines: lines
      .filter(({ total }) => total.count.annotations > 0)
      .map((line) => ({ ...line, cells: line.cells.filter((_, at) => used[at]) })),
  }
}
