import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { ImportLine, ImportProgress } from '#shared/ipc/imports'

/** An import as this window heard of it: the counts of the last event, the lines of all. */
export interface Run extends ImportProgress {
  lines: ImportLine[]
}

/** More runs than this are forgotten, the oldest first. */
const KEPT = 20

/** Imports of this window, the newest first; restores are not among them, the opening of the project shows those. */
export const runStore = createStore<{ runs: readonly Run[] }>(() => ({ runs: [] }))

/** The imports as React state. */
export const useRuns = (): readonly Run[] => useStore(runStore, (state) => state.runs)

/** True while an import writes; a paused one does not. */
export const useImporting = (): boolean =>
  useStore(runStore, (state) => state.runs.some((run) => run.state === 'running'))

/** Takes in an event: its lines are added to those that the run has. Returns the run as it is now, null for a restore. */
export function noteProgress(progress: ImportProgress): Run | null {
  if (progress.mode === 'restore') return null
  const before = runStore.getState().runs
  const known = before.find(({ run }) => run === progress.run)
  const now: Run = { ...progress, lines: [...(known?.lines ?? []), ...progress.lines] }
  putRun(now)
  return now
}

/** Takes in what main says of the run under way, which holds all its lines: for a window that opened in the middle. */
export function noteStatus(progress: ImportProgress | null): void {
  if (progress && progress.mode !== 'restore') putRun(progress)
}

function putRun(run: Run): void {
  runStore.setState(({ runs }) => {
    const at = runs.findIndex((other) => other.run === run.run)
    if (at >= 0) return { runs: runs.with(at, run) }
    return { runs: [run, ...runs].slice(0, KEPT) }
  })
}
