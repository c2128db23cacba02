import { type Message, message } from '#shared/model/identity'
import { headOf, type JournalEntry, JournalTable } from '#shared/model/journal'
import { allFromJournal, type ProposedChange } from './changes'
import type { ProjectDatabase } from './database'
import { ENTRY_TABLES, lastSequence } from './entry'
import { sameValue } from './equal'
import { StorageError } from './errors'
import { DERIVED_TABLES, followChanges } from './follow'
import { JOURNAL_PAGE, type JournalPort, pushMirror } from './journal'
import { type Restore, restoreTexts } from './stale'
import { within } from './within'

/** How far a rebuild is; `total` is the sequence to reach. */
export interface ReconcileProgress {
  message: Message
  done: number
  total: number
}

/** What was done to make database and journal say the same. */
export type ReconcileOutcome =
  | { kind: 'same' }
  /** The journal got `entries` that only the database had. */
  | { kind: 'pushed'; entries: number; message: Message }
  /**
   * The database got `entries` that only the journal had; `rebuilt`: it was empty or damaged, and all of it was
   * written again. `missing`: names of sources whose original could not be read.
   */
  | { kind: 'caughtUp' | 'rebuilt'; entries: number; sources: number; missing: string[]; message: Message }

/** The two sides and what is needed to fill the one from the other. */
export interface ReconcileOptions {
  db: ProjectDatabase
  journal: JournalPort
  journalLast: number
  restore: Restore
  onProgress: (progress: ReconcileProgress) => void
}

/** False when sources were imported and none is there. */
async function hasItsSources(db: ProjectDatabase): Promise<boolean> {
  if ((await db.sources.count()) > 0) return true
  return (await db.journalHeads.filter(({ kinds }) => kinds.includes('imports')).count()) === 0
}

/**
 * True when the database can't be what the program left: mirror entries are missing, no source is there although
 * some were imported, or its history is another one than the journal's (the project folder was put back from a
 * backup). The disk holds the truth, so such a database is written again.
 */
export async function isDamaged(db: ProjectDatabase, journal: JournalPort, journalLast: number): Promise<boolean> {
  // One look at all: an import may go on while a window opens, and between two looks the figures would differ.
  const { last, whole } = await db.transaction(
    'r',
    db.meta,
    db.journalMirror,
    db.journalHeads,
    db.sources,
    async () => {
      const last = await lastSequence(db)
      const counts = [await db.journalMirror.count(), await db.journalHeads.count()]
      return { last, whole: counts.every((count) => count === last) && (last === 0 || (await hasItsSources(db))) }
    },
  )
  if (!whole) return true
  const common = Math.min(last, journalLast)
  if (common === 0) return false
  const { entries } = await journal.read(common - 1, 1)
  return !sameValue(entries[0], await db.journalMirror.get(common))
}

/** What each record is in the end: a later change of a page makes an earlier one needless. */
function lastOfEach(entries: readonly JournalEntry[]): ProposedChange[] {
  const changes = new Map<string, ProposedChange>()
  for (const { table, key, after } of entries.flatMap((entry) => entry.changes))
    changes.set(`${table} ${key}`, { table, key, after })
  return [...changes.values()]
}

async function applyPage(db: ProjectDatabase, entries: JournalEntry[], reached: number): Promise<void> {
  const names = new Set<string>([...JournalTable.options, ...DERIVED_TABLES, ...ENTRY_TABLES])
  const tables = [...names].map((name) => db.table(name))
  await db.transaction('rw', tables, async () => {
    const changes = await within(allFromJournal(db, lastOfEach(entries)))
    for (const name of JournalTable.options) {
      const own = changes.filter(({ table }) => table === name)
      await db.table(name).bulkPut(own.filter(({ after }) => after !== null).map(({ after }) => after))
      await db.table(name).bulkDelete(own.filter(({ after }) => after === null).map(({ key }) => key))
    }
    const all = entries.flatMap((entry) => entry.changes)
    await within(followChanges(db, all))
    await db.journalMirror.bulkPut(entries)
    await db.journalHeads.bulkPut(entries.map(headOf))
    await db.meta.put({ key: 'lastSequence', value: reached })
  })
}

/**
 * Writes to the database what only the journal has: a page at a time and each in one transaction with its sequence, so
 * that one that is cut off goes on where it was; then lets the importer read what has no text. The records come first:
 * they say how each source is to be read.
 */
async function replay({ db, journal, journalLast, restore, onProgress }: ReconcileOptions, from: number) {
  for (let at = from; at < journalLast; ) {
    onProgress({
      message: message('project.rebuild.progress', { done: at, total: journalLast }),
      done: at,
      total: journalLast,
    })
    const { entries } = await journal.read(at, JOURNAL_PAGE)
    const newest = entries.at(-1)
    if (!newest || entries[0]?.sequence !== at + 1 || newest.sequence - at !== entries.length)
      throw new StorageError(message('project.rebuild.gap', { after: at }))
    await applyPage(db, entries, newest.sequence)
    at = newest.sequence
  }
  return { entries: journalLast - from, ...(await restoreTexts(db, restore)) }
}

/** Makes database and journal say the same; the one that has less gets the rest from the other. */
export async function reconcile(options: ReconcileOptions): Promise<ReconcileOutcome> {
  const { db, journal, journalLast } = options
  const last = await lastSequence(db)
  if (last === journalLast) return { kind: 'same' }
  if (last > journalLast) {
    await pushMirror(db, journal, journalLast, last)
    const entries = last - journalLast
    return { kind: 'pushed', entries, message: message('project.rebuild.pushed', { entries }) }
  }
  const kind = last === 0 ? 'rebuilt' : 'caughtUp'
  const done = await replay(options, last)
  const { entries, sources } = done
  return { kind, ...done, message: message(`project.rebuild.${kind}`, { entries, sources }) }
}
