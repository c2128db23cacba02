import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Language } from '#shared/locales/translate'
import type { Message } from '#shared/model/identity'
import { reasonOf, type StatementPatch } from '../../storage'
import { type StatementsClient, StatementsError } from '../../workers/statements/client'
import {
  type ExportType,
  type Grouping,
  NO_FILTER,
  type QueryResult,
  type SortKey,
  type StatementFilter,
  type StatementName,
  type StatementQuery,
  type StatementRow,
  type Told,
} from '../../workers/statements/protocol'
import { type Lines, linesOf } from './lines'
import { NONE, type Ranges } from './ranges'
import type { ColumnId } from './table-columns'

/** Rows are fetched by this many. */
export const PAGE = 100

/** Pages that are kept: some thousand rows around those in sight. */
const KEPT_PAGES = 12

/** After a change of rows that came or went the table is asked anew no sooner than this, in milliseconds. */
const ASK_PACE = 1_000

/** The counts follow changes no sooner than this, in milliseconds. */
const COUNT_PACE = 250

/** What needs eyes first. */
export const ATTENTION: readonly SortKey[] = [{ column: 'attention', down: false }]

/** A change of many statements. */
export type ManyChange = { type: 'accept' | 'reject' | 'reset' } | { type: 'set'; patch: StatementPatch }

/** How far a long work of the worker is. */
export interface Progress {
  what: 'progress' | 'searching'
  done: number
  total: number
}

/** What a table shows. */
export interface TableState {
  filter: StatementFilter
  sort: readonly SortKey[]
  group: Grouping | null
  collapsed: ReadonlySet<string>
  result: QueryResult | null
  lines: Lines
  pages: ReadonlyMap<number, readonly StatementRow[]>
  /** Line that the keyboard is on, and the column. */
  cursor: number
  column: ColumnId
  selection: Ranges
  /** Position from which Shift selects. */
  anchor: number
  /** The cell that is being edited. */
  editing: { position: number; column: ColumnId } | null
  progress: Progress | null
  /** A change of many rows is being written. */
  working: { done: number; total: number; stopped: boolean } | null
  /** A change of many rows that the user is asked about. */
  asking: ManyChange | null
  /** Statements have changed since the rows were found: some may stand elsewhere now, or not at all. */
  stale: boolean
  failed: Message | null
}

const EMPTY = linesOf(0, null, new Set())

const FIRST: TableState = {
  filter: { ...NO_FILTER, mainOnly: true },
  sort: ATTENTION,
  group: null,
  collapsed: new Set(),
  result: null,
  lines: EMPTY,
  pages: new Map(),
  cursor: 0,
  column: 'indicator',
  selection: NONE,
  anchor: 0,
  editing: null,
  progress: null,
  working: null,
  asking: null,
  stale: false,
  failed: null,
}

/** One table: what it asks of the worker, and what it shows of the answers. */
export class TableController {
  readonly view: string
  readonly report: string | null
  readonly store: StoreApi<TableState>
  readonly #client: StatementsClient
  readonly #stop: () => void
  readonly #loading = new Set<number>()
  /** Pages that have changed while they were being fetched. */
  readonly #dirty = new Set<number>()
  /** Pages that were needed last. */
  #seen: ReadonlySet<number> = new Set()
  #asking: ReturnType<typeof setTimeout> | null = null
  #counting: ReturnType<typeof setTimeout> | null = null
  #turn = 0

  constructor(client: StatementsClient, report: string | null) {
    this.#client = client
    this.report = report
    this.view = report ?? ''
    this.store = createStore(() => FIRST)
    this.#stop = client.listen((told) => this.#heard(told))
  }

  /** Ends it; nothing is shown any more. */
  close(): void {
    this.#stop()
    for (const timer of [this.#asking, this.#counting]) if (timer) clearTimeout(timer)
    if (this.#client.isRunning) this.#client.ask('drop', { view: this.view }).catch(() => undefined)
  }

  /** The row at a position, undefined while it is not there yet. */
  row(position: number): StatementRow | undefined {
    return this.store.getState().pages.get(Math.floor(position / PAGE))?.[position % PAGE]
  }

  /** The row that the keyboard is on. */
  current(): { position: number; row: StatementRow } | null {
    const { lines, cursor } = this.store.getState()
    const line = lines.at(cursor)
    const row = line?.type === 'row' ? this.row(line.position) : undefined
    return line?.type === 'row' && row ? { position: line.position, row } : null
  }

  /** What the table asks for now. */
  query(): StatementQuery {
    const { filter, sort, group } = this.store.getState()
    const found = this.current()?.row
    return { report: this.report, filter, sort, group, find: found ? { report: found.report, key: found.key } : null }
  }

  /** Changes what is shown and how, and asks for it. The row that the keyboard is on is found again. */
  change(patch: Partial<Pick<TableState, 'filter' | 'sort' | 'group'>>): void {
    this.store.setState({ ...patch, ...('group' in patch ? { collapsed: new Set<string>() } : {}) })
    void this.ask()
  }

  /** Changes some filters. */
  filter(patch: Partial<StatementFilter>): void {
    this.change({ filter: { ...this.store.getState().filter, ...patch } })
  }

  /** Asks for the rows anew. */
  async ask(): Promise<void> {
    const turn = ++this.#turn
    if (this.#asking) clearTimeout(this.#asking)
    this.#asking = null
    try {
      const result = await this.#client.ask('query', { view: this.view, query: this.query() })
      if (result && turn === this.#turn) await this.#show(result, turn)
    } catch (error) {
      if (turn === this.#turn) this.#fail(error)
    }
  }

  /** Sees to it that the rows at positions are there. */
  need(positions: Iterable<number>): void {
    this.#seen = new Set(Array.from(positions, (position) => Math.floor(position / PAGE)))
    for (const page of this.#seen) void this.#load(page)
  }

  /** Opens or closes a group. */
  collapse(value: string, collapsed: boolean): void {
    this.store.setState((state) => {
      const next = new Set(state.collapsed)
      if (collapsed) next.add(value)
      else next.delete(value)
      return this.#laid({ ...state, collapsed: next })
    })
  }

  /** Opens or closes all groups. */
  collapseAll(collapsed: boolean): void {
    this.store.setState((state) => {
      const groups = state.result?.groups ?? []
      return this.#laid({ ...state, collapsed: new Set(collapsed ? groups.map(({ value }) => value) : []) })
    })
  }

  /** Shows a row otherwise until the worker tells what became of it. */
  patch(position: number, patch: Partial<StatementRow>): void {
    this.store.setState(({ pages }) => {
      const number = Math.floor(position / PAGE)
      const page = pages.get(number)
      if (!page) return {}
      const rows = page.map((row, index) => (index === position % PAGE ? { ...row, ...patch } : row))
      return { pages: new Map(pages).set(number, rows) }
    })
  }

  /** Reads the rows around a position again. */
  reload(position: number): Promise<void> {
    return this.#load(Math.floor(position / PAGE), true)
  }

  /** Names of the statements at positions. */
  names(ranges: Ranges): Promise<(StatementName & { status: StatementRow['status'] })[] | null> {
    const version = this.store.getState().result?.version ?? -1
    return this.#client.ask('names', { view: this.view, version, ranges })
  }

  /** The rows as a file, in their order; null where they have just changed. */
  write(format: ExportType, language: Language, names: Readonly<Record<string, string>>) {
    const version = this.store.getState().result?.version ?? -1
    return this.#client.ask('write', { view: this.view, version, format, language, names })
  }

  /** Lays the lines anew and keeps the keyboard on what it was on. */
  #laid(state: TableState): TableState {
    const line = state.lines.at(state.cursor)
    const lines = linesOf(state.result?.total ?? 0, state.result?.groups ?? null, state.collapsed)
    const at = line?.type === 'row' ? lines.ofRow(line.position) : lines.ofGroup(line?.group.value ?? '')
    return { ...state, lines, cursor: Math.max(0, Math.min(lines.count - 1, at)) }
  }

  async #show(result: QueryResult, turn: number): Promise<void> {
    const first = Math.floor(Math.max(0, result.at) / PAGE)
    const rows = await this.#client.ask('rows', {
      view: this.view,
      version: result.version,
      from: first * PAGE,
      count: PAGE,
    })
    if (turn !== this.#turn) return
    this.store.setState((state) => {
      const lines = linesOf(result.total, result.groups, state.collapsed)
      return {
        result,
        lines,
        pages: new Map(rows ? [[first, rows]] : []),
        cursor: lines.ofRow(Math.max(0, result.at)),
        selection: NONE,
        anchor: Math.max(0, result.at),
        editing: null,
        progress: null,
        stale: false,
        failed: null,
      }
    })
  }

  async #load(page: number, again = false): Promise<void> {
    const { result, pages } = this.store.getState()
    if (!result || (pages.has(page) && !again)) return
    if (this.#loading.has(page)) {
      if (again) this.#dirty.add(page)
      return
    }
    this.#loading.add(page)
    try {
      const rows = await this.#client.ask('rows', {
        view: this.view,
        version: result.version,
        from: page * PAGE,
        count: PAGE,
      })
      if (this.store.getState().result?.version !== result.version) return
      // The worker was ended meanwhile and knows nothing of this result.
      if (rows === null) return void this.ask()
      this.store.setState((state) => {
        const kept = [...state.pages].filter(([number]) => number !== page).slice(1 - KEPT_PAGES)
        return { pages: new Map([...kept, [page, rows]]) }
      })
    } catch (error) {
      this.#fail(error)
    } finally {
      this.#loading.delete(page)
      if (this.#dirty.delete(page)) void this.#load(page, true)
    }
  }

  #heard(told: Told): void {
    if (told.told !== 'changed') {
      const { told: what, done, total } = told
      this.store.setState({ progress: done < total ? { what, done, total } : null })
      return
    }
    if (!this.store.getState().result) return
    if (this.report !== null && !told.reports.includes(this.report)) return
    if (told.rows) this.#asking ??= setTimeout(() => void this.ask(), ASK_PACE)
    else this.#refresh()
    this.#counting ??= setTimeout(() => void this.#recount(), COUNT_PACE)
  }

  /** Reads again what is shown; the rows stay where they are. */
  #refresh(): void {
    this.store.setState(({ pages }) => ({
      stale: true,
      pages: new Map([...pages].filter(([page]) => this.#seen.has(page))),
    }))
    for (const page of this.store.getState().pages.keys()) void this.#load(page, true)
  }

  async #recount(): Promise<void> {
    this.#counting = null
    const { result } = this.store.getState()
    if (!result) return
    const { version } = result
    try {
      const now = await this.#client.ask('recount', { view: this.view, version, query: this.query() })
      if (!now) return
      this.store.setState((state) => {
        if (state.result?.version !== version) return {}
        return this.#laid({ ...state, result: { ...state.result, ...now } })
      })
    } catch (error) {
      this.#fail(error)
    }
  }

  #fail(error: unknown): void {
    const failed = error instanceof StatementsError ? error.reason : reasonOf(error, 'statementTable.failed')
    this.store.setState({ failed, progress: null })
  }
}
