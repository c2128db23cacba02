import { useEffect, useState } from 'react'
import type { Place } from '#shared/model/place'

/** The table of divisions is large, so it is loaded when a view first needs it. */
type Gazetteer = typeof import('#shared/places/gazetteer')

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
export function placesAbove(gazetteer: Gazetteer | null, place: Pick<Place, 'parent'> | null): Place[] {
  const above: Place[] = []
  let at = place?.parent ?? null
  while (gazetteer && at) {
    const next = gazetteer.placeByCode(at)
    if (!next || next.level === 'nation') break
    above.push(next)
    at = next.parent
  }
  return above
}
