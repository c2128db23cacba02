import type { PlaceRef } from '../../model/place'
import { endsAt } from './ends'
import type { ReportUse, UseHit, WordingUse } from './use'

/** A wording that a place no longer uses. */
export interface EndedUse {
  place: PlaceRef
  last: UseHit
  /** The next whole report, which is silent like all whole ones after it. */
  next: ReportUse
  /** Years of the whole reports that are silent since. */
  silent: number[]
  /** Wordings of the group whose first use at the place lies between the last use of this one and the next report. */
  began: number[]
}

/** Places that no longer use a wording: whole reports came after the last use, and none has it. */
export function endedUses(use: WordingUse, term: number, terms: number): EndedUse[] {
  return use.places.flatMap((place): EndedUse[] => {
    const ends = endsAt(use, place.code, term)
    if (!ends || ends.silentAfter === null) return []
    const own = [...(use.cells.get(place.code) ?? [])]
    const after = own.filter(([year, { full }]) => full && year > ends.last.year)
    const next = after[0]?.[1].reports[0]
    if (!next) return []
    const began = Array.from({ length: terms }, (_, other) => other).filter((other) => {
      const first = other === term ? null : endsAt(use, place.code, other)?.first
      return first && first.year > ends.last.year && first.year <= next.year
    })
    return [{ place, last: ends.last, next, silent: after.map(([year]) => year), began }]
  })
}
