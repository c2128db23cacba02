import { type ImportAnswer, ImportRequest } from '#shared/ipc/imports'
import { type Message, message } from '#shared/model/identity'
import { isDiskError, LostDatabaseError, reasonOf } from '../../storage/worker'
import { expand } from './expand'
import { type FileRequest, importFile } from './import-file'

/** Tells main that a file is still being read, and how far. */
export type Tell = (answer: ImportAnswer & { type: 'progress' }) => void

/** Why a file could not be imported, where it was not the file's fault. */
const failureReason = (error: unknown): Message =>
  isDiskError(error) ? message('project.import.quota') : reasonOf(error, 'project.import.unexpected')

/**
 * Does one request: reads the file, stores it, says what became of it; or takes an archive apart. Whatever goes wrong is
 * the outcome of this file alone.
 * @throws ZodError for a request that is not one: it has no ticket to answer
 */
export async function handleRequest(data: unknown, tell: Tell): Promise<ImportAnswer> {
  const request = ImportRequest.parse(data)
  const { ticket } = request
  try {
    if (request.type === 'expand') return { ticket, ...(await expand(request)) }
    return { type: 'done', ticket, ...(await importFile(request, progressOf(request, tell))) }
  } catch (error) {
    // Not the file's fault, and one that can be stored later: it has no outcome yet.
    if (error instanceof LostDatabaseError) return { type: 'lost', ticket, reason: error.reason }
    const reason = failureReason(error)
    if (request.type === 'expand') return { type: 'refused', ticket, reason }
    return { type: 'done', ticket, outcome: { status: 'failed', reason }, entry: null }
  }
}

/** Progress is told at most this often, in milliseconds: a page of a print takes a few. */
const TELL_EVERY = 100

function progressOf({ ticket }: FileRequest, tell: Tell) {
  let told = Number.NEGATIVE_INFINITY
  return (done: number, total: number): void => {
    const now = performance.now()
    if (total < 1 || (done < total && now - told < TELL_EVERY)) return
    told = now
    tell({ type: 'progress', ticket, done, total })
  }
}
