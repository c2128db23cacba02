import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { type Comparison, ComparisonDrafts } from '#shared/model/comparison'

const EMPTY: ComparisonDrafts = { last: null, drafts: {}, cursor: {} }

/** One store per project, made on first use. */
const stores = new Map<string, ReturnType<typeof makeStore>>()

const keyOf = (project: string): string => `duibiao.compare.${project}`

function recall(project: string): ComparisonDrafts {
  const kept = localStorage.getItem(keyOf(project))
  if (kept === null) return EMPTY
  try {
    const parsed = ComparisonDrafts.safeParse(JSON.parse(kept))
    return parsed.success ? parsed.data : EMPTY
  } catch {
    // Not JSON: written by something else; a first look is shown instead.
    return EMPTY
  }
}

function makeStore(project: string) {
  const store = createStore<ComparisonDrafts>(() => recall(project))
  store.subscribe((state) => localStorage.setItem(keyOf(project), JSON.stringify(state)))
  return store
}

function storeOf(project: string) {
  const known = stores.get(project)
  if (known) return known
  const made = makeStore(project)
  stores.set(project, made)
  return made
}

/** The drafts of a project as React state. */
export const useDrafts = (project: string): ComparisonDrafts => useStore(storeOf(project))

/** Keeps a changed comparison as a draft. */
export const keepDraft = (project: string, comparison: Comparison): void =>
  storeOf(project).setState((state) => ({ drafts: { ...state.drafts, [comparison.id]: comparison } }))

/** Forgets a draft: it was saved or thrown away. */
export const dropDraft = (project: string, id: string): void =>
  storeOf(project).setState((state) => {
    const { [id]: _, ...drafts } = state.drafts
    return { drafts }
  })

/** Notes which comparison the view without a key shows. */
export const showLast = (project: string, id: string | null): void => storeOf(project).setState({ last: id })

/** Notes the cell with the focus. */
export const keepCursor = (project: string, id: string, row: number, column: number): void =>
  storeOf(project).setState((state) => ({ cursor: { ...state.cursor, [id]: { row, column } } }))
