import { createStore } from 'zustand/vanilla'

/** The memo that is being written: what its commands work on. */
export const boxState = createStore<{
  /** Begins a link at the caret, null while no memo is written. */
  begin: (() => void) | null
}>(() => ({ begin: null }))
