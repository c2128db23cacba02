import { z } from 'zod'
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { Comparison } from '#shared/model/comparison'

/** What the user has chosen and not saved, and where the table stood: kept over leaving the view and over a restart. */
const Drafts = z.object({
  /** The comparison shown last in the view without a key. */
  last: z.string().nullable(),
  drafts: z.record(z.string(), Comparison),
  /** The cell with the focus, by comparison: what one comes back to. */
  cursor: z.record(z.string(), z.object({ row: z.int().nonnegative(), column: z.int().nonnegative() })),
})
type Drafts = z.infer<typeof Drafts>

const EMPTY: Drafts = { last: null, drafts: {}, cursor: {} }

/** One store per project, made on first use. */
const stores = new Map<string, ReturnType<typeof makeStore>>()

const keyOf = (project: string): string => `duibiao.compare.${project}`

function recall(project: string): Drafts {
  const kept = localStorage.getItem(keyOf(project))
  if (kept === null) return EMPTY
  try {
    const parsed = Drafts.safeParse(JSON.parse(kept))
    return parsed.success ? parsed.data : EMPTY
  } catch {
    // Not JSON: written by something else; a first look is shown instead.
    return EMPTY
  }
}

function makeStore(project: string) {
  const store = createStore<Drafts>(() => recall(project))
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
export const useDrafts = (project: string): Drafts => useStore(storeOf(project))

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
