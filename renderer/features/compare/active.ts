/** What the commands can ask of the comparison in front. */
export interface ActiveComparison {
  exportCsv: () => Promise<void>
  exportXlsx: () => Promise<void>
  exportPng: () => Promise<void>
  save: () => Promise<void>
  create: () => void
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
