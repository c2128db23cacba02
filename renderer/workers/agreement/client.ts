import { message as messageOf } from '#shared/model/identity'
import { StorageError } from '../../storage/scan-worker'
import type { AgreementAnswer, AgreementQuery, AgreementReply } from './protocol'

/** What the client needs of a worker. */
export interface WorkerLike {
  postMessage(message: unknown): void
  terminate(): void
  addEventListener(type: 'message', listener: (event: { data: unknown }) => void): void
  addEventListener(type: 'error', listener: (event: { message: string }) => void): void
}

const startWorker = (): WorkerLike =>
  new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'agreement' })

/**
 * Computes agreement in a worker of its own, which ends with the answer.
 * @param signal ends it; the promise is then rejected with the signal's reason
 * @param told how far it is, in reports
 * @throws StorageError when the worker fails
 */
export function askAgreement(
  query: AgreementQuery,
  signal: AbortSignal,
  told: (done: number, total: number) => void,
  start: () => WorkerLike = startWorker,
): Promise<AgreementAnswer> {
  if (signal.aborted) return Promise.reject(signal.reason)
  const worker = start()
  return new Promise<AgreementAnswer>((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
    worker.addEventListener('error', ({ message }) =>
      reject(new StorageError(messageOf('agreement.failed', { message }))),
    )
    worker.addEventListener('message', ({ data }) => {
      const reply = data as AgreementReply
      if (reply.told === 'progress') told(reply.done, reply.total)
      else if (reply.told === 'answer') resolve(reply.answer)
      else reject(new StorageError(reply.reason))
    })
    worker.postMessage(query)
  }).finally(() => worker.terminate())
}
