import type { Change, JournalEntry, JournalHead } from '#shared/model/journal'
import type { InverseChange } from './changes'
import type { ProjectDatabase } from './database'
import { within } from './within'

/*
 * The history is one line: every entry stands on the one before. An undo of entry n leaves the state that was before
 * n, so what can be undone next is what could be undone then; a redo leaves what was before the undo that it takes
 * back. Both are found by following these links, without keeping a stack that a restart would lose.
 */

/** What of an entry the history is followed by. */
type Link = Pick<JournalEntry, 'undoes' | 'redoes'>

/** Gives the entry of a sequence. */
type Entries<T extends Link> = (sequence: number) => Promise<T | undefined>

/** The heads of a database's entries. */
export const headsOf =
  ({ journalHeads }: Pick<ProjectDatabase, 'journalHeads'>): Entries<JournalHead> =>
  (sequence) =>
    journalHeads.get(sequence)

/** The entry that the next undo takes back when `sequence` is the last one; null where there is none. */
export async function nextUndo<T extends Link>(entryAt: Entries<T>, sequence: number): Promise<T | null> {
  let at = sequence
  while (at > 0) {
    const entry = await within(entryAt(at))
    if (!entry) return null
    if (entry.undoes === null) return entry
    at = entry.undoes - 1
  }
  return null
}

/** The undo that the next redo takes back when `sequence` is the last one; null where there is none. */
export async function nextRedo<T extends Link>(entryAt: Entries<T>, sequence: number): Promise<T | null> {
  let at = sequence
  while (at > 0) {
    const entry = await within(entryAt(at))
    if (!entry) return null
    if (entry.undoes !== null) return entry
    if (entry.redoes === null) return null
    at = entry.redoes - 1
  }
  return null
}

const isImport = (change: Change): boolean => change.table === 'sources' && change.before === null

/** A source is never deleted, its text and the annotations on it are kept: the undo of its import hides it. */
const hidden = (source: unknown): unknown =>
  typeof source === 'object' && source !== null ? { ...source, hidden: true } : source

/** The changes that take an entry back, last change first. */
export const inverseOf = (entry: JournalEntry): InverseChange[] =>
  entry.changes.toReversed().map((change) => ({
    table: change.table,
    key: change.key,
    expected: change.after,
    after: isImport(change) ? hidden(change.after) : change.before,
  }))
