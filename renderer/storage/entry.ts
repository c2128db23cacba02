import type { Message } from '#shared/model/identity'
import type { Change, JournalEntry } from '#shared/model/journal'
import type { ProjectDatabase } from './database'

/** What an entry takes back, if it takes anything back. */
export interface EntryLinks {
  undoes?: number
  redoes?: number
}

/** The sequence of the last journal entry that the database holds, 0 for none. */
export const lastSequence = async (db: Pick<ProjectDatabase, 'meta'>): Promise<number> =>
  (await db.meta.get('lastSequence'))?.value ?? 0

/**
 * Writes a journal entry under the next sequence, inside the running transaction: transactions over `meta` run one
 * after the other in all windows, so sequences have no gaps and no doubles.
 */
export async function appendEntry(
  db: Pick<ProjectDatabase, 'meta' | 'journalMirror'>,
  author: string,
  at: string,
  operation: Message,
  changes: Change[],
  links: EntryLinks = {},
): Promise<JournalEntry> {
  const sequence = (await lastSequence(db)) + 1
  const entry: JournalEntry = {
    sequence,
    at,
    author,
    operation,
    changes,
    undoes: links.undoes ?? null,
    redoes: links.redoes ?? null,
  }
  await Promise.all([db.journalMirror.add(entry), db.meta.put({ key: 'lastSequence', value: sequence })])
  return entry
}
