import type { WorkerLike } from '../../../../renderer/workers/scan/client'
import type { Request } from '../../../../renderer/workers/scan/protocol'
import { HIT_LIMIT, serve } from '../../../../renderer/workers/scan/serve'

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
    postMessage: (message) => void take(structuredClone(message) as Request),
    terminate() {
      this.ended = true
      end()
    },
    addEventListener: (type: 'message' | 'error', listener: (event: never) => void) => {
      if (type === 'message') listeners.push(listener as (event: { data: unknown }) => void)
    },
  }
}
