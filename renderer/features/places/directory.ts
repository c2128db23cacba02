import { useMemo } from 'react'
import type { Place } from '#shared/model/place'
import { listUserPlaces, useLive } from '../../storage'
import { type Gazetteer, placesAbove, useGazetteer } from './gazetteer'

/** The places that can be chosen: those of the gazetteer, and the user's own. */
export interface Directory {
  readonly own: readonly Place[]
  byCode(code: string): Place | null
  /** The divisions above, the nearest first, without the nation. */
  above(place: Pick<Place, 'parent'>): Place[]
  /** Places by name or code, the user's own first, then those that fit best. */
  search(query: string, limit: number): Place[]
  /** A place with the divisions above it: 瀍河回族区 · 洛阳市 · 河南省. */
  label(place: Pick<Place, 'name' | 'parent'>): string
}

/** The gazetteer and the user's places as one. */
export function directoryOf(gazetteer: Gazetteer, own: readonly Place[]): Directory {
  const byCode = (code: string) => own.find((place) => place.code === code) ?? gazetteer.placeByCode(code)
  const above = (place: Pick<Place, 'parent'>) => placesAbove({ placeByCode: byCode }, place)
  return {
    own,
    byCode,
    above,
    search: (query, limit) => {
      const wanted = query.trim()
      if (wanted === '') return []
      const added = own.filter(({ name, short }) => name.includes(wanted) || short.includes(wanted))
      return [...added, ...gazetteer.searchPlaces(wanted, limit)].slice(0, limit)
    },
    label: (place) => [place.name, ...above(place).map(({ name }) => name)].join(' · '),
  }
}

/** The places that can be chosen, null while they are being loaded. */
export function useDirectory(): Directory | null {
  const gazetteer = useGazetteer()
  const own = useLive(listUserPlaces, [])
  return useMemo(() => (gazetteer && own ? directoryOf(gazetteer, own) : null), [gazetteer, own])
}
