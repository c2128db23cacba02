import { useEffect, useState } from 'react'
import type { Place } from '#shared/model/place'

/** The table of divisions is large, so it is loaded when a view first needs it. */
export type Gazetteer = typeof import('#shared/places/gazetteer')

let loaded: Gazetteer | null = null

/** The gazetteer, null while it is being loaded. */
export function useGazetteer(): Gazetteer | null {
  const [gazetteer, setGazetteer] = useState(loaded)
  useEffect(() => {
    if (gazetteer) return
    let wanted = true
    void import('#shared/places/gazetteer').then((module) => {
      loaded = module
      if (wanted) setGazetteer(module)
    })
    return () => {
      wanted = false
    }
  }, [gazetteer])
  return gazetteer
}

/** The divisions above a place, the nearest first, without the nation. */
export function placesAbove(
  gazetteer: Pick<Gazetteer, 'placeByCode'> | null,
  place: Pick<Place, 'parent'> | null,
): Place[] {
  const above: Place[] = []
  let at = place?.parent ?? null
  while (gazetteer && at) {
    const next = gazetteer.placeByCode(at)
    // A ring of the user's own places would never end.
    if (!next || next.level === 'nation' || above.includes(next)) break
    above.push(next)
    at = next.parent
  }
  return above
}
