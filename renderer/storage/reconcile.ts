import { type Message, message } from '#shared/model/identity'
import { type JournalEntry, JournalTable } from '#shared/model/journal'
import type { ProposedChange } from './changes'
import type { ProjectDatabase } from './database'
import { DERIVED_TABLES, deriveCells, reportsTouchedBy } from './derive'
import { deriveStatements, reportsReadAgain } from './derive-statements'
import { lastSequence } from './entry'
import { sameValue } from './equal'
import { StorageError } from './errors'
import { JOURNAL_PAGE, type JournalPort, pushMirror } from './journal'

/** A kept original that the importer reads again. */
export interface Original {
  hash: string
  name: string
}

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
  /** Lets the importer read originals again in mode `restore`; resolves when it is through with them. */
  restore: (originals: Original[]) => Promise<void>
  onProgress: (progress: ReconcileProgress) => void
}

/** False when sources were imported and none is there. */
async function hasItsSources(db: ProjectDatabase): Promise<boolean> {
  if ((await db.sources.count()) > 0) return true
  const imports = db.journalMirror.filter(({ changes }) => changes.some(({ table }) => table === 'sources'))
  return (await imports.count()) === 0
}

/**
 * True when the database can't be what the program left: mirror entries are missing, no source is there although
 * some were imported, or its history is another one than the journal's (the project folder was put back from a
 * backup). The disk holds the truth, so such a database is written again.
 */
export async function isDamaged(db: ProjectDatabase, journal: JournalPort, journalLast: number): Promise<boolean> {
  // One look at all: an import may go on while a window opens, and between two looks the figures would differ.
  const { last, whole } = await db.transaction('r', db.meta, db.journalMirror, db.sources, async () => {
    const last = await lastSequence(db)
    return { last, whole: (await db.journalMirror.count()) === last && (last === 0 || (await hasItsSources(db))) }
  })
  if (!whole) return true
  const common = Math.min(last, journalLast)
  if (common === 0) return false
  const { entries } = await journal.read(common - 1, 1)
  return !sameValue(entries[0], await db.journalMirror.get(common))
}

function importsOf(entries: readonly JournalEntry[]): Original[] {
  const originals = new Map<string, Original>()
  for (const { table, key, before, after } of entries.flatMap((entry) => entry.changes)) {
    if (table !== 'sources' || before !== null || typeof after !== 'object' || after === null) continue
    originals.set(key, { hash: key, name: String(Reflect.get(after, 'name')) })
  }
  return [...originals.values()]
}

async function withoutText(db: ProjectDatabase, originals: readonly Original[]): Promise<Original[]> {
  const present = new Set<unknown>(
    await db.readings
      .where('source')
      .anyOf(originals.map(({ hash }) => hash))
      .keys(),
  )
  return originals.filter(({ hash }) => !present.has(hash))
}

/** What each record is in the end: a later change of a page makes an earlier one needless. */
function lastOfEach(entries: readonly JournalEntry[]): ProposedChange[] {
  const changes = new Map<string, ProposedChange>()
  for (const { table, key, after } of entries.flatMap((entry) => entry.changes))
    changes.set(`${table} ${key}`, { table, key, after })
  return [...changes.values()]
}

async function applyPage(db: ProjectDatabase, entries: JournalEntry[], reached: number): Promise<void> {
  const names = new Set<string>([...JournalTable.options, ...DERIVED_TABLES, 'journalMirror', 'meta'])
  const tables = [...names].map((name) => db.table(name))
  await db.transaction('rw', tables, async () => {
    const changes = lastOfEach(entries)
    for (const name of JournalTable.options) {
      const own = changes.filter(({ table }) => table === name)
      await db.table(name).bulkPut(own.filter(({ after }) => after !== null).map(({ after }) => after))
      await db.table(name).bulkDelete(own.filter(({ after }) => after === null).map(({ key }) => key))
    }
    const all = entries.flatMap((entry) => entry.changes)
    for (const report of reportsReadAgain(all)) await deriveStatements(db, report)
    for (const report of reportsTouchedBy(all)) await deriveCells(db, report)
    await db.journalMirror.bulkPut(entries)
    await db.meta.put({ key: 'lastSequence', value: reached })
  })
}

/**
 * Writes to the database what only the journal has. A page at a time and each in one transaction with its sequence:
 * a rebuild that is cut off goes on where it was.
 */
async function replay({ db, journal, journalLast, restore, onProgress }: ReconcileOptions, from: number) {
  const missing: string[] = []
  let sources = 0
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
    const originals = await withoutText(db, importsOf(entries))
    if (originals.length > 0) await restore(originals)
    missing.push(...(await withoutText(db, originals)).map(({ name }) => name))
    sources += originals.length
    await applyPage(db, entries, newest.sequence)
    at = newest.sequence
  }
  return { entries: journalLast - from, sources, missing }
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

/**
 * Lets the importer read the originals of sources that have no text: a rebuild may have found one missing, or the disk
 * full. Also the way on for a source whose file was imported again by then.
 * @returns names of those that are still without a text
 */
export async function restoreTexts(db: ProjectDatabase, restore: ReconcileOptions['restore']): Promise<string[]> {
  const texts = new Set<unknown>(await db.readings.orderBy('source').uniqueKeys())
  const bare = (await db.sources.toCollection().primaryKeys()).filter((hash) => !texts.has(hash))
  if (bare.length === 0) return []
  const sources = (await db.sources.bulkGet(bare)).flatMap((source) => source ?? [])
  await restore(sources.map(({ hash, name }) => ({ hash, name })))
  return (await withoutText(db, sources)).map(({ name }) => name)
}
