import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import {
  BriefingDrafts,
  type BriefingWish,
  type ComparisonPapers,
  freshDrafts,
  freshPapers,
  type PaperKind,
  type TaskWish,
} from '#shared/model/briefing-draft'
import type { ViewParams } from '../../workbench'

/** One store per project, made on first use. */
const stores = new Map<string, ReturnType<typeof makeStore>>()

const keyOf = (project: string): string => `duibiao.briefing.${project}`

function recall(project: string): BriefingDrafts {
  const kept = localStorage.getItem(keyOf(project))
  if (kept === null) return freshDrafts()
  try {
    const parsed = BriefingDrafts.safeParse(JSON.parse(kept))
    return parsed.success ? parsed.data : freshDrafts()
  } catch {
    // Not JSON: written by something else; the papers begin anew.
    return freshDrafts()
  }
}

function makeStore(project: string) {
  const store = createStore<BriefingDrafts>(() => recall(project))
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

/** Forgets what is held of a project in memory: what is stored is read again. */
export const forgetDrafts = (project: string): boolean => stores.delete(project)

/** The drafts of a project as React state. */
export const useDrafts = (project: string): BriefingDrafts => useStore(storeOf(project))

/** The drafts of a project as they are. */
export const draftsOf = (project: string): BriefingDrafts => storeOf(project).getState()

/** Shows another kind of paper. */
export const showKind = (project: string, kind: PaperKind): void => storeOf(project).setState({ kind })

/** Changes what is wanted of the task table. */
export const changeTasks = (project: string, patch: Partial<TaskWish>): void =>
  storeOf(project).setState(({ tasks }) => ({ tasks: { ...tasks, ...patch } }))

/** Changes what is wanted of the papers of a comparison. */
export const changePapers = (project: string, comparison: string, patch: Partial<ComparisonPapers>): void =>
  storeOf(project).setState(({ comparisons }) => ({
    comparisons: { ...comparisons, [comparison]: { ...(comparisons[comparison] ?? freshPapers()), ...patch } },
  }))

/** Changes what is wanted of the briefing of a comparison. */
export const changeBriefing = (project: string, comparison: string, patch: Partial<BriefingWish>): void => {
  const { briefing } = draftsOf(project).comparisons[comparison] ?? freshPapers()
  changePapers(project, comparison, { briefing: { ...briefing, ...patch } })
}

/** Does what the parameters of the view ask for: a kind of paper; of a task table its place and report year. */
export function follow(project: string, { kind, place, year }: ViewParams): void {
  if (kind === 'desk' || kind === 'tasks' || kind === 'briefing') showKind(project, kind)
  if (typeof place === 'string') changeTasks(project, { place, year: typeof year === 'number' ? year : null })
}
