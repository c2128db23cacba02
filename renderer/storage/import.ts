import type { ImportOutcome } from '#shared/ipc/imports'
import type { AnalysedSource } from '#shared/model/analysed'
import { type Message, message } from '#shared/model/identity'
import type { JournalEntry } from '#shared/model/journal'
import type { Report } from '#shared/model/report'
import type { Source } from '#shared/model/source'
import type { Statement } from '#shared/model/statement'
import { ENGINE_VERSION } from '#shared/statements/version'
import type { ProjectDatabase } from './database'
import { deriveCells, packCells } from './derive'
import { deriveStatements, isReadDifferently } from './derive-statements'
import { appendEntry } from './entry'
import { packRows } from './pack'

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
  return (await db.readings.where('source').equals(hash).count()) > 0 ? existing : null
}

/** Fields that the user set stay as they are when the engine reads a file again. */
function keepEdited(fresh: Report, existing: Report | undefined): Report {
  if (!existing || existing.edited.length === 0) return fresh
  const kept = Object.fromEntries(existing.edited.map((field) => [field, existing[field]]))
  return { ...fresh, ...kept, edited: existing.edited }
}

/** What the database already has of a source: reports that a user may have corrected, and touched statements. */
interface Known {
  reports: (Report | undefined)[]
  touched: Statement[]
}

const NOTHING_KNOWN: Known = { reports: [], touched: [] }

async function knownOf(db: ProjectDatabase, { source, reports }: AnalysedSource): Promise<Known> {
  const [known, touched] = await Promise.all([
    db.reports.bulkGet(reports.map(({ report }) => report.id)),
    db.statements.where('source').equals(source.hash).toArray(),
  ])
  return { reports: known, touched }
}

/** Writes what the engine found. The requests are sent together: one after the other they would wait for each other. */
async function writeDerived(
  db: ProjectDatabase,
  { source, reading, text, reports }: AnalysedSource,
  known: Known,
): Promise<Report[]> {
  const kept = reports.map(({ report }, index) => keepEdited(report, known.reports[index]))
  const touchedIn = (id: string): Statement[] => known.touched.filter(({ report }) => report === id)
  const sections = reports.map(({ report, sections }) => ({ report: report.id, source: source.hash, sections }))
  const output = reports.map(({ report, statements }) => ({
    report: report.id,
    source: source.hash,
    engine: ENGINE_VERSION,
    statements: packRows(statements),
  }))
  const cells = kept.map((report, index) => packCells(report, reports[index]?.statements ?? [], touchedIn(report.id)))
  await Promise.all([
    db.readings.put(reading),
    db.texts.put(text),
    db.reports.bulkPut(kept),
    db.sections.bulkPut(sections),
    db.engineOutput.bulkPut(output),
    db.cells.bulkPut(cells),
  ])
  // A year, kind or place that the user has set is not what this analysis went by.
  for (const [index, report] of kept.entries()) {
    const found = reports[index]?.report
    if (!found || !isReadDifferently(found, report)) continue
    await deriveStatements(db, report.id)
    await deriveCells(db, report.id)
  }
  return kept
}

function importedOutcome({ source, reading, reports }: AnalysedSource, kept: readonly Report[]): ImportOutcome {
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

/**
 * Stores an analysed file in one transaction: source, reading, text, reports, sections, engine output, cells, and the
 * journal entry of the import. A file that is there is a duplicate; one whose import was undone is shown again.
 */
export function storeImport(
  db: ProjectDatabase,
  analysed: AnalysedSource,
  { mode, author, at }: StoreImportOptions,
): Promise<StoredImport> {
  const derived = [db.sources, db.readings, db.texts, db.reports, db.sections, db.statements, db.engineOutput, db.cells]
  return db.transaction('rw', [...derived, db.journalMirror, db.meta], async (): Promise<StoredImport> => {
    const { source } = analysed
    const existing = await db.sources.get(source.hash)
    const original = mode === 'import' ? await duplicateOf(db, source.hash) : null
    if (original) return { outcome: { status: 'duplicate', of: original.name }, entry: null }
    const known = existing || mode === 'restore' ? await knownOf(db, analysed) : NOTHING_KNOWN
    const kept = await writeDerived(db, analysed, known)
    const outcome = importedOutcome(analysed, kept)
    // A source that only lacked its text is in the journal already.
    if (mode === 'restore' || existing?.hidden === false) {
      if (!existing) await db.sources.add(source)
      return { outcome, entry: null }
    }
    const after: Source = existing ? { ...existing, hidden: false } : source
    await db.sources.put(after)
    const operation = operationOf(after, existing !== undefined)
    const changes = [{ table: 'sources' as const, key: after.hash, before: existing ?? null, after }]
    return { outcome, entry: await appendEntry(db, author, at, operation, changes) }
  })
}
