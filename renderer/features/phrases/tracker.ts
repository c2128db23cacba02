import { useStore } from 'zustand'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Message } from '#shared/model/identity'
import type { PhraseGroup, PhraseTerm } from '#shared/model/phrase-group'
import type { PlaceLevel } from '#shared/model/place'
import { FIRST_FOLDS } from '#shared/search/query'
import { TermSpans } from '#shared/search/tracking/term-spans'
import { phrasesOf } from '#shared/search/tracking/terms'
import { type WordingUse, wordingUse } from '#shared/search/tracking/use'
import { reasonOf } from '../../storage'
import { type SearchClient, SearchError, searchClientOf } from '../../workers/search/client'
import type { SearchFilters, SearchProgress } from '../../workers/search/protocol'

export const TABS = ['overview', 'years', 'above', 'where', 'ended'] as const
export type Tab = (typeof TABS)[number]

export const MEASURES = ['hits', 'rate'] as const
export type Measure = (typeof MEASURES)[number]

export const TRENDS = ['spread', 'rate', 'hits'] as const
export type Trend = (typeof TRENDS)[number]

/** What was found of a group. */
export interface Tracked {
  terms: readonly PhraseTerm[]
  use: WordingUse
  /** Reports that have no place or no year, and are not counted. */
  unplaced: number
}

export interface PhrasesState {
  /** Id of the group that is shown. */
  group: string | null
  /** Id of the wording that the tabs are about; null for the first. */
  term: string | null
  tab: Tab
  measure: Measure
  trend: Trend
  /** Only places of a level; '' for all. */
  level: PlaceLevel | ''
  /** Where the keyboard is in each grid. */
  cursors: Readonly<Record<string, { row: number; column: number }>>
  tracked: Tracked | null
  progress: SearchProgress | null
  isAsking: boolean
  /** What is wanted was given up by the user: it is not known, or no longer. */
  stopped: boolean
  failed: Message | null
  /** Another number: what is shown is to be asked for again. */
  round: number
  /** Names the part that a sentence was opened from: coming back, it has the keys again. */
  left: string | null
}

/** Main versions, inside reports, of every place and kind. */
const FILTERS: SearchFilters = {
  ...{ places: null, levels: null, years: null, kinds: null, topics: null },
  ...{ codes: null, indicators: null, role: null, mainOnly: true, reportsOnly: true },
}

const reasonIn = (error: unknown): Message =>
  error instanceof SearchError ? error.reason : reasonOf(error, 'phrases.failed')

/** What of the client is needed. */
export type Tracking = Pick<SearchClient, 'track' | 'changed'>

/** What the view of a project is set to and what was found: both outlive the view. */
export class Tracker {
  readonly store: StoreApi<PhrasesState>
  readonly #client: Tracking
  #ending: AbortController | null = null
  /** What was asked last: the same is not asked again. */
  #asked = ''

  constructor(client: Tracking) {
    this.#client = client
    this.store = createStore<PhrasesState>(() => ({
      ...{ group: null, term: null, tab: 'overview', measure: 'hits', trend: 'spread', level: '', cursors: {} },
      ...{ tracked: null, progress: null, isAsking: false, stopped: false, failed: null, round: 0, left: null },
    }))
  }

  /** Texts of these sources are others than before (null: of any): what was found is outdated. */
  changed(sources: readonly string[] | null): void {
    this.#client.changed(sources)
    this.store.setState(({ round }) => ({ round: round + 1 }))
  }

  /** Shows another group, or another wording of it. A group that is shown for want of another is asked for again. */
  choose(patch: Pick<PhrasesState, 'group'> | Pick<PhrasesState, 'term'>): void {
    if (!('group' in patch)) return void this.store.setState(patch)
    if (patch.group === this.store.getState().group) return
    this.#giveUp('another group is shown')
    this.store.setState(({ round }) => ({ ...patch, term: null, tracked: null, cursors: {}, round: round + 1 }))
  }

  /** Looks where the wordings of a group stand, unless that is known; what was asked before is given up. */
  async ask({ terms }: Pick<PhraseGroup, 'terms'>): Promise<void> {
    const asked = JSON.stringify([this.store.getState().round, terms.map(({ id, ...term }) => [id, phrasesOf(term)])])
    if (asked === this.#asked) return
    this.#asked = asked
    this.#ending?.abort(new Error('another group is shown'))
    const ending = new AbortController()
    this.#ending = ending
    const isWanted = () => this.#ending === ending && !ending.signal.aborted
    const question = {
      terms: terms.map((term) => ({ id: term.id, variants: phrasesOf(term) })),
      ...{ folds: FIRST_FOLDS, filters: FILTERS },
    }
    this.store.setState({ isAsking: true, progress: null, stopped: false, failed: null })
    try {
      const { reports, at, unplaced } = await this.#client.track(question, {
        signal: ending.signal,
        progress: (progress) => isWanted() && this.store.setState({ progress }),
      })
      if (!isWanted()) return
      const use = wordingUse(reports.map((report, nth) => ({ ...report, at: new TermSpans(at, nth, terms.length) })))
      this.store.setState({ tracked: { terms, use, unplaced }, isAsking: false, progress: null })
    } catch (error) {
      if (isWanted()) this.#fail(error)
    }
  }

  /** Gives up what is asked; what was found before stays. */
  stop(): void {
    if (!this.store.getState().isAsking) return
    this.#giveUp('the user stopped it')
    this.store.setState({ stopped: true })
  }

  /** Asks again for what failed or was stopped. */
  again(): void {
    this.#giveUp('it is asked again')
    this.store.setState(({ round }) => ({ round: round + 1 }))
  }

  /** Lets go of all that was found. */
  end(): void {
    this.#giveUp('the project was closed')
    this.store.setState({ tracked: null })
  }

  #giveUp(why: string): void {
    this.#ending?.abort(new Error(why))
    this.#asked = ''
    this.store.setState({ isAsking: false, progress: null, stopped: false, failed: null })
  }

  #fail(error: unknown): void {
    this.store.setState({ isAsking: false, progress: null, failed: reasonIn(error) })
  }
}

let open: { client: SearchClient; tracker: Tracker } | null = null

/** The tracker of the open project: what was found stays while the view is left, and goes with the project. */
export function trackerOf(project: string): Tracker {
  const client = searchClientOf(project)
  if (open?.client === client) return open.tracker
  open?.tracker.end()
  open = { client, tracker: new Tracker(client) }
  return open.tracker
}

export const usePhrases = <T>(tracker: Tracker, select: (state: PhrasesState) => T): T =>
  useStore(tracker.store, select)
