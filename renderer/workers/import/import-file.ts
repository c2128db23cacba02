import { analyseFile } from '#shared/analysis/analyse'
import type { ImportAnswer, ImportRequest } from '#shared/ipc/imports'
import type { Source } from '#shared/model/source'
import { duplicateOf, openDatabase, type ProjectDatabase, storeImport } from '../../storage/worker'
import { FORMAT_RESOURCES } from './format-resources'

/** A request to read a file. */
export type FileRequest = Extract<ImportRequest, { type: 'file' }>
type Imported = Pick<ImportAnswer & { type: 'done' }, 'outcome' | 'entry'>

const databases = new Map<string, Promise<ProjectDatabase>>()

/** The database of a project, opened once; one that could not be opened is tried again with the next file. */
function databaseOf(project: string): Promise<ProjectDatabase> {
  const open = databases.get(project) ?? openDatabase(project, 'relaxed')
  databases.set(project, open)
  open.catch(() => databases.delete(project))
  return open
}

/**
 * Reads and stores a file.
 * @param progress told how far a long file is
 */
export async function importFile(
  request: FileRequest,
  progress: (done: number, total: number) => void,
): Promise<Imported> {
  const { project, mode, hash, author, at } = request
  const db = await databaseOf(project)
  const known = (await db.sources.get(hash)) ?? null
  const original = known && mode === 'import' ? await duplicateOf(db, hash) : null
  const own = original !== null && isOwn(request, original)
  if (original && !own) return { outcome: { status: 'duplicate', of: original.name }, entry: null }
  const file = { ...readingOf(request, known), hash, bytes: new Uint8Array(request.bytes), at }
  const analysed = await analyseFile(file, { resources: FORMAT_RESOURCES, progress })
  if (!analysed.ok) return { outcome: { status: 'failed', reason: analysed.reason }, entry: null }
  return storeImport(db, analysed.value, { mode: original || mode !== 'import' ? 'restore' : 'import', author, at })
}

/** Whether a source is one that this very run has imported without anybody having heard of it. */
const isOwn = ({ since, name, folder }: FileRequest, source: Source): boolean =>
  since !== null && source.importedAt >= since && source.name === name && source.folder === folder

/** What a file is read as: a source that is there keeps its name, its folder, its reading and what the user wants. */
function readingOf({ name, folder, readAs }: FileRequest, known: Source | null) {
  if (!known) return { name, folder, readAs }
  return { name: known.name, folder: known.folder, readAs: known.readAs, number: numberOf(known.reading) }
}

/** The number in a reading's id. */
const numberOf = (reading: string): number => Number(reading.slice(reading.lastIndexOf(':') + 1))
