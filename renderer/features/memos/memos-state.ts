import { createStore } from 'zustand/vanilla'

/** What the commands of the memos do in the view in front; null where there is nothing to do it with. */
interface MemosState {
  open: (() => void) | null
  edit: (() => void) | null
  remove: (() => void | Promise<void>) | null
  /** How the key of the memo begins that a command asked to write; null when none waits for the cursor. */
  writing: string | null
}

export const memosState = createStore<MemosState>(() => ({ open: null, edit: null, remove: null, writing: null }))
