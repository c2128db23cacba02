import type { PlaceRef } from '#shared/model/place'
import { isMinor, type LibraryLine } from './rows'

/** One row of the grid: a place and what there is of it in each year. */
export interface PlaceYears {
  place: PlaceRef
  /** Report year → its lines, the one that tells most first. */
  years: ReadonlyMap<number, readonly LibraryLine[]>
}

/** The grid place × year: which reports there are, and where one is missing. */
export interface Coverage {
  /** Every year from the first to the last that occurs, without gaps, so that a missing one is seen. */
  years: number[]
  places: PlaceYears[]
  /** Lines without a place or year, which have no cell. */
  unplaced: number
}

const RANK = ['full', 'digest', 'continuation', 'incomplete', 'other']

const rankOf = ({ report }: LibraryLine): number => (report ? RANK.indexOf(report.kind) - (report.main ? 10 : 0) : 99)

/** Lays the lines out by place and year; of the versions of a report only the main one counts. */
export function coverageOf(lines: readonly LibraryLine[]): Coverage {
  const places = new Map<string, { place: PlaceRef; years: Map<number, LibraryLine[]> }>()
  let unplaced = 0
  for (const line of lines) {
    if (isMinor(line)) continue
    const { place, year } = line.report ?? { place: null, year: null }
    if (!place || year === null) {
      unplaced += 1
      continue
    }
    const row = places.get(place.code) ?? { place, years: new Map<number, LibraryLine[]>() }
    row.years.set(
      year,
      [...(row.years.get(year) ?? []), line].sort((a, b) => rankOf(a) - rankOf(b)),
    )
    places.set(place.code, row)
  }
  const rows = [...places.values()].sort((a, b) => a.place.code.localeCompare(b.place.code))
  const all = rows.flatMap(({ years }) => [...years.keys()])
  // One pass, not Math.min(...all): a large library has more reports than a call takes arguments.
  const first = all.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY)
  const last = all.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY)
  const years = all.length === 0 ? [] : Array.from({ length: last - first + 1 }, (_, index) => first + index)
  return { years, places: rows, unplaced }
}
