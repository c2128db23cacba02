import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { type Filter, NO_FILTER } from './filter'
import type { Order } from './order'

interface LibraryState {
  filter: Filter
  order: Order
  /** Line that the keyboard is on, by its id. */
  selected: string | null
  /** Lines that are marked for what is done with many; empty while only the selected one counts. */
  marked: ReadonlySet<string>
  /** Where a range of marks begins: the last line that was marked or selected by itself. */
  anchor: string | null
  /** True while the details of the selected line are shown. */
  inspecting: boolean
  layout: 'table' | 'grid'
}

/** What the library shows and how, as long as the window lives. */
export const libraryState = createStore<LibraryState>(() => ({
  filter: NO_FILTER,
  order: { column: 'place', down: false },
  selected: null,
  marked: new Set(),
  anchor: null,
  inspecting: false,
  layout: 'table',
}))

/** The library's state as React state. */
export const useLibrary = <T>(select: (state: LibraryState) => T): T => useStore(libraryState, select)

/** Changes some filter boxes. */
export const setFilter = (patch: Partial<Filter>): void =>
  libraryState.setState(({ filter }) => ({ filter: { ...filter, ...patch } }))
