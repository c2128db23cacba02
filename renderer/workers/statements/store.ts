import { clusterPhrases, type PhraseCluster } from '#shared/statements/clusters'
import { makeDictionary } from '#shared/statements/dictionary'
import {
  type CellsChange,
  laidOf,
  listIndicators,
  listReports,
  openDatabase,
  type ProjectDatabase,
  type StoredStatements,
  storedStatements,
  watchCells,
} from '../../storage/statement-worker'
import { choicesOf } from './choices'
import { CODES, Columns } from './columns'
import { filterRows } from './filter'
import { groupsOf } from './group'
import { orderRows } from './order'
import { phrasesOf } from './phrases'
import type { PositionRange, QueryResult, StatementChoices, StatementQuery, StatementRow, Told } from './protocol'
import { rowOf } from './rows'
import { Sentences } from './sentences'
import { type Writing, writeRows } from './write'

/** Reports that are read at once: some 10,000 statements. */
const AT_ONCE = 50

/** What changes within this time is read together, in milliseconds. */
const PACE = 60

/** Part of the rows that may be gone before the columns are made anew. */
const WASTE = 0.3

type InSentence = (row: number) => boolean

/** What a view was last given. */
interface Found {
  version: number
  rows: Uint32Array
}

/** The statements of one project by column, and the orders of them that views show. */
export class StatementStore {
  readonly #db: ProjectDatabase
  readonly #tell: (told: Told) => void
  readonly #sentences: Sentences
  readonly #stop: () => void
  #columns = new Columns()
  /** Reports that are read; null: all. */
  #filled: Set<string> | null = new Set()
  #working: Promise<unknown> = Promise.resolve()
  readonly #found = new Map<string, Found>()
  /** The newest query of each view: an older one that still waits is not answered. */
  readonly #asked = new Map<string, number>()
  #versions = 0
  /** The last search of sentences: what it found holds while every row keeps its number. */
  #search: { name: string; test: InSentence } | null = null

  private constructor(db: ProjectDatabase, tell: (told: Told) => void) {
    this.#db = db
    this.#tell = tell
    this.#sentences = new Sentences(db)
    this.#stop = watchCells(db, (change) => void this.#alone(() => this.#follow(change)), PACE)
  }

  /** Opens the database of a project, to read only; nothing is read before a view asks. */
  static async open(project: string, tell: (told: Told) => void): Promise<StatementStore> {
    return new StatementStore(await openDatabase(project), tell)
  }

  /** Lets go of all. */
  close(): void {
    this.#stop()
    this.#db.close()
  }

  /** Forgets what a view was given. */
  drop(view: string): void {
    this.#found.delete(view)
    this.#asked.delete(view)
  }

  /**
   * Finds, orders and groups rows.
   * @returns null where the view has asked for something else meanwhile
   */
  async query(view: string, query: StatementQuery): Promise<QueryResult | null> {
    const turn = ++this.#versions
    this.#asked.set(view, turn)
    const going = () => this.#asked.get(view) === turn
    return this.#alone(async () => {
      if (!going()) return null
      await this.#fill(query.report)
      if (!going()) return null
      const inSentence = await this.#searched(query, going)
      if (!going()) return null
      const { filter, report, sort, group, find } = query
      const { rows, counts, all } = filterRows(this.#columns, report, filter, inSentence)
      const ordered = orderRows(this.#columns, rows, sort, group)
      this.#found.set(view, { version: turn, rows: ordered })
      return {
        version: turn,
        total: ordered.length,
        counts,
        all,
        groups: group ? groupsOf(this.#columns, ordered, group) : null,
        at: find ? ordered.indexOf(this.#columns.find(find.report, find.key)) : -1,
      }
    })
  }

  /** The counts of a query as they are now, its rows staying as they are; null where the version is not the last one. */
  async recount(view: string, version: number, query: StatementQuery) {
    return this.#alone(async () => {
      const found = this.#current(view, version)
      if (!found) return null
      const inSentence = await this.#searched(query, () => this.#current(view, version) !== null)
      const { counts, all } = filterRows(this.#columns, query.report, query.filter, inSentence)
      return { counts, all, groups: query.group ? groupsOf(this.#columns, found.rows, query.group) : null }
    })
  }

  /** Rows by position; null where the version is not the view's last one. */
  async rows(view: string, version: number, from: number, count: number): Promise<StatementRow[] | null> {
    const found = this.#current(view, version)
    if (!found) return null
    const columns = this.#columns
    const rows = [...found.rows.subarray(from, from + count)]
    const sentences = await this.#sentences.of(columns, rows)
    return rows.map((row, index) => rowOf(columns, row, sentences[index] ?? { words: '', wordsAt: -1 }))
  }

  /** Names of the statements at positions; null where the version is not the view's last one. */
  names(view: string, version: number, ranges: readonly PositionRange[]) {
    const found = this.#current(view, version)
    if (!found) return null
    const { integers, codes, reports } = this.#columns
    return ranges.flatMap(({ from, to }) =>
      Array.from(found.rows.subarray(from, to), (row) => ({
        report: reports[integers.report[row] ?? 0]?.id ?? '',
        key: this.#columns.keyOf(row),
        status: CODES.status[codes.status[row] ?? 0] ?? 'suggested',
      })),
    )
  }

  /** The rows of a view as a file; null where the version is not the view's last one. */
  write(view: string, version: number, how: Writing): Promise<Uint8Array<ArrayBuffer> | null> {
    return this.#alone(async () => {
      const found = this.#current(view, version)
      if (!found) return null
      return writeRows(this.#db, this.#columns, found.rows, how, (done, total) =>
        this.#tell({ told: 'progress', done, total }),
      )
    })
  }

  /** What filters can offer. */
  choices(report: string | null): Promise<StatementChoices> {
    return this.#alone(async () => {
      await this.#fill(report)
      return choicesOf(this.#columns, report)
    })
  }

  /** Phrases that are no known indicator, alike ones together, those of most statements first. */
  clusters(limit: number): Promise<PhraseCluster[]> {
    return this.#alone(async () => {
      await this.#fill(null)
      const dictionary = makeDictionary(await listIndicators(this.#db))
      return clusterPhrases(phrasesOf(this.#columns), dictionary).slice(0, limit)
    })
  }

  #current(view: string, version: number): Found | null {
    const found = this.#found.get(view)
    return found?.version === version ? found : null
  }

  /** One after another: what is being read is not asked about meanwhile. */
  #alone<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#working.then(work)
    this.#working = done.catch(() => undefined)
    return done
  }

  async #searched({ filter, report }: StatementQuery, going: () => boolean): Promise<InSentence | null> {
    if (!filter.sentences || filter.text.trim() === '') return null
    const name = `${report ?? ''} ${filter.text}`
    if (this.#search?.name === name) return this.#search.test
    const reports = [...this.#columns.present()].filter(({ id }) => report === null || id === report)
    const tell = (done: number, total: number) => this.#tell({ told: 'searching', done, total })
    const test = await this.#sentences.search(this.#columns, reports, filter.text, tell, going)
    if (test) this.#search = { name, test }
    return test
  }

  /** Reads the reports that are wanted and not read yet. */
  async #fill(report: string | null): Promise<void> {
    if (this.#filled === null || (report !== null && this.#filled.has(report))) return
    const listed = await listReports(this.#db)
    const missing = listed.filter(({ id }) => !this.#filled?.has(id) && (report === null || id === report))
    await this.#read(
      missing.map(({ id }) => id),
      (done) => this.#tell({ told: 'progress', done, total: missing.length }),
    )
    this.#columns.trim()
    this.#search = null
    if (report === null) this.#filled = null
    else this.#filled.add(report)
  }

  /** Reads reports again. @returns those whose rows are others than before */
  async #read(ids: readonly string[], told: (done: number) => void = () => undefined): Promise<string[]> {
    const moved: string[] = []
    for (let at = 0; at < ids.length; at += AT_ONCE) {
      const part = ids.slice(at, at + AT_ONCE)
      for (const stored of await storedStatements(this.#db, part)) if (!this.#put(stored)) moved.push(stored.report.id)
      told(Math.min(at + AT_ONCE, ids.length))
    }
    return moved
  }

  /** What only the engine has spoken on is taken over as it is stored, which costs a tenth of making a record of each. */
  #put(stored: StoredStatements): boolean {
    const { report, engine, touched } = stored
    const isNew = this.#columns.rowsOf(report.id).length === 0
    if (!isNew || touched.length > 0 || !engine) return this.#columns.put(report, laidOf(stored))
    this.#columns.putPacked(report, engine)
    return false
  }

  async #follow(change: CellsChange): Promise<void> {
    const present = [...this.#columns.present()].map(({ id }) => id)
    const listed = change.reports ? new Set((await listReports(this.#db)).map(({ id }) => id)) : null
    const gone = listed ? present.filter((id) => !listed.has(id)) : []
    for (const id of gone) this.#columns.remove(id)
    const known = new Set(present)
    const wanted = [...(listed ?? known)].filter((id) => this.#isWanted(id) && (change.touches(id) || !known.has(id)))
    const moved = await this.#read(wanted)
    if (gone.length + wanted.length === 0) return
    this.#sentences.clear()
    if (gone.length + moved.length > 0) this.#search = null
    this.#tidy()
    this.#tell({ told: 'changed', reports: [...wanted, ...gone], rows: gone.length + moved.length > 0 })
  }

  #isWanted(id: string): boolean {
    return this.#filled === null || this.#filled.has(id)
  }

  /** When much is gone, lets all of it go: the next query reads anew what it is about. */
  #tidy(): void {
    const { length, gone } = this.#columns
    if (gone <= length * WASTE || gone < 10_000) return
    this.#columns = new Columns()
    this.#filled = new Set()
    this.#found.clear()
  }
}
