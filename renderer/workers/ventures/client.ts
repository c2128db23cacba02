import type { ComparedVenture, VentureCandidate } from '#shared/compare/ventures'
import type { VenturesAnswer } from './protocol'

/** What the client needs of a worker. */
export interface WorkerLike {
  postMessage(message: unknown): void
  terminate(): void
  addEventListener(type: 'message', listener: (event: { data: unknown }) => void): void
  addEventListener(type: 'error', listener: (event: { message: string }) => void): void
}

const startWorker = (): WorkerLike =>
  new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'ventures' })

/** So many ventures are copied to the worker at once: a few milliseconds. */
const PART = 2_000

/**
 * Which ventures of different reports may be the same one, found in a worker of its own that is ended as soon as it is
 * through or no longer wanted.
 * @throws DOMException `AbortError` when `signal` ends it
 * @throws Error when the worker fails
 */
export function findPairs(
  ventures: readonly ComparedVenture[],
  signal: AbortSignal,
  start: () => WorkerLike = startWorker,
): Promise<VentureCandidate[]> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted()
    const worker = start()
    const end = (settle: () => void): void => {
      worker.terminate()
      signal.removeEventListener('abort', abort)
      settle()
    }
    const abort = (): void => end(() => reject(signal.reason))
    signal.addEventListener('abort', abort)
    worker.addEventListener('error', ({ message }) => end(() => reject(new Error(`ventures worker: ${message}`))))
    worker.addEventListener('message', ({ data }) => {
      const answer = data as VenturesAnswer
      if ('pairs' in answer) end(() => resolve(answer.pairs))
      else end(() => reject(new Error(answer.failed)))
    })
    void give(ventures, worker, signal)
  })
}

/** Gives ventures part by part, with time for the window to draw between them. */
async function give(ventures: readonly ComparedVenture[], worker: WorkerLike, signal: AbortSignal): Promise<void> {
  for (let at = 0; at === 0 || at < ventures.length; at += PART) {
    if (signal.aborted) return
    worker.postMessage({ ventures: ventures.slice(at, at + PART), last: at + PART >= ventures.length })
    await new Promise((done) => setTimeout(done))
  }
}
