import { createStore } from 'zustand/vanilla'
import type { Message } from '#shared/model/identity'
import { type KnownQuotes, QuoteWatch, reasonOf, type Session } from '../../storage'
import type { Pause } from '../../ui/grid/ranks'
import { CodeIndex, NO_CODES } from './code-index'
import { type Entry, entriesOf, NO_FILTER, type QuoteFilter } from './filter'
import { type Line, linesOf } from './lines'
import { DOWN_FIRST, type Group, type Grouping, grouped, type Order, Ordering } from './order'

/** How the list is shown: what a place visited remembers. */
export interface Shown {
  filter: QuoteFilter
  order: Order
  group: Grouping | null
  /** A line for each code of a quote. */
  each: boolean
}

/** All that the view shows. */
export interface QuotesState extends Shown {
  /** Null until the first are read. */
  known: KnownQuotes | null
  failed: Message | null
  codes: CodeIndex
  entries: readonly Entry[]
  groups: readonly Group[] | null
  folded: ReadonlySet<string>
  lines: readonly Line[]
  /** Index of the line that the keyboard is on. */
  cursor: number
  /** Ids of the quotes that are chosen. */
  chosen: ReadonlySet<string>
  /** Key of the line from which Shift chooses. */
  anchor: string | null
  /** Keys of the lines that are expanded. */
  expanded: ReadonlySet<string>
  /** The line whose memo is to be written as soon as it is there. */
  writing: string | null
  /** What a code is being picked for. */
  picking: 'add' | 'take' | null
  /** True while changes of many quotes are being saved. */
  working: boolean
}

export const FIRST_SHOWN: Shown = {
  filter: NO_FILTER,
  order: { column: 'place', down: false },
  group: null,
  each: false,
}

/** The quotes of a view: what is read, filtered, ordered, grouped and chosen. */
export class QuotesController {
  readonly store = createStore<QuotesState>(() => ({
    ...FIRST_SHOWN,
    known: null,
    failed: null,
    codes: NO_CODES,
    entries: [],
    groups: null,
    folded: new Set(),
    lines: [],
    cursor: 0,
    chosen: new Set(),
    anchor: null,
    expanded: new Set(),
    writing: null,
    picking: null,
    working: false,
  }))
  readonly #session: Session
  readonly #ordering = new Ordering(() => this.store.getState().codes)
  #watch: QuoteWatch | null = null
  /** Counts the derivations: the result of an older one is of no use. */
  #round = 0
  #visible = false
  #stale = false
  #deriving = false
  #closed = false
  /** Id of the quote that the keyboard goes to as soon as it is among the lines. */
  #wanted: string | null = null

  constructor(session: Session) {
    this.#session = session
  }

  /** Reads only while the view is seen for the first time, and works out nothing that nobody sees. */
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
    this.#watch = new QuoteWatch(
      this.#session.db,
      (known) => this.#know(known),
      (error) => this.store.setState({ failed: reasonOf(error, 'quotes.empty.failed') }),
    )
  }

  /** Ends it. */
  close(): void {
    this.#closed = true
    this.#watch?.stop()
  }

  setCodes(codes: ConstructorParameters<typeof CodeIndex>[0]): void {
    this.store.setState({ codes: new CodeIndex(codes) })
    void this.derive()
  }

  /** Shows the list in another way. */
  change(shown: Partial<Shown>): void {
    this.store.setState(shown)
    void this.derive()
  }

  /** Changes some of the filter. */
  filter(patch: Partial<QuoteFilter>): void {
    this.change({ filter: { ...this.store.getState().filter, ...patch } })
  }

  /** Orders by a column; the one that orders already turns round. */
  orderBy(column: Order['column']): void {
    const { order } = this.store.getState()
    this.change({ order: { column, down: order.column === column ? !order.down : DOWN_FIRST.includes(column) } })
  }

  /** Puts the keyboard on a quote, now or when it is there. */
  goTo(quote: string): void {
    this.#wanted = quote
    this.#follow()
  }

  /** Folds or unfolds a group. */
  fold(value: string, folded: boolean): void {
    const next = new Set(this.store.getState().folded)
    if (folded) next.add(value)
    else next.delete(value)
    this.#setFolded(next)
  }

  foldAll(folded: boolean): void {
    this.#setFolded(new Set(folded ? (this.store.getState().groups ?? []).map(({ value }) => value) : []))
  }

  #setFolded(folded: ReadonlySet<string>): void {
    const { entries, groups } = this.store.getState()
    this.store.setState({ folded })
    this.#put(entries, groups)
  }

  /** Works out the lines anew, in slices; what was being worked out for another way of showing them is given up. */
  async derive(): Promise<void> {
    this.#stale = true
    if (!this.store.getState().known || !this.#visible || this.#closed) return
    const round = ++this.#round
    // Given up by never going on: nothing waits for it but what would be worked out from it.
    const pause: Pause = () =>
      new Promise((resolve) => setTimeout(() => round === this.#round && !this.#closed && resolve()))
    this.#deriving = true
    await this.#work(pause, round)
  }

  async #work(pause: Pause, round: number): Promise<void> {
    while (this.#stale) {
      this.#stale = false
      const { known, filter, order, group, each, codes } = this.store.getState()
      if (!known) break
      const quotes = await this.#ordering.base(known.quotes, pause)
      const entries = entriesOf(quotes, filter, codes, each || group === 'code')
      const ordered = await this.#ordering.ordered(entries, order, pause)
      if (round !== this.#round) return
      this.#put(ordered, group && grouped(ordered, group, codes, this.#ordering))
    }
    this.#deriving = false
  }

  /** Takes in what is known by now. What is being worked out is finished first, or crowds of changes would starve it. */
  #know(known: KnownQuotes): void {
    this.store.setState({ known })
    if (this.#deriving) this.#stale = true
    else void this.derive()
  }

  /** Shows lines; the keyboard stays on what it was on, else where it was. */
  #put(entries: readonly Entry[], groups: readonly Group[] | null): void {
    const { lines: before, cursor, folded, chosen, known } = this.store.getState()
    const lines = linesOf(entries, groups, folded)
    const key = before[cursor]?.key
    const at = lines[cursor]?.key === key ? cursor : lines.findIndex((line) => line.key === key)
    const ids = chosen.size > 0 ? new Set(known?.quotes.map(({ id }) => id)) : null
    this.store.setState({
      entries,
      groups,
      lines,
      cursor: Math.max(0, Math.min(at < 0 ? cursor : at, lines.length - 1)),
      ...(ids ? { chosen: new Set([...chosen].filter((id) => ids.has(id))) } : {}),
    })
    this.#follow()
  }

  #follow(): void {
    if (this.#wanted === null) return
    const at = this.store
      .getState()
      .lines.findIndex((line) => line.type === 'row' && line.entry.quote.id === this.#wanted)
    if (at < 0) return
    this.#wanted = null
    this.store.setState({ cursor: at })
  }
}
