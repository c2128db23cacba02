import type { ExtractedSource, ReadExtraction } from '#shared/exchange/extraction'
import { type ExtractionOutcome, MISSING_NAMED } from '#shared/model/extraction'
import { message, readingId } from '#shared/model/identity'
import { AS_FOUND, Provenance, type Source } from '#shared/model/source'
import type { ProjectDatabase } from './database'
import { deriveCells } from './derive'
import { deriveStatements } from './derive-statements'
import { appendEntries } from './entry'
import { extractionId, holds, isIn, standing } from './extractions'
import { recordOf, type StoreImportOptions, stepOf } from './import-record'
import { importTables } from './import-tables'
import { MADE } from './made'
import { packMatters } from './matters/packed'
import { standingMatters } from './matters/standing'
import type { StoredImport } from './outcome'
import { packRows } from './pack'
import { expectPresent } from './reopen'
import { within } from './within'

/** The file of an extraction. */
export type ExtractionFile = Pick<Source, 'hash' | 'name' | 'folder' | 'bytes'>

/** An extraction is a source without a text: a reading that is empty, so that it is known to be read. */
async function writeFile(db: ProjectDatabase, source: Source): Promise<void> {
  const { hash, reading, importedAt: createdAt } = source
  const encodingReason = message('reasons.encoding.extraction')
  const about = { format: 'extraction', encoding: 'utf-8', encodingReason } as const
  const counts = { number: 1, characters: 0, made: MADE }
  await db.readings.put({ id: reading, source: hash, ...about, remarks: [], ...counts, createdAt })
  await db.texts.put({ reading, text: '', stretches: [], joins: [], pages: [], rows: [] })
}

async function writeRows(db: ProjectDatabase, extraction: string, { sources }: ReadExtraction): Promise<void> {
  await db.extractions.where('extraction').equals(extraction).delete()
  const rows = [...sources].map(([source, { statements, matters }]) => ({
    id: extractionId(source, extraction),
    source,
    extraction,
    statements: packRows(statements),
    matters: packMatters(matters),
  }))
  await db.extractions.bulkPut(rows)
}

/** How many statements and matters were laid. */
type Laid = Pick<ExtractionOutcome, 'laid' | 'matters'>

/** Lays what was extracted over a source's reports. @returns null where it has no text yet */
async function lay(db: ProjectDatabase, source: Source, said: ExtractedSource): Promise<Laid | null> {
  const text = await db.texts.get(source.reading)
  if (!text) return null
  const reports = await db.reports.where('source').equals(source.hash).toArray()
  const own = reports.filter(({ reading }) => reading === source.reading)
  const statements = standing(text, said.statements).filter((one) => own.some((report) => isIn(report, one)))
  const matters = standingMatters(text, said.matters).filter((one) => own.some((report) => holds(report, one)))
  const ids = own.map(({ id }) => id)
  await within(deriveStatements(db, ids))
  await within(deriveCells(db, ids))
  return { laid: statements.length, matters: matters.length }
}

async function layAll(db: ProjectDatabase, read: ReadExtraction): Promise<ExtractionOutcome> {
  const { sources, invalid, firstInvalid } = read
  const outcome: ExtractionOutcome = {
    ...{ sources: sources.size, laid: 0, matters: 0, refused: 0, invalid, firstInvalid },
    ...{ missing: 0, missingNamed: [] },
  }
  const hashes = [...sources.keys()]
  const stored = await db.sources.bulkGet(hashes)
  for (const [index, [hash, said]] of [...sources].entries()) {
    const { title, statements, matters } = said
    const source = stored[index]
    const laid = source ? await within(lay(db, source, said)) : null
    if (source && !source.hidden && laid !== null) {
      outcome.laid += laid.laid
      outcome.matters += laid.matters
      outcome.refused += statements.length + matters.length - laid.laid - laid.matters
    } else {
      outcome.missing += 1
      if (outcome.missingNamed.length < MISSING_NAMED) outcome.missingNamed.push({ hash, title })
    }
  }
  return outcome
}

/**
 * Stores an extraction in one transaction: its source and journal entry, what it says of each source, and, for those that
 * are in the project, its statements and matters in place of the engine's. What the user accepted, edited or rejected stays.
 * @returns what became of it
 * @throws LostDatabaseError where the database has less than the journal
 */
export function storeExtraction(
  db: ProjectDatabase,
  file: ExtractionFile,
  read: ReadExtraction,
  options: StoreImportOptions,
): Promise<StoredImport> {
  const { mode, author, at } = options
  return db.transaction('rw', importTables(db), async (): Promise<StoredImport> => {
    await within(expectPresent(db, options.journalLast ?? 0))
    const existing = await db.sources.get(file.hash)
    if (mode === 'import' && existing && !existing.hidden)
      return { outcome: { status: 'duplicate', of: existing.name }, entry: null }
    const source: Source = {
      ...file,
      format: 'extraction',
      readAs: AS_FOUND,
      reading: readingId(file.hash, 1),
      provenance: Provenance.parse({}),
      importedAt: at,
      hidden: false,
    }
    const { after, logged } = recordOf(existing, source, mode)
    await within(writeFile(db, existing ?? source))
    if (after) await db.sources.put(after)
    await within(writeRows(db, file.hash, read))
    const extraction = await within(layAll(db, read))
    const steps = logged && after ? [stepOf(existing ?? null, after, at)] : []
    const [entry = null] = await within(appendEntries(db, author, steps))
    const told = { encoding: 'utf-8', encodingReason: message('reasons.encoding.extraction'), characters: 0 } as const
    const { laid: statements } = extraction
    return {
      outcome: { status: 'imported', format: 'extraction', ...told, reports: [], statements, extraction },
      entry,
    }
  })
}
