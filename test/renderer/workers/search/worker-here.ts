import type { WorkerLike } from '../../../../renderer/workers/search/client'
import type { SearchRequest } from '../../../../renderer/workers/search/protocol'
import { HIT_LIMIT } from '../../../../renderer/workers/search/search'
import { serve } from '../../../../renderer/workers/search/serve'

/** A worker in this thread, on the same database: what is posted is cloned as between threads. */
export function workerHere(limit = HIT_LIMIT): WorkerLike & { ended: boolean } {
  const listeners: ((event: { data: unknown }) => void)[] = []
  const { take, end } = serve(
    {
      postMessage: (message) => {
        const data = structuredClone(message)
        for (const listener of listeners) listener({ data })
      },
    },
    limit,
  )
  return {
    ended: false,
    postMessage: (message) => void take(structuredClone(message) as SearchRequest),
    terminate() {
      this.ended = true
      end()
    },
    addEventListener: (type: 'message' | 'error', listener: (event: never) => void) => {
      if (type === 'message') listeners.push(listener as (event: { data: unknown }) => void)
    },
  }
}
