import type { Place } from '../model/place'
import { childrenOf, parentOf, placesCalled, placesNamed } from './gazetteer'

/** The places that names are looked up among: those of the gazetteer, and those that the user added. */
export interface Directory {
  /** The user's places. */
  readonly added: readonly Place[]
  /** Places that a name with its level word means. */
  named(form: string): readonly Place[]
  /** Places that a short name means. */
  called(short: string): readonly Place[]
  /** The division above. */
  above(place: Pick<Place, 'parent'>): Place | null
  /** The divisions directly under one. */
  under(code: string): readonly Place[]
}

const GAZETTEER: Directory = {
  added: [],
  named: placesNamed,
  called: placesCalled,
  above: parentOf,
  under: childrenOf,
}

/** The gazetteer with the user's own places, which a name means before any other. */
export function directoryOf(added: readonly Place[]): Directory {
  if (added.length === 0) return GAZETTEER
  const find = (test: (place: Place) => boolean): Place[] => added.filter(test)
  return {
    added,
    named: (form) => [...find(({ name }) => name === form), ...placesNamed(form)],
    called: (short) => [...find((place) => place.short === short), ...placesCalled(short)],
    above: (place) => added.find(({ code }) => code === place.parent) ?? parentOf(place),
    under: (code) => [...find(({ parent }) => parent === code), ...childrenOf(code)],
  }
}
