import { createStore } from 'zustand/vanilla'
import type { Message } from '#shared/model/identity'
import { parseQuery } from '#shared/search/parse'
import type { SearchNode } from '#shared/search/query'
import { reasonOf, type TextsChange } from '../../storage'
import { type SearchClient, SearchError, type SearchResult, searchClientOf } from '../../workers/search/client'
import type {
  SearchCount,
  SearchFilters,
  SearchFound,
  SearchLine,
  SearchProgress,
  SearchQuestion,
} from '../../workers/search/protocol'
import { type Here, hereIn } from './here'
import { countsOf, isCountedBy, isSameMark, type Narrowing } from './narrowing'
import { PAGE, Pages } from './pages'
import { concerns, type Loosening, loosened, type Mark, narrowedTo } from './question'
import { type Looks, type Remembered, recall, remember, withRecent } from './remembered'
import { Ticks } from './ticks'

/** What the view needs of the client. */
export type Searching = Pick<SearchClient, 'search' | 'changed'>

/** Something that takes a while: coding, or making a file. */
export interface Work {
  what: 'coding' | 'writing'
  done: number
  total: number
}

export interface SearchState extends Remembered {
  /** What is wrong with the query. */
  problem: Message | null
  /** What the newest question has found so far. */
  found: SearchFound | null
  /** The question that `lines` answer, null before the first answer. */
  answered: SearchQuestion | null
  lines: Pages | null
  /** Grows when lines come. */
  version: number
  /** A question is being answered. */
  asking: boolean
  progress: SearchProgress | null
  /** The question was given up by the user. */
  stopped: boolean
  failed: Message | null
  /** Line that the keyboard is on. */
  cursor: number
  ticks: Ticks
  /** What a mark of the figure has narrowed the search to, null where none has. */
  narrowed: Narrowing | null
  work: Work | null
  /** The user was last in the list of hits, not in the query. */
  inList: boolean
}

/** A letter is looked for this long after it, in milliseconds: the next one mostly follows. */
const TYPING = 120
/** Lines that are read at once where all are wanted. */
const PART = 500

/** True for a query with `and` or `not`, which the unit counts for. */
export const isCombined = (query: SearchNode): boolean =>
  query.type === 'and' || query.type === 'not' || ('parts' in query && query.parts.some(isCombined))

/** What is looked for in a project, what was found, and what of it is ticked. */
export class SearchController {
  readonly store
  /** How far the list is scrolled, in CSS pixels: outlives the list. */
  top = 0
  readonly #project: string
  readonly #client: Searching
  #ending: AbortController | null = null
  #timer: ReturnType<typeof setTimeout> | null = null
  #result: SearchResult | null = null
  /** What is shown may no longer be so. */
  #isStale = false
  #asked: SearchQuestion | null = null
  /** Something was changed since `#asked` was asked: its answer is no longer the last word. */
  #isOutrun = false
  #isShown = false

  constructor(project: string, client: Searching) {
    this.#project = project
    this.#client = client
    this.store = createStore<SearchState>(() => ({
      ...recall(project),
      ...{ problem: null, found: null, answered: null, lines: null, version: 0 },
      ...{ asking: false, progress: null, stopped: false, failed: null },
      ...{ cursor: 0, ticks: Ticks.none, narrowed: null, work: null, inList: false },
    }))
  }

  /** Changes the question and asks it; letters wait for the next one. */
  set(patch: Partial<SearchQuestion>): void {
    this.store.setState(({ question }) => ({ question: { ...question, ...patch } }))
    this.#remember()
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.ask(), Object.keys(patch).join() === 'query' ? TYPING : 0)
  }

  /** Changes filters; what the figure has narrowed is not taken back after that. */
  filter(patch: Partial<SearchFilters>): void {
    this.store.setState({ narrowed: null })
    this.set({ filters: { ...this.store.getState().question.filters, ...patch } })
  }

  /**
   * Shows only what a mark of the figure counts, which must be told whole; once more: all again.
   * @param counts what the figure shows: it follows an answer, and of an older one nothing is done
   */
  narrow(mark: Mark, counts: readonly SearchCount[]): void {
    const { question, answered, asking, narrowed } = this.store.getState()
    if (counts !== countsOf(this.store.getState())) return
    if (narrowed && isSameMark(narrowed.mark, mark)) {
      this.widen()
      return
    }
    const isGoingOn = narrowed !== null && isCountedBy(narrowed, question)
    if (!isGoingOn && (asking || question !== answered)) return
    const whole = isGoingOn ? narrowed : { before: question, counts, isStale: this.#isStale }
    this.store.setState({ narrowed: { ...whole, mark } })
    this.set({ filters: narrowedTo(whole.before.filters, mark) })
  }

  /** Takes the narrowing back. */
  widen(): void {
    const { narrowed } = this.store.getState()
    if (!narrowed) return
    this.store.setState({ narrowed: null })
    this.set({ filters: narrowed.before.filters })
  }

  /** Lets go of something where nothing was found. */
  loosen(what: Loosening): void {
    this.store.setState({ narrowed: null })
    this.set(loosened(this.store.getState().question, what))
  }

  /** Changes how the view is set. */
  look(patch: Partial<Looks>): void {
    this.store.setState(({ looks }) => ({ looks: { ...looks, ...patch } }))
    this.#remember()
  }

  /** The query has led somewhere: it is kept among the recent ones. */
  keepRecent(): void {
    if (this.store.getState().problem) return
    this.store.setState(({ recent, question }) => ({ recent: withRecent(recent, question.query) }))
    this.#remember()
  }

  /** Asks the question, from the first hit; what was asked before is given up. */
  ask = (): Promise<void> => this.#ask(false)

  /** Takes in that texts or records have changed: what was found is looked for again as soon as it is seen. */
  heard(change: TextsChange): void {
    const { sources } = change
    if (sources === null || sources.length > 0) this.#client.changed(sources)
    const { answered, asking, narrowed } = this.store.getState()
    if (narrowed && concerns(change, narrowed.before)) this.store.setState({ narrowed: { ...narrowed, isStale: true } })
    if (answered && concerns(change, answered)) this.#isStale = true
    if (asking && this.#asked && concerns(change, this.#asked)) this.#isOutrun = true
    this.#refresh()
  }

  /** Tells whether the view is seen: what is not seen is not looked for. */
  show(isShown: boolean): void {
    this.#isShown = isShown
    const { answered, asking, question } = this.store.getState()
    if (!isShown) return
    if (!answered && !asking && question.query !== '') void this.ask()
    else this.#refresh()
  }

  /** Tells how far coding or writing is; null: it is done. The hits stay as they are meanwhile. */
  works(work: Work | null): void {
    this.store.setState({ work })
    this.#refresh()
  }

  /** Gives the question up; what was found before stays. */
  stop(): void {
    if (!this.store.getState().asking) return
    this.#ending?.abort(new Error('the search is not wanted any more'))
    this.store.setState({ asking: false, progress: null, stopped: true })
  }

  /** Moves the keyboard to a line. */
  go(place: number): void {
    const last = (this.store.getState().lines?.count ?? 0) - 1
    this.store.setState({ cursor: Math.max(0, Math.min(last, place)) })
  }

  tick(place: number): void {
    this.store.setState(({ ticks }) => ({ ticks: ticks.toggled(place) }))
  }

  tickAll(ticked: boolean): void {
    this.store.setState({ ticks: ticked ? Ticks.all : Ticks.none })
  }

  /** How many hits a step is for: the ticked ones, all where none is. */
  get chosen(): number {
    const { lines, ticks } = this.store.getState()
    const count = lines?.count ?? 0
    return ticks.count(count) || count
  }

  /**
   * Where a step through the hits begins: the place that the keyboard is on, or, where that hit is gone, the one that
   * stands there now. What was changed is looked for again first, also where the view is not seen.
   */
  async here(): Promise<Here> {
    const { cursor, question, answered, asking, work } = this.store.getState()
    if (!this.#isStale || asking || work || question !== answered) return { place: cursor, stands: true }
    const line = await this.lineAt(cursor)
    await this.#ask(true)
    const from = Math.max(0, cursor - PART)
    const lines = (await this.#result?.lines(from, cursor + PART)) ?? []
    const here = line && hereIn(lines, line)
    return here ? { ...here, place: from + here.place } : { place: this.store.getState().cursor, stands: true }
  }

  /** A line, read if it is not there yet. */
  async lineAt(place: number): Promise<SearchLine | undefined> {
    const known = this.store.getState().lines?.at(place)
    return known ?? (await this.#result?.lines(place, place + 1))?.[0]
  }

  /** The lines of those hits, part by part, in order. */
  async *chosenLines(): AsyncGenerator<SearchLine[]> {
    const result = this.#result
    const { lines, ticks } = this.store.getState()
    const count = lines?.count ?? 0
    const isAll = ticks.count(count) === 0
    if (!result) return
    // Another question may be asked meanwhile, which releases this answer; each part would be searched for again.
    const letGo = result.hold()
    try {
      for (let from = 0; from < count; from += PART) {
        const to = Math.min(count, from + PART)
        if (!isAll && !Array.from({ length: to - from }, (_, at) => from + at).some((place) => ticks.has(place)))
          continue
        const part = await result.lines(from, to)
        yield isAll ? part : part.filter((_, at) => ticks.has(from + at))
      }
    } finally {
      letGo()
    }
  }

  /** Gives everything up and lets go of what the worker holds for it. */
  end(): void {
    if (this.#timer) clearTimeout(this.#timer)
    this.#ending?.abort(new Error('the project was closed'))
    this.#result?.release()
    this.#result = null
  }

  /** Looks again; a question that is being answered comes to its end first, or changes in a row would never let it. */
  #refresh(): void {
    const { question, answered, asking, work } = this.store.getState()
    if (!this.#isStale || !this.#isShown || asking || work) return
    void this.#ask(question === answered)
  }

  async #ask(isSame: boolean): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer)
    this.#ending?.abort(new Error('another question was asked'))
    const { question } = this.store.getState()
    if (question.query.trim() === '') return this.#forget()
    const { problem } = parseQuery(question.query)
    this.store.setState({ problem, stopped: false })
    if (problem) return void this.store.setState({ asking: false, progress: null })
    const ending = new AbortController()
    this.#ending = ending
    this.#asked = question
    this.#isOutrun = false
    const isWanted = () => this.#ending === ending && !ending.signal.aborted
    this.store.setState({ asking: true, failed: null })
    const start = performance.now()
    try {
      const { narrowed } = this.store.getState()
      if (narrowed?.isStale && isCountedBy(narrowed, question)) await this.#recount(narrowed, ending.signal)
      const result = await this.#client.search(question, {
        signal: ending.signal,
        // The whole is shown together with its lines: drawn twice it would take the time of the first lines.
        told: (found, whole) => isWanted() && !isSame && !whole && this.store.setState({ found }),
        progress: (progress) => isWanted() && this.store.setState({ progress }),
        first: PAGE,
      })
      if (isWanted()) this.#take(result, question, { isSame, start })
      else result.release()
    } catch (error) {
      if (isWanted()) this.store.setState({ asking: false, progress: null, failed: reasonIn(error) })
    }
  }

  /** Counts again what the question was narrowed from. */
  async #recount(narrowed: Narrowing, signal: AbortSignal): Promise<void> {
    const { found, release } = await this.#client.search(narrowed.before, { signal })
    release()
    // What was changed meanwhile is counted with the next answer.
    this.store.setState(({ narrowed: now }) =>
      now === narrowed ? { narrowed: { ...narrowed, counts: found.counts, isStale: false } } : {},
    )
  }

  #take(result: SearchResult, question: SearchQuestion, { isSame, start }: { isSame: boolean; start: number }): void {
    const { listed, fingerprint } = result.found
    const hasSameHits = isSame && this.#result?.found.fingerprint === fingerprint
    this.#result?.release()
    this.#result = result
    let isFirst = true
    // From the question to its first lines, or to there being none, for the bench; only the last one is kept.
    const measure = (): void => {
      if (isFirst) queueMicrotask(() => measureSearch(start, question.query))
      isFirst = false
    }
    const lines = new Pages(
      listed,
      result.lines,
      () => {
        if (this.#result !== result) return
        this.store.setState(({ version }) => ({ version: version + 1 }))
        measure()
      },
      (error) => this.#result === result && this.store.setState({ failed: reasonIn(error) }),
      result.first,
    )
    // Before counts are drawn: the worker reads the lines meanwhile, where they are not there yet.
    if (!isSame) lines.want(0, 1)
    if (!isSame) this.top = 0
    this.store.setState(({ cursor, ticks }) => ({
      ...{ lines, answered: question, found: result.found, asking: false, progress: null },
      cursor: isSame ? Math.max(0, Math.min(listed - 1, cursor)) : 0,
      // Ticks count places: they stand only while the same hits stand there.
      ticks: hasSameHits ? ticks : Ticks.none,
    }))
    if (listed === 0 || lines.at(0)) measure()
    this.#isStale = this.#isOutrun
    this.#refresh()
  }

  #forget(): void {
    this.#result?.release()
    this.#result = null
    this.#isStale = false
    this.store.setState({
      ...{ problem: null, found: null, answered: null, lines: null, asking: false, progress: null },
      ...{ stopped: false, failed: null, cursor: 0, ticks: Ticks.none },
    })
  }

  #remember(): void {
    remember(this.#project, this.store.getState())
  }
}

/**
 * Tells the bench of a search, drawn: what is shown is drawn in a microtask that was asked for before this one. The counts
 * by place and year are in the store as numbers; the chart of them is drawn after this.
 */
function measureSearch(start: number, query: string): void {
  performance.clearMeasures('duibiao:search')
  performance.measure('duibiao:search', { start, detail: query })
}

const reasonIn = (error: unknown): Message =>
  error instanceof SearchError ? error.reason : reasonOf(error, 'search.failed')

let open: { project: string; controller: SearchController } | null = null

/** The controller of a project: what was found stays while the tab is left. */
export function searchOf(project: string): SearchController {
  if (open?.project === project) return open.controller
  open?.controller.end()
  open = { project, controller: new SearchController(project, searchClientOf(project)) }
  return open.controller
}

/** The controller of the project that was searched last in this window, null before the first search. */
export const presentSearch = (): SearchController | null => open?.controller ?? null
