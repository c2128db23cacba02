import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { Place, PlaceRef } from '#shared/model/place'

/** The form for a place of the user's own: a new one, or one that is changed. */
export interface PlaceForm {
  /** Null for a new place. */
  place: Place | null
  /** The name that a new one begins with. */
  name: string
  /** The division that a new one is put under, as far as that can be told. */
  parent: string | null
  /** Told what was saved. */
  done: (place: PlaceRef) => void
}

interface PlacesState {
  form: PlaceForm | null
  /** True while the list of own places is open. */
  listing: boolean
}

/** Which dialogs about places are open. */
export const placesState = createStore<PlacesState>(() => ({ form: null, listing: false }))

/** The open dialogs as React state. */
export const usePlacesState = <T>(select: (state: PlacesState) => T): T => useStore(placesState, select)

/** Opens the form for a new place. */
export const askForPlace = (form: Omit<PlaceForm, 'place'>): void =>
  placesState.setState({ form: { place: null, ...form } })
