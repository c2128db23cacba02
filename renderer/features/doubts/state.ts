import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { Marks } from '../library'

/** Where the keyboard is in the list of doubts, and what is marked. */
export const doubtsState = createStore<Marks>(() => ({ selected: null, marked: new Set<string>(), anchor: null }))

/** The list's state as React state. */
export const useDoubts = <T>(select: (state: Marks) => T): T => useStore(doubtsState, select)
