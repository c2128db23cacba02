import type { WorkerLike } from '../../../../renderer/workers/words/client'
import type { WordsRequest } from '../../../../renderer/workers/words/protocol'
import { serve } from '../../../../renderer/workers/words/serve'

/** A worker in this thread, on the same database: what is posted is cloned as between threads. */
export function workerHere(): WorkerLike & { ended: boolean } {
  const listeners: ((event: { data: unknown }) => void)[] = []
  const { take, end } = serve({
    postMessage: (message) => {
      const data = structuredClone(message)
      for (const listener of listeners) listener({ data })
    },
  })
  return {
    ended: false,
    postMessage: (message) => void take(structuredClone(message) as WordsRequest),
    terminate() {
      this.ended = true
      end()
    },
    addEventListener: (type: 'message' | 'error', listener: (event: never) => void) => {
      if (type === 'message') listeners.push(listener as (event: { data: unknown }) => void)
    },
  }
}
