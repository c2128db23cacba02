import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { Code } from '#shared/model/code'
import type { Session } from '../../storage'

/** The codebook on screen: what its commands work on. */
export interface OpenCodebook {
  session: Session
  codes: readonly Code[]
  counts: ReadonlyMap<string, number>
}

interface CodebookState {
  open: OpenCodebook | null
  /** Id of the selected code. */
  selected: string | null
  /** The line that is being named: a code's, or a new one below a parent. */
  naming: { type: 'rename'; code: string } | { type: 'add'; parent: string | null } | null
  /** The code whose deletion is being asked about. */
  deleting: string | null
  collapsed: ReadonlySet<string>
}

/** What the codebook shows besides the data. */
export const codebookState = createStore<CodebookState>(() => ({
  open: null,
  selected: null,
  naming: null,
  deleting: null,
  collapsed: new Set(),
}))

/** The state of the codebook in React. */
export const useCodebook = <T>(select: (state: CodebookState) => T): T => useStore(codebookState, select)

/** Selects a code. */
export const selectCode = (selected: string | null): void => codebookState.setState({ selected })

/** Folds or unfolds what stands below a code. */
export function setCollapsed(id: string, fold: boolean): void {
  codebookState.setState(({ collapsed }) => {
    const next = new Set(collapsed)
    if (fold) next.add(id)
    else next.delete(id)
    return { collapsed: next }
  })
}

/** The selected code, null where none is. */
export function selectedCode(): Code | null {
  const { open, selected } = codebookState.getState()
  return open?.codes.find(({ id }) => id === selected) ?? null
}
