import type { Comparison } from '#shared/model/comparison'
import type { PlaceRef } from '#shared/model/place'

/** Places that stand together: those under one place, or of one level. */
export interface PlaceGroup {
  /** Code of the place above them, or their level; '' for all places where they are not grouped. */
  id: string
  /** Their positions in the list of places, in its order. */
  places: readonly number[]
}

/** Puts places in groups, groups in the order in which their first place stands. */
export function groupPlaces(places: readonly PlaceRef[], by: Comparison['groups']): PlaceGroup[] {
  const groups = new Map<string, number[]>()
  for (const [at, place] of places.entries()) {
    const id = by === 'none' ? '' : by === 'level' ? place.level : (place.parent ?? '')
    const known = groups.get(id)
    if (known) known.push(at)
    else groups.set(id, [at])
  }
  return [...groups].map(([id, members]) => ({ id, places: members }))
}

/** Codes under which a division stands by its own code: 410304 under 410300 and 410000. */
const above = (code: string): string[] =>
  /^\d{6}$/.test(code) ? [`${code.slice(0, 4)}00`, `${code.slice(0, 2)}0000`].filter((one) => one !== code) : []

/**
 * The places of a list that stand under no other one of it: what a total may add without counting a city and its
 * districts twice.
 * @param within positions in `places`
 */
export function topPlaces(places: readonly PlaceRef[], within: readonly number[]): number[] {
  const present = new Set(within.map((at) => places[at]?.code ?? ''))
  const byCode = new Map(places.map((place) => [place.code, place]))
  const isUnder = (place: PlaceRef): boolean => {
    const met = new Set([place.code])
    for (let parent = place.parent; parent !== null && !met.has(parent); parent = byCode.get(parent)?.parent ?? null) {
      if (present.has(parent)) return true
      met.add(parent)
    }
    return above(place.code).some((code) => present.has(code))
  }
  return within.filter((at) => {
    const place = places[at]
    return place !== undefined && !isUnder(place)
  })
}
