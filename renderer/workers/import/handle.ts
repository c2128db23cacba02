import { analyseFile } from '#shared/analysis/analyse'
import { type ImportAnswer, ImportRequest } from '#shared/ipc/imports'
import { type Message, message } from '#shared/model/identity'
import {
  duplicateOf,
  isQuotaError,
  openDatabase,
  type ProjectDatabase,
  reasonOf,
  storeImport,
} from '../../storage/worker'
import { FORMAT_RESOURCES } from './format-resources'

const databases = new Map<string, Promise<ProjectDatabase>>()

/** The database of a project, opened once; one that could not be opened is tried again with the next file. */
function databaseOf(project: string): Promise<ProjectDatabase> {
  const open = databases.get(project) ?? openDatabase(project, 'relaxed')
  databases.set(project, open)
  open.catch(() => databases.delete(project))
  return open
}

/** Why a file could not be imported, where it was not the file's fault. */
const failureReason = (error: unknown): Message =>
  isQuotaError(error) ? message('project.import.quota') : reasonOf(error, 'project.import.unexpected')

async function importFile(request: ImportRequest): Promise<Pick<ImportAnswer & { type: 'done' }, 'outcome' | 'entry'>> {
  const { project, mode, name, hash, bytes, author, at } = request
  const db = await databaseOf(project)
  const original = mode === 'import' ? await duplicateOf(db, hash) : null
  if (original) return { outcome: { status: 'duplicate', of: original.name }, entry: null }
  const analysed = await analyseFile({ name, hash, bytes: new Uint8Array(bytes), at }, { resources: FORMAT_RESOURCES })
  if (!analysed.ok) return { outcome: { status: 'failed', reason: analysed.reason }, entry: null }
  return storeImport(db, analysed.value, { mode, author, at })
}

/**
 * Does one request: reads the file, stores it, says what became of it. Whatever goes wrong is the outcome of this file
 * alone.
 * @throws ZodError for a request that is not one: it has no ticket to answer
 */
export async function handleRequest(data: unknown): Promise<ImportAnswer> {
  const request = ImportRequest.parse(data)
  try {
    return { type: 'done', ticket: request.ticket, ...(await importFile(request)) }
  } catch (error) {
    return {
      type: 'done',
      ticket: request.ticket,
      outcome: { status: 'failed', reason: failureReason(error) },
      entry: null,
    }
  }
}
