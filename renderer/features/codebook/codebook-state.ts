import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { ReadCodebook } from '#shared/exchange/codebook-csv'
import type { Code } from '#shared/model/code'
import type { Session } from '../../storage'

/** The codebook on screen: what its commands work on. */
export interface OpenCodebook {
  session: Session
  codes: readonly Code[]
  /** Annotations that carry each code itself. */
  counts: ReadonlyMap<string, number>
  /** Ids of the lines on screen, from top to bottom. */
  lines: readonly string[]
}

/** What is being asked. */
export type CodebookDialog =
  | { type: 'delete' | 'merge'; codes: readonly string[] }
  | { type: 'split'; code: string }
  | { type: 'import'; file: string; read: ReadCodebook }

/** Where dragged codes would come to stand: before, after or below a code; null below everything. */
export interface DropPlace {
  code: string | null
  where: 'before' | 'after' | 'into'
}

interface CodebookState {
  open: OpenCodebook | null
  /** Id of the current code: details, keys and the next click with Shift go by it. */
  selected: string | null
  /** Codes that are marked for one action; empty while it is for the current one. */
  marked: ReadonlySet<string>
  /** The line that is being named: a code's, or a new one below a parent. */
  naming: { type: 'rename'; code: string } | { type: 'add'; parent: string | null } | null
  dialog: CodebookDialog | null
  collapsed: ReadonlySet<string>
  /** Words that the lines on screen hold. */
  filter: string
  /** Where the menu of the current code stands, in pixels of the window. */
  menu: { x: number; y: number } | null
  /** Codes that are being dragged. */
  dragged: readonly string[]
  drop: DropPlace | null
}

/** What the codebook shows besides the data. */
export const codebookState = createStore<CodebookState>(() => ({
  open: null,
  selected: null,
  marked: new Set(),
  naming: null,
  dialog: null,
  collapsed: new Set(),
  filter: '',
  menu: null,
  dragged: [],
  drop: null,
}))

/** The state of the codebook in React. */
export const useCodebook = <T>(select: (state: CodebookState) => T): T => useStore(codebookState, select)

/** Makes a code the current one, and no other marked. */
export const selectCode = (selected: string | null): void => codebookState.setState({ selected, marked: new Set() })

/** Marks a code or takes the mark off, as a click with Ctrl does. */
export function toggleMark(id: string): void {
  codebookState.setState(({ selected, marked }) => {
    const next = new Set(marked.size > 0 || selected === null ? marked : [selected])
    if (next.has(id)) next.delete(id)
    else next.add(id)
    return { selected: id, marked: next }
  })
}

/** Marks all lines from the current one to another, which becomes the current one. */
export function markUpTo(id: string): void {
  codebookState.setState(({ selected, marked, open }) => {
    const lines = open?.lines ?? []
    const [from, to] = [lines.indexOf(selected ?? id), lines.indexOf(id)]
    if (from < 0 || to < 0) return { selected: id }
    const between = lines.slice(Math.min(from, to), Math.max(from, to) + 1)
    return { selected: id, marked: new Set([...marked, ...between]) }
  })
}

/** Marks every line on screen. */
export const markAll = (): void => codebookState.setState(({ open }) => ({ marked: new Set(open?.lines) }))

/** Folds or unfolds what stands below codes. */
export function setCollapsed(ids: readonly string[], fold: boolean): void {
  codebookState.setState(({ collapsed }) => {
    const next = new Set(collapsed)
    for (const id of ids) {
      if (fold) next.add(id)
      else next.delete(id)
    }
    return { collapsed: next }
  })
}

/** The current code, null where none is. */
export function selectedCode(): Code | null {
  const { open, selected } = codebookState.getState()
  return open?.codes.find(({ id }) => id === selected) ?? null
}

/** The codes that an action is for: the marked ones in the order of the codebook, else the current one. */
export function targetCodes(): Code[] {
  const { open, marked, selected } = codebookState.getState()
  const ids = marked.size > 0 ? marked : new Set(selected === null ? [] : [selected])
  return open?.codes.filter(({ id }) => ids.has(id)) ?? []
}
