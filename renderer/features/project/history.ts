import type { JournalEntry } from '#shared/model/journal'

/** An entry with what became of it. */
export interface HistoryLine {
  entry: JournalEntry
  /** True when it was taken back and not brought again. */
  undone: boolean
}

/**
 * Tells for each entry whether it still holds. An undo takes its entry back, a redo takes back the undo.
 * @param entries newest first, as `listHistory` gives them
 */
export function historyLines(entries: readonly JournalEntry[]): HistoryLine[] {
  const undone = new Set<number>()
  const targets = new Map(entries.map((entry) => [entry.sequence, entry.undoes]))
  for (const entry of entries.toReversed()) {
    if (entry.undoes !== null) undone.add(entry.undoes)
    const again = entry.redoes === null ? null : targets.get(entry.redoes)
    if (again !== null && again !== undefined) undone.delete(again)
  }
  return entries
    .filter((entry) => entry.undoes === null && entry.redoes === null)
    .map((entry) => ({ entry, undone: undone.has(entry.sequence) }))
}
