import type { PlaceRef } from '#shared/model/place'
import type { SearchCount } from '../../workers/search/protocol'
import type { Mark } from './question'

/** Hits of a year, or of a place in a year. */
export interface Tally {
  hits: number
  reports: number
  /** Reports that were looked through; none: there is nothing to say of hits. */
  of: number
  characters: number
}

const NOTHING: Tally = { hits: 0, reports: 0, of: 0, characters: 0 }

const sum = (a: Tally, b: Tally): Tally => ({
  hits: a.hits + b.hits,
  reports: a.reports + b.reports,
  of: a.of + b.of,
  characters: a.characters + b.characters,
})

/** Characters that hits are told per, where they are. */
export const PER = 10_000

/** The number of a mark: hits, or hits per 10,000 characters; null where no report was looked through. */
export function figureOf({ hits, of, characters }: Tally, perCharacters: boolean): number | null {
  if (of === 0) return null
  if (!perCharacters) return hits
  return characters === 0 ? 0 : (hits * PER) / characters
}

/** A line of the figure: a place over the years, or all places. */
export interface CountRow {
  place: PlaceRef | null
  /** Along the years. */
  tallies: readonly Tally[]
}

/** What a figure shows. */
export interface Counted {
  /** Without a gap from the first to the last. */
  years: readonly number[]
  rows: readonly CountRow[]
  /** Hits without a year or, in rows of places, without a place: nowhere in the figure. */
  elsewhere: number
}

function yearsOf(counts: readonly SearchCount[]): number[] {
  const known = counts.flatMap(({ year }) => year ?? [])
  if (known.length === 0) return []
  const first = known.reduce((a, b) => Math.min(a, b))
  const last = known.reduce((a, b) => Math.max(a, b))
  return Array.from({ length: last - first + 1 }, (_, at) => first + at)
}

const hitsOf = (counts: readonly SearchCount[]): number => counts.reduce((all, { hits }) => all + hits, 0)

/** Hits by year. */
export function byYear(counts: readonly SearchCount[]): Counted {
  const years = yearsOf(counts)
  const tallies = years.map((year) => counts.filter((count) => count.year === year).reduce(sum, NOTHING))
  const elsewhere = hitsOf(counts.filter(({ year }) => year === null))
  return { years, rows: years.length > 0 ? [{ place: null, tallies }] : [], elsewhere }
}

/** Hits by place and year, the places with most hits first. */
export function byPlace(counts: readonly SearchCount[]): Counted {
  const years = yearsOf(counts)
  const first = years[0] ?? 0
  const rows = new Map<string, { place: PlaceRef; tallies: Tally[]; hits: number }>()
  let elsewhere = 0
  for (const count of counts) {
    const { place, year, hits } = count
    if (!place || year === null) {
      elsewhere += hits
      continue
    }
    const row = rows.get(place.code) ?? { place, tallies: years.map(() => NOTHING), hits: 0 }
    row.tallies[year - first] = sum(row.tallies[year - first] ?? NOTHING, count)
    row.hits += hits
    rows.set(place.code, row)
  }
  const inOrder = [...rows.values()].sort((a, b) => b.hits - a.hits || (a.place.code < b.place.code ? -1 : 1))
  return { years, rows: inOrder, elsewhere }
}

/** What a mark narrows to; null where there is nothing to look through. */
export function markAt({ rows, years }: Counted, row: number, column: number): Mark | null {
  const [found, year] = [rows[row], years[column]]
  if (!found || year === undefined || (found.tallies[column]?.of ?? 0) === 0) return null
  return { place: found.place, year }
}
