import { reasonOf } from '../../storage/statement-worker'
import type { Answer, Request, Requests, RequestType, Told } from './protocol'
import { StatementStore } from './store'

/** The side of a channel that the worker holds. */
export interface Channel {
  /** @param transfer what goes over whole instead of being copied */
  postMessage(message: Answer | Told, transfer: Transferable[]): void
}

type Handlers = { [T in RequestType]: (ask: Requests[T]['ask']) => Promise<Requests[T]['answer']> }

/**
 * Answers requests over a channel. The first one is to be `open`.
 * @returns the function that takes a request, and the one that ends all
 */
export function serve(channel: Channel): { take: (request: Request) => Promise<void>; end: () => void } {
  let opened: Promise<StatementStore> | null = null
  const store = async (): Promise<StatementStore> => {
    if (!opened) throw new Error('no project is open')
    return opened
  }
  const handlers: Handlers = {
    open: async ({ project }) => {
      opened ??= StatementStore.open(project, (told) => channel.postMessage(told, []))
      await opened
      return null
    },
    query: async ({ view, query }) => (await store()).query(view, query),
    rows: async ({ view, version, from, count }) => (await store()).rows(view, version, from, count),
    names: async ({ view, version, ranges }) => (await store()).names(view, version, ranges),
    recount: async ({ view, version, query }) => (await store()).recount(view, version, query),
    choices: async ({ report }) => (await store()).choices(report),
    clusters: async ({ limit }) => (await store()).clusters(limit),
    write: async ({ view, version, ...how }) => (await store()).write(view, version, how),
    drop: async ({ view }) => {
      ;(await store()).drop(view)
      return null
    },
  }
  const take = async (request: Request): Promise<void> => {
    const { id } = request
    // Each handler takes what its own type of request carries.
    const handle = handlers[request.type] as (ask: Request) => Promise<unknown>
    try {
      const value = await handle(request)
      channel.postMessage({ id, ok: true, value }, value instanceof Uint8Array ? [value.buffer] : [])
    } catch (error) {
      channel.postMessage({ id, ok: false, reason: reasonOf(error, 'statementTable.failed') }, [])
    }
  }
  return { take, end: () => void opened?.then((one) => one.close()) }
}
