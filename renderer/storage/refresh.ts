import type { Message } from '#shared/model/identity'
import type { ProjectDatabase } from './database'
import { reasonOf } from './errors'
import { exclusive } from './exclusive'
import { type Original, type Restore, staleSources } from './stale'

/** How many sources are given to the importer at once: what the user imports meanwhile comes between. */
const AT_ONCE = 50

/** How far sources are that are read again in the background. */
export interface RefreshProgress {
  done: number
  total: number
}

/** What a refresh tells of itself. */
export interface RefreshStatus {
  refreshing: RefreshProgress | null
  refreshFailed?: Message | null
}

/** Lets the importer read stale sources again, one round at a time, until none is left that it can read. */
export class Refresher {
  readonly #db: ProjectDatabase
  readonly #restore: Restore
  readonly #tell: (status: RefreshStatus) => void
  readonly #saved: () => Promise<void>
  #running: Promise<string[]> = Promise.resolve([])
  #runs = 0
  #stopped = false

  /**
   * @param tell told how it goes
   * @param saved brings to the journal what was written: a newer parser that reads another text makes a step of it
   */
  constructor(
    db: ProjectDatabase,
    restore: Restore,
    tell: (status: RefreshStatus) => void,
    saved: () => Promise<void>,
  ) {
    this.#db = db
    this.#restore = restore
    this.#tell = tell
    this.#saved = saved
  }

  /** Reads again what is stale then; one that runs already goes first. @returns names of those that stay stale */
  run(): Promise<string[]> {
    this.#runs += 1
    this.#running = this.#running.then(() => this.#all())
    return this.#running
  }

  /** True while it is at work, or about to be. */
  get isRunning(): boolean {
    return this.#runs > 0
  }

  /** Ends it after the files that are being read. */
  stop(): void {
    this.#stopped = true
  }

  async #all(): Promise<string[]> {
    try {
      // Of several windows one reads again; the others find nothing left to read.
      const unread = await exclusive(`duibiao.refresh.${this.#db.name}`, () => this.#rounds())
      if (!this.#stopped) this.#tell({ refreshing: null, refreshFailed: null })
      return unread
    } catch (error) {
      if (!this.#stopped) this.#tell({ refreshing: null, refreshFailed: reasonOf(error, 'project.refresh.failed') })
      return []
    } finally {
      this.#runs -= 1
    }
  }

  /** What is given to the importer and is stale afterwards has lost its original: it is not given again. */
  async #rounds(): Promise<string[]> {
    const given = new Set<string>()
    let total = 0
    for (let round = await this.#stale(given); round.length > 0; round = await this.#stale(given)) {
      // Some are taken along with others: what is left tells how far it is.
      total = Math.max(total, round.length)
      this.#tell({ refreshing: { done: total - round.length, total } })
      const batch = round.slice(0, AT_ONCE)
      for (const { hash } of batch) given.add(hash)
      await this.#restore(batch)
    }
    if (this.#stopped || given.size === 0) return []
    await this.#saved()
    return (await staleSources(this.#db)).flatMap(({ hash, name }) => (given.has(hash) ? [name] : []))
  }

  async #stale(given: ReadonlySet<string>): Promise<Original[]> {
    if (this.#stopped) return []
    return (await staleSources(this.#db)).filter(({ hash }) => !given.has(hash))
  }
}
