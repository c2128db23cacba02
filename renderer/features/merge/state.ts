import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { Choice, Conflict } from '#shared/exchange/merge/merge-types'
import type { Output } from '#shared/ipc/contract'
import type { MergeInput, MergeOverview } from '../../storage'

/** A package that is open for a merge. */
export type OpenedPackage = NonNullable<Output<'package:open'>>

/** What is under way, and how far it is. */
export interface Working {
  type: 'opening' | 'reading' | 'recalling' | 'planning' | 'importing' | 'merging'
  done: number
  total: number
}

/** A package beside this project, and what merging it would do. */
export interface Prepared {
  opened: OpenedPackage
  input: MergeInput
  plan: MergeOverview
}

export interface MergeState {
  working: Working | null
  prepared: Prepared | null
  settled: ReadonlyMap<string, Choice>
  /** Id of the conflict that the keyboard is on. */
  selected: string | null
}

const NOTHING: MergeState = { working: null, prepared: null, settled: new Map(), selected: null }

export const mergeState = createStore<MergeState>(() => NOTHING)

export const useMerge = <T>(select: (state: MergeState) => T): T => useStore(mergeState, select)

/** Forgets the package and what was settled. */
export const forget = (): void => mergeState.setState(NOTHING)

export const work = (type: Working['type'], done = 0, total = 0): void =>
  mergeState.setState({ working: { type, done, total } })

/** Where the keyboard is among the conflicts. */
export function positionIn(conflicts: readonly Conflict[], selected: string | null): number {
  const at = conflicts.findIndex(({ id }) => id === selected)
  return at >= 0 ? at : conflicts.length > 0 ? 0 : -1
}

/** Settles a conflict, or leaves it to the suggestion; the keyboard goes on to the next. */
export function settle(conflicts: readonly Conflict[], at: number, choice: Choice | null): void {
  const conflict = conflicts[at]
  if (!conflict || (choice !== null && !conflict.choices.includes(choice))) return
  mergeState.setState(({ settled }) => {
    const next = new Map(settled)
    if (choice === null) next.delete(conflict.id)
    else next.set(conflict.id, choice)
    return { settled: next, selected: conflicts[choice === null ? at : at + 1]?.id ?? conflict.id }
  })
}
