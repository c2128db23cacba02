import { message as messageOf } from '#shared/model/identity'
import { StorageError } from '../../storage/exchange-worker'
import type { CarriedText, ExchangeQuery, ExchangeReply, ReadFile, ReadQuery, TextsQuery, WriteQuery } from './protocol'

/** What the client needs of a worker. */
export interface WorkerLike {
  postMessage(message: unknown): void
  terminate(): void
  addEventListener(type: 'message', listener: (event: { data: unknown }) => void): void
  addEventListener(type: 'error', listener: (event: { message: string }) => void): void
}

/** How a file is asked for. */
export interface Asking {
  /** Ends it; the promise is then rejected with the signal's reason. */
  signal: AbortSignal
  /** How far it is. */
  told: (done: number, total: number) => void
  start?: () => WorkerLike
}

const startWorker = (): WorkerLike =>
  new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'exchange' })

function ask<T>(query: ExchangeQuery, asking: Asking, taken: (reply: ExchangeReply) => T | null): Promise<T> {
  const { signal, told, start = startWorker } = asking
  if (signal.aborted) return Promise.reject(signal.reason)
  const worker = start()
  return new Promise<T>((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
    worker.addEventListener('error', ({ message }) =>
      reject(new StorageError(messageOf('exchange.failed', { message }))),
    )
    worker.addEventListener('message', ({ data }) => {
      const reply = data as ExchangeReply
      if (reply.told === 'progress') return told(reply.done, reply.total)
      if (reply.told === 'failed') return reject(new StorageError(reply.reason))
      const answer = taken(reply)
      if (answer !== null) resolve(answer)
    })
    worker.postMessage(query)
  }).finally(() => worker.terminate())
}

/**
 * Writes a file for other tools in a worker of its own, which ends with it.
 * @throws StorageError when that fails
 */
export const writeExchange = (query: WriteQuery, asking: Asking): Promise<Uint8Array<ArrayBuffer>> =>
  ask(query, asking, (reply) => (reply.told === 'written' ? reply.bytes : null))

/**
 * Reads a file of another tool in a worker of its own, beside the project. Nothing is written.
 * @throws StorageError with what is wrong with the file
 */
export const readExchange = (query: ReadQuery, asking: Asking): Promise<ReadFile> =>
  ask(query, asking, (reply) => (reply.told === 'read' ? reply.file : null))

/**
 * The texts that a file carries and the project does not have, read out in a worker of its own.
 * @throws StorageError with what is wrong with the file
 */
export const readCarriedTexts = (query: TextsQuery, asking: Asking): Promise<CarriedText[]> =>
  ask(query, asking, (reply) => (reply.told === 'texts' ? reply.texts : null))
