import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { LibraryLine } from '../rows'

/** What can be done with one line or many, each of it after a question or in a dialog. */
export type BulkAction = 'edit' | 'confirm' | 'reread' | 'group' | 'hide'

/** What a line must tell of itself to be changed. */
export type BulkLine = Pick<LibraryLine, 'id' | 'source' | 'report'>

interface BulkState {
  action: BulkAction | null
  lines: readonly BulkLine[]
}

const store = createStore<BulkState>(() => ({ action: null, lines: [] }))

/** Opens the dialog of an action for these lines. */
export function openBulk(action: BulkAction, lines: readonly BulkLine[]): void {
  if (lines.length > 0) store.setState({ action, lines })
}

/** Closes the dialog. */
export const closeBulk = (): void => store.setState({ action: null, lines: [] })

/** The lines that an action is open for; null while it isn't. */
export const useBulk = (action: BulkAction): readonly BulkLine[] | null =>
  useStore(store, (state) => (state.action === action ? state.lines : null))

/** The reports of lines. */
export const reportIds = (lines: readonly BulkLine[]): string[] => lines.flatMap(({ report }) => report?.id ?? [])

/** The sources of lines, each once. */
export const sourcesOf = (lines: readonly BulkLine[]): BulkLine['source'][] => [
  ...new Map(lines.map(({ source }) => [source.hash, source])).values(),
]
