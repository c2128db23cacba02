import type { Message } from '#shared/model/identity'
import { type Change, headOf, type JournalEntry } from '#shared/model/journal'
import type { ProjectDatabase } from './database'

/** What an entry takes back, if it takes anything back. */
export interface EntryLinks {
  undoes?: number
  redoes?: number
}

/** Tables that a transaction must hold to write an entry. */
export const ENTRY_TABLES = ['journalMirror', 'journalHeads', 'meta'] as const
type EntryTables = Pick<ProjectDatabase, (typeof ENTRY_TABLES)[number]>

/** The sequence of the last journal entry that the database holds, 0 for none. */
export const lastSequence = async (db: Pick<ProjectDatabase, 'meta'>): Promise<number> =>
  (await db.meta.get('lastSequence'))?.value ?? 0

/** A step to note: what was done, and to which records. */
export interface Step {
  at: string
  operation: Message
  changes: Change[]
  links?: EntryLinks
}

/**
 * Writes journal entries under the next sequences, inside the running transaction: transactions over `meta` run one
 * after the other in all windows, so sequences have no gaps and no doubles.
 */
export async function appendEntries(db: EntryTables, author: string, steps: readonly Step[]): Promise<JournalEntry[]> {
  if (steps.length === 0) return []
  const last = await lastSequence(db)
  const entries = steps.map(({ at, operation, changes, links = {} }, index): JournalEntry => {
    const { undoes = null, redoes = null } = links
    return { sequence: last + index + 1, at, author, operation, changes, undoes, redoes }
  })
  const value = last + entries.length
  await Promise.all([
    db.journalMirror.bulkAdd(entries),
    db.journalHeads.bulkAdd(entries.map(headOf)),
    db.meta.put({ key: 'lastSequence', value }),
  ])
  return entries
}

/** Writes one journal entry; see `appendEntries`. */
export async function appendEntry(db: EntryTables, author: string, step: Step): Promise<JournalEntry> {
  const [entry] = await appendEntries(db, author, [step])
  if (!entry) throw new Error('no entry was written')
  return entry
}
