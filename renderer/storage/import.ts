import type { ImportOutcome } from '#shared/ipc/imports'
import type { AnalysedSource } from '#shared/model/analysed'
import { type Message, message } from '#shared/model/identity'
import type { JournalEntry } from '#shared/model/journal'
import type { Report } from '#shared/model/report'
import type { Source } from '#shared/model/source'
import type { ProjectDatabase } from './database'
import { knownOf, type Prepared, prepare, writeDerived } from './derived-records'
import { appendEntries, type Step } from './entry'
import { regroupImported } from './versions/regroup'
import { within } from './within'

/** How an analysed file is stored. */
export interface StoreImportOptions {
  /** `restore` writes derived records only: the journal has the import already. */
  mode: 'import' | 'restore'
  author: string
  /** Time of the import, ISO 8601 in UTC. */
  at: string
}

/** What became of a file, and the entry that the journal must have before it counts as imported. */
export interface StoredImport {
  outcome: ImportOutcome
  entry: JournalEntry | null
}

/** The source that a file of this hash would be a duplicate of; null when it is new, was hidden, or lost its text. */
export async function duplicateOf(db: ProjectDatabase, hash: string): Promise<Source | null> {
  const existing = await db.sources.get(hash)
  if (!existing || existing.hidden) return null
  return (await db.readings.where('id').equals(existing.reading).count()) > 0 ? existing : null
}

/** What an import of an analysed file comes to. */
export function importedOutcome({ source, reading, reports }: AnalysedSource, kept: readonly Report[]): ImportOutcome {
  return {
    status: 'imported',
    format: source.format,
    encoding: reading.encoding,
    encodingReason: reading.encodingReason,
    characters: reading.characters,
    reports: kept.map(({ id, title, place, repairedFrom, year, kind, confidence, reasons }) => ({
      id,
      title,
      place,
      repairedFrom,
      year,
      kind,
      confidence,
      reasons,
    })),
    statements: reports.reduce((sum, { statements }) => sum + statements.length, 0),
  }
}

const operationOf = (source: Source, shown: boolean): Message =>
  message(shown ? 'project.history.sourceShown' : 'project.history.sourceImported', { name: source.name })

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

/** What becomes of the source's record; one that is in the journal already gets no entry. */
function recordOf(existing: Source | undefined, { source }: AnalysedSource, mode: StoreImportOptions['mode']) {
  if (mode === 'restore' || existing?.hidden === false) return { after: existing ? null : source, logged: false }
  return { after: existing ? { ...existing, hidden: false } : source, logged: true }
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
    const record = original ? { after: null, logged: false } : recordOf(existing, file.analysed, mode)
    return { file, existing, original, ...record }
  })
}

const stepsOf = (files: readonly File[], at: string): Step[] =>
  files.flatMap(({ existing, after, logged }) => {
    if (!logged || !after) return []
    const change = { table: 'sources' as const, key: after.hash, before: existing ?? null, after }
    return { at, operation: operationOf(after, existing !== undefined), changes: [change] }
  })

/** What was found counts for the reading that the source has: it may have got another one since the file was read. */
const isItsReading = ({ file, existing, original }: File): boolean =>
  !original && (!existing || existing.reading === file.analysed.source.reading)

/** The tables that storing an analysed file writes to. */
export const importTables = (db: ProjectDatabase) => [
  db.sources,
  db.readings,
  db.texts,
  db.reports,
  db.findings,
  db.sections,
  db.statements,
  db.engineOutput,
  db.cells,
  db.journalMirror,
  db.meta,
]

/** The reports of sources that come back into sight as they are. */
const reportsOf = (db: ProjectDatabase, files: readonly File[]): Promise<Report[]> =>
  db.reports
    .where('source')
    .anyOf(files.map(({ file }) => file.analysed.source.hash))
    .toArray()

async function storeAll(
  db: ProjectDatabase,
  batch: readonly Prepared[],
  { mode, author, at }: StoreImportOptions,
): Promise<StoredImport[]> {
  const files = await within(look(db, batch, mode))
  const written = files.filter(isItsReading)
  const old = written.filter(({ existing }) => existing || mode === 'restore')
  const hashes = old.map(({ file }) => file.analysed.source.hash)
  const known = await within(knownOf(db, hashes))
  const prepared = written.map(({ file }) => file)
  const kept = await within(writeDerived(db, prepared, known))
  const sources = files.flatMap(({ after }) => after ?? [])
  await within(db.sources.bulkPut(sources))
  const before = [...known.values()].flatMap(({ reports }) => reports)
  const shown = files.filter((file) => file.logged && file.existing && !isItsReading(file))
  before.push(...(await within(reportsOf(db, shown))))
  const after = kept.flat()
  if (after.length + before.length > 0) await within(regroupImported(db, after, before))
  const steps = stepsOf(files, at)
  const entries = await within(appendEntries(db, author, steps))
  return outcomes(files, new Map(written.map((file, index) => [file, kept[index] ?? []])), entries)
}

function outcomes(
  files: readonly File[],
  kept: ReadonlyMap<File, readonly Report[]>,
  entries: readonly JournalEntry[],
): StoredImport[] {
  const next = entries.values()
  return files.map((file): StoredImport => {
    if (file.original) return { outcome: { status: 'duplicate', of: file.original.name }, entry: null }
    const { analysed } = file.file
    const reports = kept.get(file) ?? analysed.reports.map(({ report }) => report)
    return { outcome: importedOutcome(analysed, reports), entry: file.logged ? (next.next().value ?? null) : null }
  })
}

/**
 * Stores analysed files in one transaction, all or none: source, reading, text, reports, sections, engine output, cells,
 * and a journal entry for each import. A file that is there is a duplicate; one whose import was undone is shown again.
 * @returns what became of each, in the same order
 */
export function storeImports(
  db: ProjectDatabase,
  analysed: readonly AnalysedSource[],
  options: StoreImportOptions,
): Promise<StoredImport[]> {
  const prepared = analysed.map(prepare)
  return db.transaction('rw', importTables(db), () => storeAll(db, prepared, options))
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
