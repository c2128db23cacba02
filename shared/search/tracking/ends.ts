import type { PlaceRef } from '../../model/place'
import { hitIn, type UseCell, type UseHit, type WordingUse } from './use'

/** When a place began to use a wording and when it was seen last. */
export interface UseEnds {
  first: UseHit
  last: UseHit
  /**
   * Year of the last whole report before the first use, which is silent: the use began after it. Null where there is
   * none: it may be older than what is at hand.
   */
  silentBefore: number | null
  /** Year of the first whole report after the last use, which is silent. Null where there is none. */
  silentAfter: number | null
}

/** Whether the year of the first use is the year of its beginning: the whole report of the year before is silent. */
export const isDated = ({ first, silentBefore }: UseEnds): boolean => silentBefore === first.year - 1

/** First and last use of a wording at a place; null where it is not used. */
export function endsAt({ cells }: WordingUse, code: string, term: number): UseEnds | null {
  let [earliest, latest]: [UseCell | undefined, UseCell | undefined] = [undefined, undefined]
  let [silentBefore, silentAfter]: [number | null, number | null] = [null, null]
  for (const [year, cell] of cells.get(code) ?? []) {
    if ((cell.hits[term] ?? 0) > 0) {
      earliest ??= cell
      latest = cell
      silentAfter = null
    } else if (cell.full && earliest) silentAfter ??= year
    else if (cell.full) silentBefore = year
  }
  const [first, last] = [hitIn(earliest, term, 'first'), hitIn(latest, term, 'last')]
  return first && last && { first, last, silentBefore, silentAfter }
}

/** A place with the ends of its use, null where it does not use the wording. */
export interface PlaceEnds {
  place: PlaceRef
  ends: UseEnds | null
}

/** First and last use at every place. */
export const endsByPlace = (use: WordingUse, term: number): PlaceEnds[] =>
  use.places.map((place) => ({ place, ends: endsAt(use, place.code, term) }))

/** First and last use among all places; places of a higher level first, where years are the same. */
export function wholeEnds(list: readonly PlaceEnds[]): { first: UseHit; last: UseHit } | null {
  const used = list.flatMap(({ ends }) => ends ?? [])
  const [head] = used
  if (!head) return null
  return used.reduce(
    ({ first, last }, ends) => ({
      first: ends.first.year < first.year ? ends.first : first,
      last: ends.last.year > last.year ? ends.last : last,
    }),
    { first: head.first, last: head.last },
  )
}
