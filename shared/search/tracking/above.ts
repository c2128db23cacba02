import type { PlaceRef } from '../../model/place'
import { endsAt, isDated, type UseEnds } from './ends'
import type { WordingUse } from './use'

/**
 * What is known of the upper level: it uses the wording; its whole reports are silent; only digests are at hand, whose
 * silence says nothing; or none of its reports is.
 */
export type AboveState = 'used' | 'unsaid' | 'unsure' | 'absent'

/**
 * How the years between two beginnings are to be read: as they are; at least or at most so many, since one beginning may
 * lie earlier; or not at all, since both may.
 */
export type LagBound = 'exact' | 'least' | 'most' | 'open'

/** A place beside the level above it. */
export interface BesideAbove {
  place: PlaceRef
  ends: UseEnds
  /** Code of the place above, null for the nation. */
  above: string | null
  state: AboveState
  aboveEnds: UseEnds | null
  /** Years from the first use above to the one here, below zero where the lower level was first; null without both. */
  lag: number | null
  bound: LagBound
}

function boundOf(own: UseEnds, above: UseEnds): LagBound {
  if (isDated(own)) return isDated(above) ? 'exact' : 'least'
  return isDated(above) ? 'most' : 'open'
}

function silenceAt({ cells }: WordingUse, code: string): AboveState {
  const own = [...(cells.get(code)?.values() ?? [])]
  if (own.length === 0) return 'absent'
  return own.some(({ full }) => full) ? 'unsaid' : 'unsure'
}

/**
 * Every place that uses a wording beside the place above it.
 * @param use the places that are asked about
 * @param all every place at hand, so that the one above is found though it is not asked about
 */
export function besideAbove(use: WordingUse, all: WordingUse, term: number): BesideAbove[] {
  return use.places.flatMap((place): BesideAbove[] => {
    const ends = endsAt(use, place.code, term)
    if (!ends) return []
    const { parent } = place
    const aboveEnds = parent === null ? null : endsAt(all, parent, term)
    const state = aboveEnds ? 'used' : silenceAt(all, parent ?? '')
    return [
      {
        ...{ place, ends, above: parent, state, aboveEnds },
        lag: aboveEnds && ends.first.year - aboveEnds.first.year,
        bound: aboveEnds ? boundOf(ends, aboveEnds) : 'open',
      },
    ]
  })
}
