import { createStore } from 'zustand/vanilla'
import type { MatterTableWords } from '#shared/exchange/matter-table'
import type { Message } from '#shared/model/identity'
import type { VentureLink } from '#shared/model/matter'
import type { StatementStatus } from '#shared/model/statement'
import { type KnownMatters, type MatterRow, MatterWatch, presentLinks, reasonOf, type Session } from '../../storage'
import type { Pause } from '../../ui/grid/ranks'
import { type ColumnId, DOWN_FIRST } from './columns'
import { addFound, countsOf, type Entry, Finder, type Found, nothingFound, rowsIn } from './entries'
import { forTab, isFiltering, type MatterFilter, NO_FILTER } from './filter'
import { type Group, type Grouping, grouped, groupingsOf, SameSets } from './groups'
import { groupKey, type Line, linesOf } from './lines'
import { Material } from './material'
import { FIRST_ORDER, type Order, Ordering } from './order'
import { type Supposed, type Suppositions, stillSupposed } from './supposed'
import { rowKey, TABS, type Tab } from './tabs'
import { VenturePairs } from './ventures/pairs'

/** How a table is shown: what a place visited remembers. */
export interface Shown {
  tab: Tab
  filter: MatterFilter
  order: Order
  group: Grouping | null
}

/** All that the view shows. */
export interface MattersState extends Shown {
  /** Null until the first are read. */
  known: KnownMatters | null
  failed: Message | null
  links: readonly VentureLink[]
  sets: SameSets
  /** All rows of each tab, and those that pass. */
  all: Record<Tab, number>
  counts: Record<Tab, number>
  /** True when `entries` are those of the tab and the filter that are shown. */
  settled: boolean
  entries: readonly Entry[]
  /** How many rows they are, items of lists too. */
  shown: number
  groups: readonly Group[] | null
  /** Keys of the lines that are folded. */
  folded: ReadonlySet<string>
  lines: readonly Line[]
  /** Index of the line that the keyboard is on. */
  cursor: number
  /** Keys of the rows that are chosen. */
  chosen: ReadonlySet<string>
  /** Key of the line from which Shift chooses. */
  anchor: string | null
  /** Keys of the lines whose sentence is shown as a whole. */
  expanded: ReadonlySet<string>
  /** What rows were settled as, until the database tells. */
  pending: Suppositions
  /** The row whose form is open. */
  editing: MatterRow | null
  /** True while many rows are being written or exported. */
  working: boolean
}

export const FIRST_SHOWN: Shown = { tab: 'relative_target', filter: NO_FILTER, order: FIRST_ORDER, group: null }

const NONE = Object.fromEntries(TABS.map((tab) => [tab, 0])) as Record<Tab, number>

/** Work goes on for so long before the window can draw, in milliseconds. */
const SLICE = 10

/** The matters of a view: what is read, filtered, ordered, grouped and chosen. */
export class MattersController {
  readonly store = createStore<MattersState>(() => ({
    ...FIRST_SHOWN,
    known: null,
    failed: null,
    links: [],
    sets: new SameSets([]),
    all: NONE,
    counts: NONE,
    settled: false,
    entries: [],
    shown: 0,
    groups: null,
    folded: new Set(),
    lines: [],
    cursor: 0,
    chosen: new Set(),
    anchor: null,
    expanded: new Set(),
    pending: new Map(),
    editing: null,
    working: false,
  }))
  readonly material: Material
  readonly pairs = new VenturePairs()
  readonly #session: Session
  readonly #ordering = new Ordering()
  #words: MatterTableWords
  /** The user's word on ventures, as it was written. */
  #links: readonly VentureLink[] = []
  #watch: MatterWatch | null = null
  #finders: { filter: MatterFilter; tab: Tab; both: readonly [Finder, Finder] } | null = null
  /** Counts the derivations: the result of an older one is of no use. */
  #round = 0
  /** Counts what was told of the matters; the second is the number of what is shown. */
  #told = 0
  #shown = 0
  #visible = false
  #stale = false
  #deriving = false
  #closed = false
  /** The keyboard goes to the first of the lines that are worked out next. */
  #fromTop = false
  /** Key of the row that the keyboard goes to as soon as it is among the lines. */
  #wanted: string | null = null

  constructor(session: Session, words: MatterTableWords) {
    this.#session = session
    this.#words = words
    this.material = new Material(session.db, (error) => this.#fail(error))
  }

  get words(): MatterTableWords {
    return this.#words
  }

  /** Begins to read when the view is first seen, and works out nothing that nobody sees. */
  show(visible: boolean): void {
    this.#visible = visible
    if (!visible) return
    if (!this.#watch) this.read()
    else if (this.#stale) void this.derive()
  }

  /** Begins to read, again after a failure. */
  read(): void {
    this.#watch?.stop()
    this.store.setState({ failed: null })
    this.#watch = new MatterWatch(
      this.#session.db,
      (known) => this.#know(known),
      (error) => this.#fail(error),
    )
  }

  /** Ends it. */
  close(): void {
    this.#closed = true
    this.#watch?.stop()
    this.material.close()
    this.pairs.close()
  }

  setWords(words: MatterTableWords): void {
    this.#words = words
    void this.derive()
  }

  setLinks(links: readonly VentureLink[]): void {
    this.#links = links
    this.#showLinks()
    void this.derive()
  }

  /** Shows the links by the names that their ventures have now. */
  #showLinks(): void {
    const { known, links: before } = this.store.getState()
    const links = known ? presentLinks(this.#links, known.byReport) : this.#links
    if (links !== before) this.store.setState({ links, sets: new SameSets(links) })
  }

  /** Shows the table in another way. */
  change(shown: Partial<Shown>): void {
    this.store.setState({ ...shown, settled: false })
    void this.derive()
  }

  /** Goes to the table of another type. */
  goToTab(tab: Tab): void {
    const { tab: before, filter, group } = this.store.getState()
    if (tab === before) return
    const kept = group !== null && groupingsOf(tab).includes(group) ? group : null
    this.store.setState({ chosen: new Set(), anchor: null, cursor: 0, folded: new Set() })
    this.change({ tab, filter: forTab(filter), order: FIRST_ORDER, group: kept })
  }

  /** Changes some of the filter. */
  filter(patch: Partial<MatterFilter>): void {
    this.change({ filter: { ...this.store.getState().filter, ...patch } })
  }

  /** Orders by a column; the one that orders already turns round. */
  orderBy(column: ColumnId): void {
    const { order } = this.store.getState()
    this.change({ order: { column, down: order.column === column ? !order.down : DOWN_FIRST.includes(column) } })
  }

  /** Groups in a way, or in none, and shows the first group. */
  groupBy(group: Grouping | null): void {
    this.#fromTop = true
    this.store.setState({ folded: new Set() })
    this.change({ group })
  }

  /** Puts the keyboard on a row, now or when it is there. */
  goTo(key: string): void {
    this.#wanted = key
    this.#follow()
  }

  /** Folds or unfolds a line. */
  fold(key: string, folded: boolean): void {
    const next = new Set(this.store.getState().folded)
    if (folded) next.add(key)
    else next.delete(key)
    this.#setFolded(next)
  }

  /** Folds or unfolds all groups; without groups all lists. */
  foldAll(folded: boolean): void {
    const { groups, entries } = this.store.getState()
    const keys = groups
      ? groups.map(({ value }) => groupKey(value))
      : entries.flatMap(({ key, items }) => (items.length > 0 ? [key] : []))
    this.#setFolded(new Set(folded ? keys : []))
  }

  #setFolded(folded: ReadonlySet<string>): void {
    const { entries, groups } = this.store.getState()
    this.store.setState({ folded })
    this.#put(entries, groups)
  }

  /** Shows a row as settled while that is being written; tells by what to take it back. */
  suppose(key: string, status: StatementStatus): Supposed {
    const supposed: Supposed = { status, until: null }
    this.store.setState(({ pending }) => ({ pending: new Map(pending).set(key, supposed) }))
    return supposed
  }

  /** Takes back what was supposed, unless something else has been since. */
  unsuppose(supposed: Supposed): void {
    this.store.setState(({ pending }) => ({ pending: new Map([...pending].filter(([, one]) => one !== supposed)) }))
  }

  /** What was supposed is written: the table shows it itself as soon as it is told of it. */
  async written(supposed: Supposed): Promise<void> {
    await this.#watch?.caughtUp()
    const until = this.#told
    this.store.setState(({ pending, known }) => {
      const marked = [...pending].map(([key, one]) => [key, one === supposed ? { ...one, until } : one] as const)
      return { pending: stillSupposed(new Map(marked), known, this.#shown) }
    })
  }

  /** Works out the lines anew, in slices; what was being worked out for another way of showing them is given up. */
  async derive(): Promise<void> {
    this.#stale = true
    if (!this.store.getState().known || !this.#visible || this.#closed) return
    const round = ++this.#round
    this.#deriving = true
    while (this.#stale && round === this.#round) await this.#work(round)
    if (round === this.#round) this.#deriving = false
  }

  async #work(round: number): Promise<void> {
    this.#stale = false
    const { known, tab, filter, order, group, sets } = this.store.getState()
    const told = this.#told
    if (!known) return
    // Given up by never going on: nothing waits for it but what would be worked out from it.
    const pause: Pause = () =>
      new Promise((resolve) => setTimeout(() => round === this.#round && !this.#closed && resolve()))
    const reports = await this.#ordering.reports(known.byReport, pause)
    const [all, found] = await this.#find(reports, filter, tab, pause)
    const ordered = await this.#ordering.ordered(found[tab], order, this.#words, pause)
    if (round !== this.#round) return
    this.#shown = told
    this.store.setState({ all, counts: countsOf(found), settled: true })
    this.#put(ordered, group && grouped(ordered, group, sets))
  }

  async #find(
    reports: readonly (readonly MatterRow[])[],
    filter: MatterFilter,
    tab: Tab,
    pause: Pause,
  ): Promise<[Record<Tab, number>, Found]> {
    const [filtered, whole] = this.#findersOf(filter, tab)
    const [found, all] = [nothingFound(), nothingFound()]
    const same = !isFiltering(filter)
    let since = performance.now()
    for (const rows of reports) {
      addFound(found, filtered.found(rows))
      if (!same) addFound(all, whole.found(rows))
      if (performance.now() - since < SLICE) continue
      await pause()
      since = performance.now()
    }
    return [countsOf(same ? found : all), found]
  }

  #fail(error: unknown): void {
    this.store.setState({ failed: reasonOf(error, 'matters.grid.empty.failed') })
  }

  /** Those of the last time, where the filter is the same: they know what they found in the reports. */
  #findersOf(filter: MatterFilter, tab: Tab): readonly [Finder, Finder] {
    if (this.#finders?.filter === filter && this.#finders.tab === tab) return this.#finders.both
    const whole = new Finder({ ...NO_FILTER, mainOnly: filter.mainOnly }, tab)
    const both = [new Finder(filter, tab), whole] as const
    this.#finders = { filter, tab, both }
    return both
  }

  /** Takes in what is known by now. What is being worked out is finished first, or crowds of changes would starve it. */
  #know(known: KnownMatters): void {
    const before = this.store.getState().known
    this.material.forget(before?.byReport, known.byReport)
    this.#told++
    this.store.setState({ known })
    this.#showLinks()
    if (this.#deriving) this.#stale = true
    else void this.derive()
  }

  /** Shows lines; the keyboard stays on what it was on, else where it was. */
  #put(entries: readonly Entry[], groups: readonly Group[] | null): void {
    const { lines: before, cursor, folded, chosen, pending, known } = this.store.getState()
    const lines = linesOf(entries, groups, folded)
    const key = before[cursor]?.key
    const same = lines[cursor]?.key === key ? cursor : lines.findIndex((line) => line.key === key)
    const at = this.#fromTop ? 0 : same
    this.#fromTop = false
    this.store.setState({
      entries,
      groups,
      lines,
      cursor: Math.max(0, Math.min(at < 0 ? cursor : at, lines.length - 1)),
      shown: rowsIn(entries),
      pending: stillSupposed(pending, known, this.#shown),
      ...(chosen.size > 0 ? { chosen: stillThere(chosen, entries) } : {}),
    })
    this.#follow()
  }

  #follow(): void {
    if (this.#wanted === null) return
    const at = this.store.getState().lines.findIndex(({ key }) => key === this.#wanted)
    if (at < 0) return
    this.#wanted = null
    this.store.setState({ cursor: at })
  }
}

/** The chosen rows that are still among those that are shown. */
function stillThere(chosen: ReadonlySet<string>, entries: readonly Entry[]): Set<string> {
  const there = new Set<string>()
  for (const { key, items } of entries) {
    if (chosen.has(key)) there.add(key)
    for (const item of items) {
      const own = rowKey(item)
      if (chosen.has(own)) there.add(own)
    }
  }
  return there
}

/** True where all that was found is shown. */
export const isWhole = ({ known }: MattersState): boolean => known?.whole ?? false
