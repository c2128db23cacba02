import { type Message, message } from '#shared/model/identity'
import { headOf, type JournalEntry, JournalTable } from '#shared/model/journal'
import { allFromJournal, type ProposedChange } from './changes'
import { noteDataVersion, type ProjectDatabase } from './database'
import { ENTRY_TABLES, lastSequence } from './entry'
import { sameValue } from './equal'
import { LostDatabaseError, StorageError } from './errors'
import { DERIVED_TABLES, followChanges } from './follow'
import { JOURNAL_PAGE, type JournalPort, pushMirror } from './journal'
import { doubtTexts, hasAllTexts, type Restore, restoreTexts } from './stale'
import { within } from './within'

/** How far a rebuild is; `total` is the sequence to reach. */
export interface ReconcileProgress {
  message: Message
  done: number
  total: number
}

/** What was done to make database and journal say the same. */
export type ReconcileOutcome =
  /** `missing`: as below, where an earlier filling was cut off and sources lacked their texts. */
  | { kind: 'same'; missing?: string[] }
  /** The journal got `entries` that only the database had. */
  | { kind: 'pushed'; entries: number; missing?: string[]; message: Message }
  /**
   * The database got `entries` that only the journal had; `rebuilt`: it was empty or damaged, and all of it was
   * written again. `missing`: names of sources whose original could not be read.
   */
  | { kind: 'caughtUp' | 'rebuilt'; entries: number; sources: number; missing: string[]; message: Message }

/** The two sides and what is needed to fill the one from the other. */
interface ReconcileOptions {
  db: ProjectDatabase
  journal: JournalPort
  journalLast: number
  restore: Restore
  onProgress: (progress: ReconcileProgress) => void
}

/** How often a replay begins before it is left to another try. */
const BEGINNINGS = 3

/** What the records need: the importer has no part in them. */
export type RecordSides = Omit<ReconcileOptions, 'restore'>

/** False when sources were imported and none is there. */
async function hasItsSources(db: ProjectDatabase): Promise<boolean> {
  // Not counted: that would go through all of them.
  if ((await db.sources.limit(1).primaryKeys()).length > 0) return true
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
      // Asked for together: one after the other each waits for the window to take the answer before.
      const [last, mirrored, headed, sourced] = await Promise.all([
        lastSequence(db),
        db.journalMirror.count(),
        db.journalHeads.count(),
        hasItsSources(db),
      ])
      return { last, whole: mirrored === last && headed === last && (last === 0 || sourced) }
    },
  )
  if (!whole) return true
  const common = Math.min(last, journalLast)
  if (common === 0) return false
  const { entries } = await journal.read(common - 1, 1)
  return !sameValue(entries[0], await db.journalMirror.get(common))
}

/** Throws away what an open database has; it is empty then. */
export async function startAgain(db: ProjectDatabase): Promise<void> {
  await db.delete({ disableAutoOpen: false })
  await db.open()
  await noteDataVersion(db)
}

/** What each record is in the end: a later change of a page makes an earlier one needless. */
function lastOfEach(entries: readonly JournalEntry[]): ProposedChange[] {
  const changes = new Map<string, ProposedChange>()
  for (const { table, key, after } of entries.flatMap((entry) => entry.changes))
    changes.set(`${table} ${key}`, { table, key, after })
  return [...changes.values()]
}

/**
 * Writes a page of entries, if the database still ends where it did: others may write between two pages.
 * @param at the sequence that it must end at
 * @returns null, or the sequence that it ends at instead; nothing is written then
 */
async function applyPage(db: ProjectDatabase, entries: JournalEntry[], at: number): Promise<number | null> {
  const names = new Set<string>([...JournalTable.options, ...DERIVED_TABLES, ...ENTRY_TABLES])
  const tables = [...names].map((name) => db.table(name))
  return db.transaction('rw', tables, async () => {
    const last = await lastSequence(db)
    if (last !== at) return last
    const changes = await within(allFromJournal(db, lastOfEach(entries)))
    for (const name of JournalTable.options) {
      const own = changes.filter(({ table }) => table === name)
      await db.table(name).bulkPut(own.filter(({ after }) => after !== null).map(({ after }) => after))
      await db.table(name).bulkDelete(own.filter(({ after }) => after === null).map(({ key }) => key))
    }
    const all = entries.flatMap((entry) => entry.changes)
    await within(followChanges(db, all))
    await doubtTexts(db)
    await db.journalMirror.bulkPut(entries)
    await db.journalHeads.bulkPut(entries.map(headOf))
    await db.meta.put({ key: 'lastSequence', value: at + entries.length })
    return null
  })
}

/**
 * Writes to the database what only the journal has: a page at a time and each in one transaction with its sequence, so
 * that one that is cut off goes on where it was. Where somebody else wrote another history between two pages it begins
 * anew.
 * @throws LostDatabaseError where that happens again and again
 */
async function replay({ db, journal, journalLast, onProgress }: RecordSides, from: number): Promise<void> {
  let begun = 1
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
    const moved = await applyPage(db, entries, at)
    at = moved ?? newest.sequence
    if (moved === null || !(await isDamaged(db, journal, journalLast))) continue
    if (begun === BEGINNINGS) throw new LostDatabaseError()
    begun += 1
    await startAgain(db)
    at = 0
  }
}

/**
 * Makes the records of database and journal say the same; the one that has less gets the rest from the other. Sources
 * that come in this way have no texts yet.
 */
export async function reconcileRecords(
  options: RecordSides,
): Promise<{ kind: ReconcileOutcome['kind']; entries: number }> {
  const { db, journal, journalLast } = options
  const last = await lastSequence(db)
  if (last === journalLast) return { kind: 'same', entries: 0 }
  if (last > journalLast) {
    await pushMirror(db, journal, journalLast, last)
    return { kind: 'pushed', entries: last - journalLast }
  }
  await replay(options, last)
  return { kind: last === 0 ? 'rebuilt' : 'caughtUp', entries: journalLast - last }
}

/** Goes on where an earlier filling was cut off, or left sources without texts. */
async function goOnRestoring({
  db,
  restore,
  journalLast,
  onProgress,
}: ReconcileOptions): Promise<{ missing?: string[] }> {
  if (await hasAllTexts(db)) return {}
  const { sources, missing } = await restoreTexts(db, (originals) => {
    const at = { done: journalLast, total: journalLast }
    onProgress({ message: message('project.rebuild.progress', at), ...at })
    return restore(originals)
  })
  return sources > 0 ? { missing } : {}
}

/**
 * `reconcileRecords`, and then lets the importer read what has no text. The records come first: they say how each source
 * is to be read.
 */
export async function reconcile(options: ReconcileOptions): Promise<ReconcileOutcome> {
  const { kind, entries } = await reconcileRecords(options)
  if (kind === 'same') return { kind, ...(await goOnRestoring(options)) }
  if (kind === 'pushed')
    return { kind, entries, ...(await goOnRestoring(options)), message: message('project.rebuild.pushed', { entries }) }
  const { sources, missing } = await restoreTexts(options.db, options.restore)
  return { kind, entries, sources, missing, message: message(`project.rebuild.${kind}`, { entries, sources }) }
}
