import Dexie from 'dexie'
import { type Message, message } from '#shared/model/identity'
import { DATA_VERSION } from '#shared/model/project'

/** A failure of storage that a user can be told: `reason` is a locale key with its parameters. */
export class StorageError extends Error {
  override readonly name: string = 'StorageError'
  readonly reason: Message

  constructor(reason: Message, options?: ErrorOptions) {
    super(`${reason.key} ${JSON.stringify(reason.params)}`, options)
    this.reason = reason
  }
}

/** The database was written by a newer version of the program; it is left alone. */
export class DataVersionError extends StorageError {
  override readonly name = 'DataVersionError'
  /** Data version that was found. */
  readonly found: number

  constructor(found: number) {
    super(message('project.open.newer', { found, known: DATA_VERSION }))
    this.found = found
  }
}

/** A step of undo or redo that no longer fits: a record is not what the step left behind. Nothing was changed. */
export class UndoConflictError extends StorageError {
  override readonly name = 'UndoConflictError'
  /** What the step did, null while that is not known. */
  readonly operation: Message | null

  constructor(reason: Message, operation: Message | null = null, options?: ErrorOptions) {
    super(reason, options)
    this.operation = operation
  }
}

/**
 * A step that its user ended; nothing of it is done. Not the signal's own reason: Dexie makes its `AbortError` of that,
 * which is also what a full disk looks like.
 */
export class StoppedError extends StorageError {
  override readonly name = 'StoppedError'

  constructor() {
    super(message('project.write.stopped'))
  }
}

/** The database has less than the journal: Chromium has put an empty one in its place. It is filled again on a retry. */
export class LostDatabaseError extends StorageError {
  override readonly name = 'LostDatabaseError'

  constructor() {
    super(message('project.write.lost'))
  }
}

/** The database has the change, the journal on disk does not have it yet; `Session.flush` tries again. */
export class JournalError extends StorageError {
  override readonly name = 'JournalError'
}

/**
 * True for an error of any frame: what a frame's IndexedDB says (`fresh-factory.ts`) is no instance of this window's
 * `Error` or `DOMException`.
 */
const isError = (value: unknown): value is Error =>
  typeof value === 'object' &&
  value !== null &&
  typeof Reflect.get(value, 'name') === 'string' &&
  typeof Reflect.get(value, 'message') === 'string'

/** What an unknown thrown value says. */
export const textOf = (error: unknown): string => (isError(error) ? error.message : String(error))

/**
 * The message of an error for the user: its own reason, that the disk refuses, or `fallback` with the error's text as
 * `message`.
 * @param more further parameters of `fallback`
 */
export function reasonOf(error: unknown, fallback: string, more: Message['params'] = {}): Message {
  if (error instanceof StorageError) return error.reason
  return isDiskError(error) ? message('project.write.disk') : message(fallback, { ...more, message: textOf(error) })
}

/** True for an error of one of these names, also where a transaction's abort wraps it. */
function isNamed(error: unknown, names: readonly string[]): boolean {
  if (!isError(error)) return false
  if (names.includes(error.name)) return true
  const inner: unknown = 'inner' in error ? error.inner : error.cause
  return inner !== undefined && inner !== error && isNamed(inner, names)
}

/** True for the error of a full disk. */
export const isQuotaError = (error: unknown): boolean => isNamed(error, ['QuotaExceededError'])

/**
 * True where the disk refuses. A full one makes Chromium say no more than `UnknownError`, or end the transaction without
 * a word: then Dexie says `AbortError`, or `BulkError` with one for each record (all seen on a full tmpfs). A step that its
 * user ended says `StoppedError`.
 */
export function isDiskError(error: unknown): boolean {
  if (isNamed(error, ['QuotaExceededError', 'UnknownError']) || error instanceof Dexie.AbortError) return true
  return error instanceof Dexie.BulkError && error.failures.some((one) => isNamed(one, ABORTED))
}

/** True where the connection to the database is gone, whoever closed it. */
const isConnectionGone = (error: unknown): boolean => isNamed(error, ['DatabaseClosedError', 'InvalidStateError'])

/** True where the database does not answer: what is written waits for it, and what is read is read again. */
export const isOutOfReach = (error: unknown): boolean => isDiskError(error) || isConnectionGone(error)

const ABORTED = ['AbortError', 'QuotaExceededError', 'UnknownError']
