import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { ListedProject } from './use-projects'

/** A question about a name. */
export type Naming = { type: 'create' } | { type: 'rename' | 'duplicate'; project: ListedProject }

/** A question before something goes away. */
export type Removal = { type: 'remove' | 'erase'; project: ListedProject }

/** What the user is being asked. */
export type Asking = Naming | Removal

const store = createStore<{ asking: Asking | null }>(() => ({ asking: null }))

/** Asks the user; null takes the question away. */
export const ask = (asking: Asking | null): void => store.setState({ asking })

export const useAsking = (): Asking | null => useStore(store, (state) => state.asking)
