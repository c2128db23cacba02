import type { PlaceRef } from '#shared/model/place'
import type { SearchCount } from './protocol'

/** Counts as they go between threads: as columns they are sent without a copy, thousands of objects take long. */
export interface PackedCounts {
  /** Each place once. */
  places: readonly PlaceRef[]
  /** Row by row what `FIELDS` names; no place is -1, no year is not a number. */
  numbers: Float64Array<ArrayBuffer>
}

/** Numbers of a row: place, year, hits, reports, of, characters. */
const FIELDS = 6

const isSame = (one: PlaceRef, other: PlaceRef): boolean =>
  one.code === other.code &&
  one.name === other.name &&
  one.short === other.short &&
  one.level === other.level &&
  one.parent === other.parent

/** Packs counts. Rows with the same place get the one object of it. */
export function packCounts(counts: readonly SearchCount[]): PackedCounts {
  const places: PlaceRef[] = []
  const known = new Map<string, number>()
  const placeOf = (place: PlaceRef | null): number => {
    if (!place) return -1
    const at = known.get(place.code)
    const there = at === undefined ? undefined : places[at]
    if (at !== undefined && there && isSame(there, place)) return at
    known.set(place.code, places.length)
    return places.push(place) - 1
  }
  const numbers = new Float64Array(counts.length * FIELDS)
  let at = 0
  for (const { place, year, hits, reports, of, characters } of counts) {
    numbers[at++] = placeOf(place)
    numbers[at++] = year ?? Number.NaN
    numbers[at++] = hits
    numbers[at++] = reports
    numbers[at++] = of
    numbers[at++] = characters
  }
  return { places, numbers }
}

/** The counts again, in their order. */
export function unpackCounts({ places, numbers }: PackedCounts): SearchCount[] {
  const counts: SearchCount[] = []
  let at = 0
  const next = (): number => numbers[at++] ?? 0
  while (at < numbers.length) {
    const [place, year] = [next(), next()]
    counts.push({
      place: places[place] ?? null,
      year: Number.isNaN(year) ? null : year,
      ...{ hits: next(), reports: next(), of: next(), characters: next() },
    })
  }
  return counts
}
