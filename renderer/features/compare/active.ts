import type { Comparison } from '#shared/model/comparison'
import { turned } from './layout-bar'
import type { WorkingComparison } from './use-comparison'

/** What can be taken out of a comparison. */
interface Exports {
  exportCsv: () => Promise<void>
  exportXlsx: () => Promise<void>
  exportPng: () => Promise<void>
}

/** What the commands can ask of the comparison in front. */
export interface ActiveComparison extends Exports {
  save: () => Promise<void>
  create: () => void
  duplicate: () => void
  /** A tab of its own, beside the one in front. */
  beside: () => void
  /** Rows and columns changed for each other. */
  turn: () => void
  latest: () => void
  totals: () => void
  groups: () => void
}

const GROUPS: readonly Comparison['groups'][] = ['none', 'parent', 'level']

/** What the commands ask of a comparison, with what its view takes out of it. */
export function actionsOf(working: WorkingComparison, exports: Exports): ActiveComparison {
  const { comparison, change } = working
  return {
    ...exports,
    save: working.save,
    create: working.create,
    duplicate: working.duplicate,
    beside: () => working.openBeside(comparison.id),
    turn: () => change({ layout: turned(comparison.layout) }),
    latest: () => change({ latest: !comparison.latest }),
    totals: () => change({ totals: !comparison.totals }),
    groups: () => change({ groups: GROUPS[(GROUPS.indexOf(comparison.groups) + 1) % GROUPS.length] ?? 'none' }),
  }
}

let active: ActiveComparison | null = null

/** Makes a comparison the one that commands act on; returns the function that takes it off. */
export function activate(comparison: ActiveComparison): () => void {
  active = comparison
  return () => {
    if (active === comparison) active = null
  }
}

/** The comparison in front, null where there is none. */
export const activeComparison = (): ActiveComparison | null => active
