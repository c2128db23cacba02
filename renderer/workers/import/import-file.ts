import { analyseFile } from '#shared/analysis/analyse'
import { isExtraction, readExtraction } from '#shared/exchange/extraction'
import type { ImportAnswer, ImportRequest } from '#shared/ipc/imports'
import type { Source } from '#shared/model/source'
import {
  correctionsFor,
  duplicateOf,
  ImportLookups,
  openDatabase,
  type ProjectDatabase,
  readStatementsAgain,
  storeExtraction,
  storeReading,
  textToKeep,
  userRecords,
} from '../../storage/worker'
import { FORMAT_RESOURCES } from './format-resources'
import { StoreQueue } from './store-queue'

/** A request to read a file. */
export type FileRequest = Extract<ImportRequest, { type: 'file' }>
type Imported = Pick<ImportAnswer & { type: 'done' }, 'outcome' | 'entry'>

const queue = new StoreQueue()

interface Opened {
  db: ProjectDatabase
  lookups: ImportLookups
}
const databases = new Map<string, Promise<Opened>>()

/** The database of a project, opened once; one that could not be opened is tried again with the next file. */
function databaseOf(project: string): Promise<Opened> {
  const known = databases.get(project)
  if (known) return known
  const opened = open(project, () => {
    if (databases.get(project) === opened) databases.delete(project)
  })
  databases.set(project, opened)
  return opened
}

/** @param forget called when the database could not be opened, or was closed by force: so Chromium does on a full disk */
async function open(project: string, forget: () => void): Promise<Opened> {
  const opening = openDatabase(project, 'relaxed')
  opening.catch(forget)
  const db = await opening
  db.on('close', forget)
  return { db, lookups: new ImportLookups(db) }
}

/**
 * Reads and stores a file.
 * @param progress told how far a long file is
 * @throws LostDatabaseError where the database has less than the journal; nothing is stored then
 */
export async function importFile(
  request: FileRequest,
  progress: (done: number, total: number) => void,
): Promise<Imported> {
  const { project, mode, hash, author, at, journalLast } = request
  const { db, lookups } = await databaseOf(project)
  const first = mode === 'import' && request.since === null
  const [source, records] = await Promise.all(
    first ? [lookups.newSource(hash), lookups.records()] : [db.sources.get(hash), userRecords(db)],
  )
  const known = source ?? null
  const original = known && mode === 'import' ? await duplicateOf(db, hash) : null
  if (original && !isOwn(request, original)) {
    return { outcome: { status: 'duplicate', of: original.name }, entry: null }
  }
  if (known && mode === 'restore' && (await queue.analysing(() => readStatementsAgain(db, hash)))) {
    return { outcome: { status: 'duplicate', of: known.name }, entry: null }
  }
  const file = { ...readingOf(request, known), hash, bytes: new Uint8Array(request.bytes), at }
  if (file.readAs.format === null && isExtraction(file.bytes)) {
    const stored = await queue.analysing(() =>
      storeRead(db, file, { mode: original || mode !== 'import' ? 'restore' : mode, author, at, journalLast }),
    )
    lookups.stored(hash)
    return stored
  }
  const corrections = known || mode !== 'import' ? await correctionsFor(db, hash) : []
  const context = { ...records, corrections, resources: FORMAT_RESOURCES, progress }
  const analysed = await queue.analysing(async () => {
    const found = await analyseFile(file, context)
    const kept = found.ok && mode === 'restore' ? await textToKeep(db, found.value) : null
    return kept === null ? found : analyseFile(file, { ...context, decoded: kept })
  })
  if (!analysed.ok) return { outcome: { status: 'failed', reason: analysed.reason }, entry: null }
  if (mode === 'reread') return storeReading(db, analysed.value, { author, at, journalLast })
  const { indicators } = records
  const options = { mode: original ? 'restore' : mode, author, at, journalLast, indicators } as const
  const stored = await queue.store(db, analysed.value, options)
  lookups.stored(hash)
  return stored
}

/** Reads and stores an extraction, while no other file is read or stored by this worker. */
async function storeRead(
  db: ProjectDatabase,
  { hash, name, folder, bytes }: { hash: string; name: string; folder: string; bytes: Uint8Array },
  options: Parameters<typeof storeExtraction>[3],
): Promise<Imported> {
  const file = { hash, name, folder, bytes: bytes.byteLength }
  return storeExtraction(db, file, readExtraction(bytes), options)
}

/** Whether a source is one that this very run has imported without anybody having heard of it. */
const isOwn = ({ since, name, folder }: FileRequest, source: Source): boolean =>
  since !== null && source.importedAt >= since && source.name === name && source.folder === folder

/**
 * What a file is read as: a source that is there keeps its name and folder, and, unless it is to be read otherwise, its
 * reading and what the user wants.
 */
function readingOf({ mode, name, folder, readAs }: FileRequest, known: Source | null) {
  if (!known) return { name, folder, readAs }
  const { name: ownName, folder: ownFolder, readAs: wanted } = known
  // The number of a new reading is settled when it is stored.
  if (mode === 'reread') return { name: ownName, folder: ownFolder, readAs }
  return { name: ownName, folder: ownFolder, readAs: wanted, number: numberOf(known.reading) }
}

/** The number in a reading's id. */
const numberOf = (reading: string): number => Number(reading.slice(reading.lastIndexOf(':') + 1))
