import { openDatabase, type ProjectDatabase, reasonOf } from '../../storage/compare-worker'
import { ByPlace, type Maker } from './by-place'
import type { Answer, PlaceTold, Request } from './protocol'

/** The side of a channel that the worker holds. */
export interface Channel {
  postMessage(message: Answer): void
}

/** What is made of places for a view, once a project is open. */
type View = (db: ProjectDatabase, heard: () => void) => Pick<ByPlace<unknown, unknown>, 'read' | 'close'>

/** A view that tells what a maker makes; it is kept apart from what is made for others. */
export const viewOf =
  <Basis, Value>(maker: Maker<Basis, Value>): View =>
  (db, heard) =>
    new ByPlace(db, maker, heard)

/** Changes are told this long after the first of them, in milliseconds. */
const PACE = 150

/** Values that are told together while many are kept. */
const TOGETHER = 32

/**
 * Answers requests over a channel, for one project.
 * @param views what can be asked for, by name; nothing is made for a view before it is
 * @param failed key of the message for what cannot be read
 */
export function serve(
  channel: Channel,
  views: Readonly<Record<string, View>>,
  failed: string,
): { take: (request: Request) => Promise<void>; end: () => void } {
  const opened = new Map<string, Promise<ReturnType<View>>>()
  let timer: ReturnType<typeof setTimeout> | null = null
  const running = new Set<number>()
  const stale = (): void => {
    timer ??= setTimeout(() => {
      timer = null
      channel.postMessage({ told: 'stale' })
    }, PACE)
  }
  const open = async (project: string, name: string): Promise<ReturnType<View>> => {
    const view = views[name]
    if (!view) throw new Error(`no view ${name}`)
    const opening = opened.get(name) ?? openDatabase(project).then((db) => view(db, stale))
    opened.set(name, opening)
    try {
      return await opening
    } catch (error) {
      // The next request tries again.
      opened.delete(name)
      throw error
    }
  }
  const read = async ({ id, project, view, places }: Extract<Request, { type: 'read' }>): Promise<void> => {
    running.add(id)
    let part: PlaceTold<unknown>[] = []
    const send = (): void => {
      if (part.length > 0 && running.has(id)) channel.postMessage({ told: 'values', id, values: part })
      part = []
    }
    try {
      const made = await open(project, view)
      await made.read(
        places,
        (place, value, done, total) => {
          part.push({ place, value, done, total })
          if (part.length >= TOGETHER || done === total) send()
        },
        () => {
          send()
          return running.has(id)
        },
      )
      send()
      channel.postMessage({ told: running.has(id) ? 'end' : 'cancelled', id })
    } catch (error) {
      channel.postMessage({ told: 'failed', id, reason: reasonOf(error, failed) })
    } finally {
      running.delete(id)
    }
  }
  const take = async (request: Request): Promise<void> => {
    if (request.type === 'read') await read(request)
    else running.delete(request.id)
  }
  const end = (): void => {
    if (timer) clearTimeout(timer)
    for (const one of opened.values()) void one.then((made) => made.close())
  }
  return { take, end }
}
