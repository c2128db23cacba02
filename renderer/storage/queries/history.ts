import type { JournalEntry, JournalHead } from '#shared/model/journal'
import type { ProjectDatabase } from '../database'

/** Heads of the entries after a sequence, at most `limit`, in order. */
export const headsAfter = (db: ProjectDatabase, sequence: number, limit: number): Promise<JournalHead[]> =>
  db.journalHeads.where('sequence').above(sequence).limit(limit).toArray()

/** An entry with its changes; undefined for a sequence that is not there. */
export const entryAt = (db: ProjectDatabase, sequence: number): Promise<JournalEntry | undefined> =>
  db.journalMirror.get(sequence)

/** Sequence of the last entry, 0 for none: what a view of the history waits on. */
export const lastEntry = async (db: ProjectDatabase): Promise<number> => (await db.meta.get('lastSequence'))?.value ?? 0
