import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { type Filter, NO_FILTER, type Order } from './rows'

interface LibraryState {
  filter: Filter
  order: Order
  /** Line that the keyboard is on, by its id. */
  selected: string | null
  /** True while the details of the selected line are shown. */
  inspecting: boolean
  /** Line that is about to be hidden, until the user confirms. */
  hiding: string | null
  layout: 'table' | 'grid'
}

/** What the library shows and how, as long as the window lives. */
export const libraryState = createStore<LibraryState>(() => ({
  filter: NO_FILTER,
  order: { column: 'place', down: false },
  selected: null,
  inspecting: false,
  hiding: null,
  layout: 'table',
}))

/** The library's state as React state. */
export const useLibrary = <T>(select: (state: LibraryState) => T): T => useStore(libraryState, select)

/** Changes some filter boxes. */
export const setFilter = (patch: Partial<Filter>): void =>
  libraryState.setState(({ filter }) => ({ filter: { ...filter, ...patch } }))

/** Moves the keyboard to a line. */
export const select = (id: string | null): void => libraryState.setState({ selected: id })
