import type { Cell, ReportCells } from '#shared/model/cell'
import type { PlaceRef } from '#shared/model/place'
import type { ReportKind } from '#shared/model/report'
import { StatementKind } from '#shared/model/statement'
import type { MatrixReport } from './matrix-types'

/** What the library knows of one place. */
export interface PlaceRecords {
  /** Its number in the index. */
  number: number
  place: PlaceRef
  /** Kinds of its reports by 报告年度. */
  kinds: Map<number, ReportKind[]>
  reports: MatrixReport[]
}

/** Which cells of an indicator are wanted: numbers of places and years by `PlaceRecords.number` and `years`. */
export interface Wanted {
  /** By number of the place: its own number + 1; 0 for a place that is not wanted. */
  places: Uint32Array
  /** By number of the year, in the same way. */
  years: Uint32Array
}

/**
 * The cells of a library by indicator: main versions of known places, the places' own numbers, nothing rejected. What
 * decides whether a cell is wanted lies in flat arrays, so that a comparison touches only the cells that it shows and
 * four hundred thousand of them take five megabytes.
 */
export interface RecordIndex {
  places: ReadonlyMap<string, PlaceRecords>
  /** Indicators and phrases, in the order of their numbers. */
  indicators: ReadonlyMap<string, number>
  columns: Readonly<Columns>
  /** Numbers of the data years that occur. */
  years: ReadonlyMap<string, number>
  /** Numbers of the data years that some places name for an indicator are marked in `into`. */
  markYears: (indicator: string, places: Uint32Array, into: Uint8Array) => void
  /**
   * Calls with each wanted cell of an indicator, reports by year and id, in each in the order of the text.
   * @param place number of its place in `Wanted.places`, less one; `year` in the same way
   */
  each: (
    indicator: string,
    wanted: Wanted,
    call: (cell: Cell, record: ReportCells, place: number, year: number) => void,
  ) => void
}

/** The latest report last, so that a place has its newest name. */
const byYearAndId = (a: ReportCells, b: ReportCells): number =>
  (a.year ?? 0) - (b.year ?? 0) || (a.report < b.report ? -1 : a.report > b.report ? 1 : 0)

const counts = (cell: Cell): boolean => cell.scope === 'own' && cell.status !== 'rejected'

function placesOf(records: readonly ReportCells[]): Map<string, PlaceRecords> {
  const places = new Map<string, PlaceRecords>()
  for (const { place, report, source, year, kind } of records) {
    if (!place) continue
    let known = places.get(place.code)
    if (!known) {
      known = { number: places.size, place, kinds: new Map(), reports: [] }
      places.set(place.code, known)
    }
    known.place = place
    known.reports.push({ report, source, place, year, kind })
    if (year === null) continue
    const kinds = known.kinds.get(year)
    if (kinds) kinds.push(kind)
    else known.kinds.set(year, [kind])
  }
  return places
}

/** Numbers what occurs in the order in which it is met. */
class Numbering {
  readonly numbers = new Map<string, number>()

  of(name: string): number {
    const known = this.numbers.get(name)
    if (known !== undefined) return known
    const made = this.numbers.size
    this.numbers.set(name, made)
    return made
  }
}

/** Counted cells, one place each in all of the arrays. */
interface Columns {
  /** The cells of indicator `i` are those from `heads[i]` to `heads[i + 1]`. */
  heads: Uint32Array
  record: Uint32Array
  cell: Uint32Array
  place: Uint32Array
  year: Uint32Array
  /** Place in `KINDS`. */
  kind: Uint8Array
  /** 1 for a target, 0 for a result. */
  target: Uint8Array
}

/** Kinds in the order of their numbers. */
export const KINDS: readonly StatementKind[] = StatementKind.options

/** Sorts the counted cells by indicator, in each as they come: a count, then each to its place. */
function sorted(
  records: readonly ReportCells[],
  places: ReadonlyMap<string, PlaceRecords>,
): { indicators: Map<string, number>; years: Map<string, number>; columns: Columns } {
  const [indicators, years] = [new Numbering(), new Numbering()]
  const of = new Uint32Array(records.reduce((sum, { cells }) => sum + cells.length, 0))
  let used = 0
  for (const { cells } of records)
    for (const cell of cells) if (counts(cell)) of[used++] = indicators.of(cell.indicator)
  const heads = new Uint32Array(indicators.numbers.size + 1)
  for (let at = 0; at < used; at++) {
    const head = (of[at] ?? 0) + 1
    heads[head] = (heads[head] ?? 0) + 1
  }
  for (let at = 1; at < heads.length; at++) heads[at] = (heads[at] ?? 0) + (heads[at - 1] ?? 0)
  const next = heads.slice()
  const column = (): Uint32Array => new Uint32Array(used)
  const flags = (): Uint8Array => new Uint8Array(used)
  const columns = {
    heads,
    record: column(),
    cell: column(),
    place: column(),
    year: column(),
    kind: flags(),
    target: flags(),
  }
  let at = 0
  for (const [r, { cells, place }] of records.entries()) {
    const number = places.get(place?.code ?? '')?.number ?? 0
    for (const [c, cell] of cells.entries()) {
      if (!counts(cell)) continue
      const indicator = of[at++] ?? 0
      const to = next[indicator] ?? 0
      next[indicator] = to + 1
      columns.record[to] = r
      columns.cell[to] = c
      columns.place[to] = number
      columns.year[to] = years.of(cell.year)
      columns.kind[to] = KINDS.indexOf(cell.kind)
      columns.target[to] = cell.role === 'target' ? 1 : 0
    }
  }
  return { indicators: indicators.numbers, years: years.numbers, columns }
}

function build(all: readonly ReportCells[]): RecordIndex {
  const records = all.filter(({ main, place }) => main && place !== null).sort(byYearAndId)
  const places = placesOf(records)
  const { indicators, years, columns } = sorted(records, places)
  const within = (indicator: string): [number, number] => {
    const number = indicators.get(indicator)
    return number === undefined ? [0, 0] : [columns.heads[number] ?? 0, columns.heads[number + 1] ?? 0]
  }
  return {
    places,
    indicators,
    columns,
    years,
    markYears: (indicator, wanted, into) => {
      const [begin, end] = within(indicator)
      for (let at = begin; at < end; at++)
        if ((wanted[columns.place[at] ?? 0] ?? 0) > 0) into[columns.year[at] ?? 0] = 1
    },
    each: (indicator, wanted, call) => {
      const [begin, end] = within(indicator)
      for (let at = begin; at < end; at++) {
        const year = wanted.years[columns.year[at] ?? 0] ?? 0
        const place = wanted.places[columns.place[at] ?? 0] ?? 0
        if (year === 0 || place === 0) continue
        const record = records[columns.record[at] ?? 0]
        const cell = record?.cells[columns.cell[at] ?? 0]
        if (record && cell) call(cell, record, place - 1, year - 1)
      }
    },
  }
}

/** One index for each array of records: it is made once, and goes with the array. */
const known = new WeakMap<readonly ReportCells[], RecordIndex>()

/** The cells of a library by indicator, built in one go when first asked for. The array must not be changed after. */
export function indexOf(records: readonly ReportCells[]): RecordIndex {
  const found = known.get(records)
  if (found) return found
  const made = build(records)
  known.set(records, made)
  return made
}
