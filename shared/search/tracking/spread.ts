import { rateOf, type WordingUse } from './use'

/** A share of fewer places than this is easily chance, and is said to be of few. */
export const FEW_PLACES = 5

/** The use of a wording in a year. */
export interface YearUse {
  year: number
  /** Places with a whole report of the year. */
  of: number
  /** How many of these use it. */
  using: number
  /** Places that use it in a digest or a part: they have no whole report of the year. */
  elsewhere: number
  /** Of all reports that count. */
  hits: number
  /** In 10,000 characters of whole reports; null where there is none. */
  rate: number | null
}

/** How many places use a wording in any year. */
export interface PlaceSpread {
  /** Places with a whole report: only these could be silent. */
  of: number
  /** How many of these use it, be it in a digest. */
  using: number
  /** Places without a whole report that use it; those that do not say nothing. */
  elsewhere: number
}

/** The use of a wording over all years, by place. */
export function placeSpread({ places, cells }: WordingUse, term: number): PlaceSpread {
  const told: PlaceSpread = { of: 0, using: 0, elsewhere: 0 }
  for (const { code } of places) {
    const own = [...(cells.get(code)?.values() ?? [])]
    const isUsed = own.some(({ hits }) => (hits[term] ?? 0) > 0)
    if (own.some(({ full }) => full)) {
      told.of++
      if (isUsed) told.using++
    } else if (isUsed) told.elsewhere++
  }
  return told
}

/** The use of a wording year by year. */
export function spreadOf({ places, years, cells }: WordingUse, term: number): YearUse[] {
  return years.map((year) => {
    const told = { year, of: 0, using: 0, elsewhere: 0, hits: 0 }
    let [hits, characters] = [0, 0]
    for (const { code } of places) {
      const cell = cells.get(code)?.get(year)
      if (!cell) continue
      const own = cell.hits[term] ?? 0
      told.hits += own
      if (cell.full) {
        told.of++
        if (own > 0) told.using++
        hits += own
        characters += cell.characters
      } else if (own > 0) told.elsewhere++
    }
    return { ...told, rate: told.of === 0 ? null : rateOf(hits, characters) }
  })
}
