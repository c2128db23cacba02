import type { AnalysedSource } from '#shared/model/analysed'
import { message } from '#shared/model/identity'
import type { JournalEntry } from '#shared/model/journal'
import type { ReadingText } from '#shared/model/reading'
import type { Report } from '#shared/model/report'
import type { Source } from '#shared/model/source'
import { decodedText } from './corrections/laid-text'
import { settleImported } from './corrections/settle'
import type { ProjectDatabase } from './database'
import { knownOf, type Prepared, prepare, writeDerived } from './derived-records'
import { appendEntries, type Step } from './entry'
import { sameValue } from './equal'
import { StorageError } from './errors'
import { recordOf, type StoreImportOptions, stepOf } from './import-record'
import { importTables } from './import-tables'
import { importedOutcome, type StoredImport } from './outcome'
import { expectPresent } from './reopen'
import { numbered, type RereadBy, readingNumber, reread } from './reread/store-reading'
import { regroupImported } from './versions/regroup'
import { within } from './within'

/** The source that a file of this hash would be a duplicate of; null when it is new, was hidden, or lost its text. */
export async function duplicateOf(db: ProjectDatabase, hash: string): Promise<Source | null> {
  const existing = await db.sources.get(hash)
  if (!existing || existing.hidden) return null
  return (await db.readings.where('id').equals(existing.reading).count()) > 0 ? existing : null
}

/** A file of a batch with what the database has under its hash. */
interface File {
  file: Prepared
  existing: Source | undefined
  /** The file that it is a duplicate of, null where it is to be stored. */
  original: Source | null
  /** The source's record from now on; null where it stays as it is. */
  after: Source | null
  /** True where the journal gets an entry. */
  logged: boolean
}

async function look(
  db: ProjectDatabase,
  files: readonly Prepared[],
  mode: StoreImportOptions['mode'],
): Promise<File[]> {
  const stored = await db.sources.bulkGet(files.map(({ analysed }) => analysed.source.hash))
  const read = stored.flatMap((source) => (source && !source.hidden ? [source.reading] : []))
  const present = new Set(read.length === 0 ? [] : await db.readings.where('id').anyOf(read).primaryKeys())
  const met = new Map<string, Source>()
  return files.map((file, index): File => {
    const { source } = file.analysed
    const existing = stored[index]
    const visible = existing && !existing.hidden && present.has(existing.reading) ? existing : null
    const original = mode === 'import' ? (visible ?? met.get(source.hash) ?? null) : null
    met.set(source.hash, source)
    const record = original ? { after: null, logged: false } : recordOf(existing, source, mode)
    return { file, existing, original, ...record }
  })
}

const stepsOf = (files: readonly File[], at: string): Step[] =>
  files.flatMap(({ existing, after, logged }) => (logged && after ? stepOf(existing ?? null, after, at) : []))

/** What was found counts for the reading that the source has: it may have got another one since the file was read. */
const isItsReading = ({ file, existing, original }: File): boolean =>
  !original && (!existing || existing.reading === file.analysed.source.reading)

/** The reports of sources that come back into sight as they are. */
const reportsOf = (db: ProjectDatabase, files: readonly File[]): Promise<Report[]> =>
  db.reports
    .where('source')
    .anyOf(files.map(({ file }) => file.analysed.source.hash))
    .toArray()

/**
 * The files whose reading has another text now: a newer parser reads the same file differently. What was decoded never
 * changes, so it becomes a new one. Corrections of the user's are no difference.
 */
async function readOtherwise(db: ProjectDatabase, files: readonly File[]): Promise<Set<File>> {
  const old = files.filter(({ existing }) => existing)
  const texts = await db.texts.bulkGet(old.map(({ file }) => file.analysed.reading.id))
  return new Set(
    old.filter(({ file }, index) => {
      const stored = texts[index]
      return stored !== undefined && decodedText(stored) !== decodedText(file.analysed.text)
    }),
  )
}

/** Stores files that are new, or read as they were before; one request for each table serves them all. */
async function storePlain(
  db: ProjectDatabase,
  files: readonly File[],
  { mode, author, at, indicators }: StoreImportOptions,
): Promise<Map<File, StoredImport>> {
  const written = files.filter(isItsReading)
  const old = written.filter(({ existing }) => existing || mode === 'restore')
  const hashes = old.map(({ file }) => file.analysed.source.hash)
  const known = await within(knownOf(db, hashes))
  const prepared = written.map(({ file }) => file)
  const kept = await within(writeDerived(db, prepared, known, indicators))
  await within(db.sources.bulkPut(files.flatMap(({ after }) => after ?? [])))
  const before = [...known.values()].flatMap(({ reports }) => reports)
  const shown = files.filter((file) => file.logged && file.existing && !isItsReading(file))
  before.push(...(await within(reportsOf(db, shown))))
  await within(regroupImported(db, kept.flat(), before))
  const read = old.map(({ file }) => file.analysed)
  await within(settleImported(db, read))
  const entries = await within(appendEntries(db, author, stepsOf(files, at)))
  return outcomes(files, new Map(written.map((file, index) => [file, kept[index] ?? []])), entries)
}

function outcomes(
  files: readonly File[],
  kept: ReadonlyMap<File, readonly Report[]>,
  entries: readonly JournalEntry[],
): Map<File, StoredImport> {
  const next = entries.values()
  const stored = files.map((file): [File, StoredImport] => {
    if (file.original) return [file, { outcome: { status: 'duplicate', of: file.original.name }, entry: null }]
    const { analysed } = file.file
    const reports = kept.get(file) ?? analysed.reports.map(({ report }) => report)
    const entry = file.logged ? (next.next().value ?? null) : null
    return [file, { outcome: importedOutcome(analysed, reports), entry }]
  })
  return new Map(stored)
}

async function storeAll(
  db: ProjectDatabase,
  batch: readonly Prepared[],
  options: StoreImportOptions,
): Promise<StoredImport[]> {
  const files = await within(look(db, batch, options.mode))
  const otherwise = await within(readOtherwise(db, files.filter(isItsReading)))
  const plain = files.filter((file) => !otherwise.has(file))
  const stored = await within(storePlain(db, plain, options))
  for (const file of otherwise)
    if (file.existing)
      stored.set(file, await within(reread(db, file.file, file.existing, options, options.mode === 'import')))
  return files.flatMap((file) => stored.get(file) ?? [])
}

/**
 * Stores analysed files in one transaction, all or none: source, reading, text, reports, sections, engine output, cells,
 * and a journal entry for each import. A file that is there is a duplicate; one whose import was undone is shown again.
 * @returns what became of each, in the same order
 * @throws LostDatabaseError where the database has less than the journal
 */
export function storeImports(
  db: ProjectDatabase,
  analysed: readonly AnalysedSource[],
  options: StoreImportOptions,
): Promise<StoredImport[]> {
  const prepared = analysed.map(prepare)
  return db.transaction('rw', importTables(db), async () => {
    await within(expectPresent(db, options.journalLast ?? 0))
    return storeAll(db, prepared, options)
  })
}

/** Stores one analysed file; see `storeImports`. */
export async function storeImport(
  db: ProjectDatabase,
  analysed: AnalysedSource,
  options: StoreImportOptions,
): Promise<StoredImport> {
  const [stored] = await storeImports(db, [analysed], options)
  if (!stored) throw new Error('nothing was stored')
  return stored
}

const isSame = (a: AnalysedSource, source: Source, text: ReadingText | undefined): boolean =>
  text !== undefined && decodedText(a.text) === decodedText(text) && sameValue(a.source.readAs, source.readAs)

/**
 * Stores a file that was read anew as the user wants it: a new reading of its source, to which annotations and what the
 * user has set are carried, in one undoable step (`reread/`). The number of the reading is settled here, whatever the
 * analysis has. One that reads what is there already only has its reports and statements found again, without a step.
 * @throws LostDatabaseError where the database has less than the journal
 * @throws StorageError `project.write.gone` when the source is not there
 */
export function storeReading(db: ProjectDatabase, analysed: AnalysedSource, by: RereadBy): Promise<StoredImport> {
  const prepared = prepare(analysed)
  return db.transaction('rw', importTables(db), async (): Promise<StoredImport> => {
    await within(expectPresent(db, by.journalLast ?? 0))
    const existing = await db.sources.get(analysed.source.hash)
    if (!existing) throw new StorageError(message('project.write.gone', { table: 'sources' }))
    const text = await db.texts.get(existing.reading)
    if (!isSame(analysed, existing, text)) return reread(db, prepared, existing, by, false)
    const again = numbered(prepared, readingNumber(existing.reading))
    const [stored] = await within(storeAll(db, [again], { ...by, mode: 'restore' }))
    if (!stored) throw new Error('nothing was stored')
    return stored
  })
}
