import { createStore } from 'zustand/vanilla'
import { type Message, message } from '#shared/model/identity'
import type { Rule } from '#shared/model/rule'
import { autocode, reasonOf, type Session } from '../../storage'
import { type ScanClient, ScanError, scanClientOf } from '../../workers/scan/client'
import type { ScanProgress, ScanQuery } from '../../workers/scan/protocol'
import { type Carried, Hits } from './hits'
import { type Lines, linesOf } from './lines'
import { isOfRule, problemOf, type Query, type Scopes, scanQueryOf, withRule } from './query'
import { recall, remember } from './remembered'

/** Sources that are looked through alone, and what they are called. */
export interface Listed {
  sources: readonly string[]
  label: Message
}

export interface AutocodeState {
  query: Query
  /** The saved rule that the query was taken from. */
  rule: string | null
  /** The list of rules is open. */
  rules: boolean
  listed: Listed | null
  /** What the hits are of; null before the first scan. */
  ran: ScanQuery | null
  hits: Hits
  lines: Lines
  /** Grows when hits come or ticks change. */
  version: number
  collapsed: ReadonlySet<string>
  /** Line that the keyboard is on. */
  cursor: number
  /** How far the scan is, null while none runs. */
  scanning: ScanProgress | null
  /** The scan was ended before its end. */
  stopped: boolean
  truncated: boolean
  failed: Message | null
  /** How far coding is, null while nothing is coded. */
  coding: ScanProgress | null
}

const NOTHING: Carried = () => false

/** What is looked for in a project, what was found, and what of it is ticked. */
export class AutocodeController {
  readonly store
  readonly #project: string
  readonly #client: Pick<ScanClient, 'scan'>
  #ending: AbortController | null = null
  #carried: Carried = NOTHING

  constructor(project: string, client: Pick<ScanClient, 'scan'>) {
    this.#project = project
    this.#client = client
    this.store = createStore<AutocodeState>(() => ({
      ...recall(project),
      listed: null,
      ran: null,
      hits: new Hits(),
      lines: linesOf([], new Set()),
      version: 0,
      collapsed: new Set(),
      cursor: 0,
      scanning: null,
      stopped: false,
      truncated: false,
      failed: null,
      coding: null,
    }))
  }

  /** Changes the query. */
  set(patch: Partial<Query>): void {
    this.store.setState(({ query }) => ({ query: { ...query, ...patch } }))
    this.#remember()
  }

  /** Changes what is looked for. */
  setPattern(pattern: string): void {
    const { query } = this.store.getState()
    this.set({ patterns: { ...query.patterns, [query.type]: pattern } })
  }

  /** Takes a saved rule as the query; null: the query is no rule's. */
  take(rule: Rule | null): void {
    this.store.setState(({ query }) => (rule ? { rule: rule.id, query: withRule(query, rule) } : { rule: null }))
    this.#remember()
  }

  /** Opens or closes the list of rules. */
  showRules(rules: boolean): void {
    this.store.setState({ rules })
    this.#remember()
  }

  /** Looks only through some sources. */
  list(listed: Listed): void {
    this.store.setState({ listed })
    this.set({ scope: 'listed' })
  }

  /** Looks for what the query says, from the beginning. Without a pattern that can be looked for, nothing happens. */
  async run(report: Scopes['report']): Promise<void> {
    const { query, listed } = this.store.getState()
    if (problemOf(query) !== null) return
    this.stop()
    const ending = new AbortController()
    this.#ending = ending
    const ran = scanQueryOf(query, { report, listed: listed?.sources ?? null })
    const hits = new Hits()
    hits.carry(this.#carried, true)
    this.store.setState({
      ran,
      hits,
      ...{ lines: linesOf([], new Set()), collapsed: new Set<string>(), cursor: 0 },
      ...{ scanning: { done: 0, total: 0 }, stopped: false, truncated: false, failed: null },
    })
    try {
      const { truncated } = await this.#client.scan(
        ran,
        (batch, scanning) => {
          hits.add(batch)
          this.#redraw({ scanning })
        },
        ending.signal,
      )
      if (this.#ending === ending) this.#redraw({ scanning: null, truncated })
    } catch (error) {
      if (this.#ending !== ending) return
      this.#redraw({ scanning: null, ...(ending.signal.aborted ? { stopped: true } : { failed: reasonIn(error) }) })
    }
  }

  /** Ends the scan; what was found stays. */
  stop(): void {
    this.#ending?.abort(new Error('the scan is not wanted any more'))
  }

  /** Tells which passages carry the chosen codes; `anew` forgets what was ticked by hand. */
  carry(carried: Carried, anew: boolean): void {
    this.#carried = carried
    const { hits } = this.store.getState()
    hits.carry(carried, anew)
    this.#redraw({})
  }

  /** Ticks what a line stands for, or unticks it; null: all. */
  tick(index: number | null, ticked?: boolean): void {
    const { hits, lines } = this.store.getState()
    const line = index === null ? null : lines.at(index)
    if (index !== null && !line) return
    if (!line) hits.tick(0, hits.count, ticked ?? true)
    else if (line.type === 'hit') hits.tick(line.place, line.place + 1, ticked ?? !hits.isTicked(line.place))
    else {
      const { from, count, ticked: own } = line.group
      hits.tick(from, from + count, ticked ?? own < count)
    }
    this.#redraw({})
  }

  /** Moves the keyboard to a line. */
  go(index: number): void {
    this.store.setState(({ lines }) => ({ cursor: Math.max(0, Math.min(lines.count - 1, index)) }))
  }

  /** Moves the keyboard to the next (1) or previous (-1) hit. */
  step(direction: 1 | -1): void {
    const { lines, cursor } = this.store.getState()
    let at = cursor + direction
    while (lines.at(at)?.type === 'group') at += direction
    if (lines.at(at)) this.go(at)
  }

  /** Shows the head of a group alone, or its hits too. */
  collapse(value: string, collapsed: boolean): void {
    this.store.setState((state) => {
      const next = new Set(state.collapsed)
      if (collapsed) next.add(value)
      else next.delete(value)
      const lines = linesOf(state.hits.groups, next)
      return { collapsed: next, lines, cursor: Math.max(0, lines.ofGroup(value)) }
    })
  }

  /**
   * Gives the chosen codes to the ticked passages, in one undoable step.
   * @param rule the saved rule that the query was taken from; it counts only while the query says the same
   * @param name what is looked for, as the history is to call it
   */
  async code(session: Session, rule: Rule | null, name: string): ReturnType<typeof autocode> {
    const { hits, query } = this.store.getState()
    const chosen = hits.chosen()
    const own = rule && isOfRule(query, rule) ? rule : null
    const step = own ? 'project.history.ruleRan' : 'project.history.autocoded'
    const total = chosen.length
    this.store.setState({ coding: { done: 0, total } })
    try {
      const coded = await autocode(
        session,
        chosen,
        {
          codes: query.codes,
          rule: own?.id ?? null,
          operation: (counts) => message(step, { name: own?.name ?? name, ...counts }),
        },
        (done) => this.store.setState({ coding: { done, total } }),
      )
      // What was ticked is done with; what was unticked was meant so.
      if (hits === this.store.getState().hits) this.carry(this.#carried, true)
      return coded
    } finally {
      this.store.setState({ coding: null })
    }
  }

  /** Draws the lines anew; the keyboard stays on its hit. */
  #redraw(patch: Partial<AutocodeState>): void {
    this.store.setState(({ hits, collapsed, version }) => ({
      ...patch,
      lines: linesOf(hits.groups, collapsed),
      version: version + 1,
    }))
  }

  #remember(): void {
    remember(this.#project, this.store.getState())
  }
}

const reasonIn = (error: unknown): Message =>
  error instanceof ScanError ? error.reason : reasonOf(error, 'autocode.failed')

let open: { project: string; controller: AutocodeController } | null = null

/** The controller of a project: what was found stays while the tab is left. */
export function autocodeOf(project: string): AutocodeController {
  if (open?.project === project) return open.controller
  open?.controller.stop()
  open = { project, controller: new AutocodeController(project, scanClientOf(project)) }
  return open.controller
}
