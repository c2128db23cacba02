import { patternOf } from '#shared/coding/scan/pattern'
import { message } from '#shared/model/identity'
import { openDatabase, type ProjectDatabase, reasonOf, StorageError } from '../../storage/scan-worker'
import { byIndicator, byPattern, type Finder, findIn, wantedOf } from './find'
import type { Answer, HitGroup, Request, ScanEnd, ScanQuery } from './protocol'
import { type Loaded, listTexts, loadTexts } from './texts'

/** More hits than this are not told: nobody looks through them, and they would fill the window's memory. */
export const HIT_LIMIT = 100_000

/** Texts that are read at once, in sources: some 2 MB. */
const AT_ONCE = 25

/** The side of a channel that the worker holds. */
export interface Channel {
  postMessage(message: Answer): void
}

/** What a scan tells while it runs. */
interface Telling {
  tell: (groups: HitGroup[], done: number, total: number) => void
  /** An expression is about to be tried on a source. */
  at: (name: string) => void
  going: () => boolean
}

/** What finds the places in some texts. */
type FinderOf = (loaded: readonly Loaded[]) => Promise<Finder>

/** @throws StorageError `autocode.invalid` where the pattern is no expression */
function finderOf(db: ProjectDatabase, query: ScanQuery): FinderOf {
  const { type, pattern, exact = false } = query
  if (type === 'indicator') return (loaded) => byIndicator(db, pattern, loaded)
  const made = patternOf({ ...query, type })
  if (made.pattern === null) throw new StorageError(message('autocode.invalid', { problem: made.problem }))
  const finder = byPattern(made.pattern, exact)
  return async () => finder
}

/** Looks through the texts. @returns null where nobody waits for it any more */
async function scan(
  db: ProjectDatabase,
  query: ScanQuery,
  { tell, at, going }: Telling,
  limit: number,
): Promise<ScanEnd | null> {
  const finders = finderOf(db, query)
  const listed = await listTexts(db, query.sources)
  const wanted = wantedOf(query)
  const report = query.report ?? null
  let hits = 0
  for (let from = 0; from < listed.length; from += AT_ONCE) {
    const loaded = await loadTexts(db, listed.slice(from, from + AT_ONCE))
    const find = await finders(loaded)
    if (!going()) return null
    const groups: HitGroup[] = []
    for (const one of loaded) {
      if (query.type === 'regex') at(one.source.name)
      const group = findIn(one, find, { wanted, report, most: limit + 1 - hits })
      hits += group.hits.length
      if (group.hits.length > 0) groups.push(group)
      if (hits > limit) {
        group.hits.pop()
        tell(groups, from, listed.length)
        return { hits: limit, truncated: true }
      }
    }
    tell(groups, Math.min(from + AT_ONCE, listed.length), listed.length)
  }
  return { hits, truncated: false }
}

/**
 * Answers requests over a channel, one database at a time.
 * @param limit more hits than this are not told
 * @returns the function that takes a request, and the one that ends all
 */
export function serve(
  channel: Channel,
  limit = HIT_LIMIT,
): { take: (request: Request) => Promise<void>; end: () => void } {
  let opened: { project: string; db: Promise<ProjectDatabase> } | null = null
  const running = new Set<number>()
  const database = async (project: string): Promise<ProjectDatabase> => {
    if (opened?.project !== project) opened = { project, db: openDatabase(project) }
    try {
      return await opened.db
    } catch (error) {
      // The next scan tries again.
      opened = null
      throw error
    }
  }
  const run = async (id: number, project: string, query: ScanQuery): Promise<void> => {
    running.add(id)
    try {
      const telling: Telling = {
        tell: (groups, done, total) => channel.postMessage({ id, told: 'hits', groups, done, total }),
        at: (name) => channel.postMessage({ id, told: 'at', name }),
        going: () => running.has(id),
      }
      const end = await scan(await database(project), query, telling, limit)
      channel.postMessage(end ? { id, told: 'end', ...end } : { id, told: 'cancelled' })
    } catch (error) {
      channel.postMessage({ id, told: 'failed', reason: reasonOf(error, 'autocode.failed') })
    } finally {
      running.delete(id)
    }
  }
  const take = async (request: Request): Promise<void> => {
    if (request.type === 'scan') await run(request.id, request.project, request.query)
    else running.delete(request.id)
  }
  return { take, end: () => void opened?.db.then((db) => db.close()) }
}
