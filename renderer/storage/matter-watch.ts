import Dexie, { type IntervalTree, RangeSet } from 'dexie'
import { type Matter, MatterType } from '#shared/model/matter'
import type { Report } from '#shared/model/report'
import type { Source } from '#shared/model/source'
import type { ProjectDatabase } from './database'
import { isInSight, type MatterRow, REPORTS_AT_ONCE, rowsOfReports } from './queries/matter-rows'
import { singleKeys } from './range-keys'
import { rowsInParts } from './rows-in-parts'

/** The matters as they are known by now. */
export interface KnownMatters {
  /** By report, each in the order of its text; a report without any is absent. Those that did not change stay the same array. */
  byReport: ReadonlyMap<string, readonly MatterRow[]>
  /** True when all is read. */
  whole: boolean
  /** Reports that were read, of how many. */
  done: number
  total: number
}

/** What others change is read this long after the first change, in milliseconds: most come in crowds. */
const PACE = 100

/** While much is read, what is known is told this often, in milliseconds. */
const TELLING = 1000

const TABLES = ['matters', 'engineMatters', 'reports', 'sources'] as const
type Table = (typeof TABLES)[number]
type Changed = Partial<Record<Table, RangeSet>>

/**
 * The matters of the whole project, kept in memory: read some reports at a time, and after that only the reports that
 * something has changed in, whoever has changed it.
 */
export class MatterWatch {
  readonly #db: ProjectDatabase
  readonly #told: (known: KnownMatters) => void
  readonly #failed: (error: unknown) => void
  readonly #heard = (parts: Record<string, IntervalTree>): void => this.#hear(parts)
  readonly #ended = new AbortController()
  readonly #sources = new Map<string, Source>()
  readonly #reports = new Map<string, Report>()
  /** What the user has touched: its report, and when, which tells whether it is another one now. */
  readonly #touched = new Map<string, Pick<Matter, 'report' | 'updatedAt'>>()
  readonly #rows = new Map<string, readonly MatterRow[]>()
  #changed: Changed = {}
  #timer: ReturnType<typeof setTimeout> | null = null
  /** Those who wait for the read that the timer begins. */
  #waiting: (() => void)[] = []
  #turn: Promise<void>
  #lastTold = performance.now()

  /**
   * Begins to read and to listen.
   * @param told what is known, again and again
   * @param failed told when the database cannot be read
   */
  constructor(db: ProjectDatabase, told: (known: KnownMatters) => void, failed: (error: unknown) => void) {
    this.#db = db
    this.#told = told
    this.#failed = failed
    Dexie.on('storagemutated', this.#heard)
    this.#turn = this.#attempt(() => this.#readAll())
  }

  /** Ends it; nothing is told after that. */
  stop(): void {
    this.#ended.abort()
    if (this.#timer) clearTimeout(this.#timer)
    Dexie.on.storagemutated.unsubscribe(this.#heard)
  }

  /** Waits until all that has been written by now is read and told; a write that was undone meanwhile tells nothing. */
  caughtUp(): Promise<void> {
    return this.#timer ? new Promise((resolve) => this.#waiting.push(resolve)) : this.#turn
  }

  #hear(parts: Record<string, IntervalTree>): void {
    let heard = false
    for (const table of TABLES) {
      const ranges = parts[`idb://${this.#db.name}/${table}/`]
      if (!ranges) continue
      this.#changed[table] = (this.#changed[table] ?? new RangeSet()).add(ranges)
      heard = true
    }
    if (heard) this.#timer ??= setTimeout(() => this.#again(), PACE)
  }

  #again(): void {
    this.#timer = null
    const waiting = this.#waiting
    this.#waiting = []
    this.#turn = this.#turn.then(async () => {
      const changed = this.#changed
      this.#changed = {}
      await this.#attempt(() => this.#readChanged(changed))
      for (const go of waiting) go()
    })
  }

  async #attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work()
    } catch (error) {
      // A read that `stop` and the closing of the database cut off: nobody waits for it any more.
      if (!this.#ended.signal.aborted) this.#failed(error)
    }
  }

  async #readAll(): Promise<void> {
    for (const source of await this.#db.sources.toArray()) this.#sources.set(source.hash, source)
    for (const report of await this.#db.reports.toArray()) this.#reports.set(report.id, report)
    await this.#changedMatters(null)
    await this.#readReports([...this.#reports.keys()])
  }

  async #readChanged({ matters, engineMatters, reports, sources }: Changed): Promise<void> {
    const stale = new Set<string>()
    const take = (ids: Iterable<string>) => {
      for (const id of ids) stale.add(id)
    }
    if (reports) take(await this.#changedReports(singleKeys(reports)))
    if (sources) take(await this.#changedSources(singleKeys(sources)))
    if (engineMatters) take(singleKeys(engineMatters) ?? this.#reports.keys())
    if (matters) take(await this.#changedMatters(singleKeys(matters)))
    if (stale.size > 0) await this.#readReports([...stale])
  }

  /** Reads reports by their ids, or all; gives those that are others now. */
  async #changedReports(keys: readonly string[] | null): Promise<string[]> {
    const before = keys ?? [...this.#reports.keys()]
    const found = keys ? await this.#db.reports.bulkGet([...keys]) : await this.#db.reports.toArray()
    for (const id of before) this.#reports.delete(id)
    for (const report of found) if (report) this.#reports.set(report.id, report)
    return [...new Set([...before, ...found.flatMap((report) => report?.id ?? [])])]
  }

  /** Reads sources by their hashes, or all; gives the reports of those that are others now for a row. */
  async #changedSources(keys: readonly string[] | null): Promise<string[]> {
    const before = new Map(this.#sources)
    const found = keys ? await this.#db.sources.bulkGet([...keys]) : await this.#db.sources.toArray()
    for (const hash of keys ?? before.keys()) this.#sources.delete(hash)
    for (const source of found) if (source) this.#sources.set(source.hash, source)
    const differs = (hash: string): boolean => {
      const [a, b] = [before.get(hash), this.#sources.get(hash)]
      return a?.hidden !== b?.hidden || a?.reading !== b?.reading || a?.name !== b?.name
    }
    return [...this.#reports.values()].flatMap(({ id, source }) => (differs(source) ? [id] : []))
  }

  /** Reads what the user has touched by its ids, or all of it; gives the reports in which that is something else now. */
  async #changedMatters(keys: readonly string[] | null): Promise<Set<string>> {
    const stale = new Set<string>()
    const gone = new Set(keys ?? this.#touched.keys())
    const take = ({ id, report, updatedAt }: Matter) => {
      const known = this.#touched.get(id)
      gone.delete(id)
      if (known?.report === report && known.updatedAt === updatedAt) return
      if (known) stale.add(known.report)
      stale.add(report)
      this.#touched.set(id, { report, updatedAt })
    }
    if (keys) for (const matter of await this.#db.matters.bulkGet([...keys])) matter && take(matter)
    else for await (const part of rowsInParts(this.#db.matters, this.#ended.signal)) part.forEach(take)
    for (const id of gone) {
      const known = this.#touched.get(id)
      if (known) stale.add(known.report)
      this.#touched.delete(id)
    }
    return stale
  }

  async #readReports(ids: readonly string[]): Promise<void> {
    for (let at = 0; at < ids.length; at += REPORTS_AT_ONCE) {
      if (this.#ended.signal.aborted) return
      this.#tell(false, at, ids.length)
      const part = ids.slice(at, at + REPORTS_AT_ONCE)
      const inSight = part.flatMap((id) => {
        const report = this.#reports.get(id)
        const source = report && this.#sources.get(report.source)
        return source && isInSight({ report, source }) ? [{ report, source }] : []
      })
      const read = await rowsOfReports(this.#db, inSight, MatterType.options)
      for (const id of part) {
        const rows = read.get(id) ?? []
        if (rows.length > 0) this.#rows.set(id, rows)
        else this.#rows.delete(id)
      }
    }
    this.#tell(true, ids.length, ids.length)
  }

  #tell(whole: boolean, done: number, total: number): void {
    if (this.#ended.signal.aborted) return
    const now = performance.now()
    if (!whole && now - this.#lastTold < TELLING) return
    this.#lastTold = now
    this.#told({ byReport: new Map(this.#rows), whole, done, total })
  }
}
