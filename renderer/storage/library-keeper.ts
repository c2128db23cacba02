import { type IntervalTree, RangeSet } from 'dexie'
import type { ProjectDatabase } from './database'
import { untilIdle } from './idle'
import { Failure, followDatabase } from './keeping'
import { firstRows, type LibraryRow, readRows, rowsOf, statementCounts } from './queries/library'
import { singleKeys } from './range-keys'
import { rowsInParts } from './rows-in-parts'

/** The library at some moment. A new object whenever something has changed. */
export interface KnownLibrary {
  /** The newest import first. A row in which nothing has changed stays the same object. */
  rows: readonly LibraryRow[]
  /** False while only the reports that stand first by their places are read. */
  whole: boolean
}

/** Reports that are read before all others: more than most windows show at once. */
const FIRST = 40

/** Sources that are read again at once: the packed records of their statements are read too. */
const AT_ONCE = 30

/** Reports that are read at once: each with what it was recognised by, and copied while the window waits. */
const PART = 150

/** Sources and readings that are read at once: a third as large. */
const SMALLER = 500

/** Tables of which the library shows something. */
const TABLES = ['sources', 'readings', 'reports', 'cells'] as const
type Shown = (typeof TABLES)[number]

/** Orders instants, the later one first. They are ISO 8601 in UTC: plain comparison, which is far faster than a locale's. */
const later = (a: string, b: string): number => (a === b ? 0 : a < b ? 1 : -1)

async function collected<T>(parts: AsyncIterable<T[]>): Promise<T[]> {
  const all: T[] = []
  for await (const part of parts) for (const row of part) all.push(row)
  return all
}

/**
 * Keeps the rows of the library in memory: first those that a window shows, then the others in parts, then only those
 * of sources that have changed, whoever writes. An import of thousands would have all of them read again and again
 * otherwise.
 */
class LibraryKeeper {
  readonly #db: ProjectDatabase
  readonly #rows = new Map<string, LibraryRow>()
  /** The source of each report in sight. */
  readonly #sourceOf = new Map<string, string>()
  readonly #listeners = new Map<() => void, number>()
  #changed: { [T in Shown]?: RangeSet } = {}
  /** Sources of reports that came or changed, as the index of `reports` tells them. */
  #reported = new RangeSet()
  /** The opening of the database in which all was read: after another one all is read again. */
  #readIn: IDBDatabase | null = null
  /** What a window shows first, as it is read before there is one. */
  #ahead: Promise<void> | null = null
  #working: Promise<unknown> = Promise.resolve()
  #snapshot: KnownLibrary | undefined
  readonly #failure = new Failure()
  #timer: ReturnType<typeof setTimeout> | null = null
  #lastRead = Number.NEGATIVE_INFINITY

  constructor(db: ProjectDatabase) {
    this.#db = db
    followDatabase(db, { heard: this.#heard, opened: () => this.#listeners.size > 0 && this.#soon() })
  }

  /** Begins to read what a window shows first of a large library, so that it is there when the window is drawn. */
  readAhead(): void {
    // What keeps it from being read is told when it is read for somebody.
    this.#ahead ??= this.#readFirst().catch(() => undefined)
  }

  /** The whole library as it is stored now. */
  current(): Promise<KnownLibrary> {
    const work = this.#working.then(() => this.#catchUp())
    // A failure is that of whoever asked; the next one tries again.
    this.#working = work.catch(() => undefined)
    return work
  }

  /**
   * Has a listener told of each new snapshot.
   * @param pace milliseconds from one look at what has changed to the next: an import writes many times a second
   * @returns the function that ends it
   */
  subscribe(listener: () => void, pace = 0): () => void {
    this.#listeners.set(listener, pace)
    this.#soon()
    return () => void this.#listeners.delete(listener)
  }

  /** What is known of a source; undefined before that is read. */
  readonly row = (hash: string): LibraryRow | undefined => this.#rows.get(hash)

  /** The rows that were read last, undefined before the first ones are; they stay when later ones cannot be read. */
  readonly known = (): KnownLibrary | undefined => this.#snapshot

  /** The same. @throws what kept the first ones from being read, until it is tried again */
  readonly snapshot = (): KnownLibrary | undefined => {
    if (!this.#snapshot) this.#failure.throwOnce()
    return this.#snapshot
  }

  readonly #heard = (parts: Record<string, IntervalTree>): void => {
    const part = (name: string) => parts[`idb://${this.#db.name}/${name}`]
    let heard = false
    for (const table of TABLES) {
      const ranges = part(`${table}/`)
      if (!ranges) continue
      heard = true
      this.#changed[table] = (this.#changed[table] ?? new RangeSet()).add(ranges)
    }
    const reported = part('reports/source')
    if (reported) this.#reported.add(reported)
    // Reading would open it, perhaps in the way of another window that fills it anew.
    if (heard && this.#listeners.size > 0 && this.#db.isOpen()) this.#soon()
  }

  /** Looks at what has changed, as soon as the pace allows. */
  #soon(): void {
    if (this.#timer) return
    const pace = Math.max(...this.#listeners.values())
    const wait = this.#lastRead + pace - performance.now()
    if (wait <= 0) return void this.#refresh()
    this.#timer = setTimeout(() => {
      this.#timer = null
      void this.#refresh()
    }, wait)
  }

  #tell(): void {
    for (const listener of [...this.#listeners.keys()]) listener()
  }

  async #refresh(): Promise<void> {
    const before = this.#snapshot
    this.#lastRead = performance.now()
    try {
      await this.current()
      this.#failure.note(null)
    } catch (thrown) {
      // A project that is closed meanwhile shows no library; what is only closed for now is read when it is opened.
      if (!this.#db.isOpen()) return
      this.#failure.note({ thrown })
    }
    if (this.#failure.there || this.#snapshot !== before) this.#tell()
  }

  async #catchUp(): Promise<KnownLibrary> {
    const [changed, reported] = [this.#changed, this.#reported]
    this.#changed = {}
    this.#reported = new RangeSet()
    try {
      const hashes = this.#loaded() ? this.#touched(changed, reported) : null
      if (hashes === null) await this.#readAll()
      else for (let at = 0; at < hashes.length; at += AT_ONCE) await this.#readSome(hashes.slice(at, at + AT_ONCE))
      if (hashes === null || hashes.length > 0 || !this.#snapshot) this.#snapshot = this.#made(true)
      return this.#snapshot
    } catch (error) {
      for (const table of TABLES) {
        const ranges = changed[table]
        if (ranges) this.#changed[table] = (this.#changed[table] ?? new RangeSet()).add(ranges)
      }
      this.#reported.add(reported)
      throw error
    }
  }

  /** Whether all was read since the database was opened; a closed one has no backend. */
  #loaded(): boolean {
    return this.#readIn !== null && this.#readIn === this.#db.backendDB()
  }

  /** The sources that something has changed of; null for all, where whole stretches of a table were written. */
  #touched(changed: { [T in Shown]?: RangeSet }, reported: RangeSet): string[] | null {
    const hashes = new Set<string>()
    for (const table of TABLES) {
      const keys = singleKeys(changed[table] ?? new RangeSet())
      if (keys === null) return null
      for (const key of keys) {
        const hash = this.#sourceIn(table, key)
        if (hash !== undefined) hashes.add(hash)
      }
    }
    const sources = singleKeys(reported)
    if (sources === null) return null
    for (const hash of sources) hashes.add(hash)
    return [...hashes]
  }

  #sourceIn(table: Shown, key: string): string | undefined {
    if (table === 'sources') return key
    // A reading's id begins with the hash of its source.
    if (table === 'readings') return key.slice(0, key.indexOf(':'))
    // What came just now is told by the index of reports.
    return this.#sourceOf.get(key)
  }

  async #readAll(): Promise<void> {
    const opening = this.#db.backendDB()
    if (!this.#snapshot?.whole && this.#listeners.size > 0) await this.#showFirst()
    const sources = await collected(rowsInParts(this.#db.sources, undefined, SMALLER))
    const reports = await collected(rowsInParts(this.#db.reports, undefined, PART))
    const readings = await collected(rowsInParts(this.#db.readings, undefined, SMALLER))
    const rows = rowsOf({ sources, readings, reports, statements: await statementCounts(this.#db) })
    this.#rows.clear()
    this.#sourceOf.clear()
    this.#keep(rows)
    this.#readIn = opening
  }

  /** Has a window draw its first lines before the rest is read. */
  async #showFirst(): Promise<void> {
    await this.#ahead
    if (!this.#snapshot) await this.#readFirst()
    if (this.#snapshot) await untilIdle()
  }

  /** What a window shows of a large library while the rest is read. */
  async #readFirst(): Promise<void> {
    const rows = await firstRows(this.#db, FIRST)
    // All of them may be hidden: then nothing is known yet. And the whole may have been read meanwhile.
    if (!rows || rows.length === 0 || this.#snapshot) return
    this.#keep(rows)
    this.#snapshot = this.#made(false)
    this.#tell()
  }

  async #readSome(hashes: readonly string[]): Promise<void> {
    const rows = await readRows(this.#db, hashes)
    for (const hash of hashes) {
      for (const { id } of this.#rows.get(hash)?.reports ?? []) this.#sourceOf.delete(id)
      this.#rows.delete(hash)
    }
    this.#keep(rows)
  }

  #keep(rows: readonly LibraryRow[]): void {
    for (const row of rows) {
      this.#rows.set(row.source.hash, row)
      for (const { id } of row.reports) this.#sourceOf.set(id, row.source.hash)
    }
  }

  #made(whole: boolean): KnownLibrary {
    const rows = [...this.#rows.values()].sort((a, b) => later(a.source.importedAt, b.source.importedAt))
    return { rows, whole }
  }
}

const keepers = new WeakMap<ProjectDatabase, LibraryKeeper>()

/** The keeper of a database's library; the same one each time. */
export function libraryKeeperOf(db: ProjectDatabase): LibraryKeeper {
  const known = keepers.get(db)
  if (known) return known
  const keeper = new LibraryKeeper(db)
  keepers.set(db, keeper)
  return keeper
}
