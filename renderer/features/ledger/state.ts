import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { ScoreDimension } from '#shared/compare/ledger/ledger-types'
import { Verdict } from '#shared/model/ledger'
import type { ViewParams } from '../../workbench'
import type { CitedDraft } from './cited-draft'
import { GROUPINGS, type Grouping, type LedgerFilter, LISTS, NO_FILTER, ORDERS, type Order } from './lines'

/** What the tab of scores tells: by a dimension, or items and projects over the years. */
export const SCORES = ['place', 'year', 'category', 'wording', 'follow'] as const
export type ScoreView = (typeof SCORES)[number]

/** More places than these do not stand side by side. */
export const MOST_PLACES = 6

/** What is shown of the ledger, as far as going back brings it back. */
export interface Shown {
  tab: 'rows' | 'scores'
  place: string | null
  /** 报告年度; null for all. */
  year: number | null
  /** Places beside it in the scores. */
  beside: readonly string[]
  filter: LedgerFilter
  order: Order
  group: Grouping
  score: ScoreView
  /** Scores of all years, not of the chosen one only. */
  allYears: boolean
  /** Scores of the whole library are shown. */
  library: boolean
}

export interface LedgerState extends Shown {
  folded: ReadonlySet<string>
  /** Key of the line that the keyboard is on. */
  selected: string | null
  dialog: 'settings' | 'cited' | null
  /** The cited figure that is typed in; null for the list of them. */
  draft: CitedDraft | null
}

export const FIRST: Shown = {
  tab: 'rows',
  place: null,
  year: null,
  beside: [],
  filter: NO_FILTER,
  order: 'report',
  group: 'list',
  score: 'place',
  allYears: true,
  library: false,
}

export const ledgerState = createStore<LedgerState>(() => ({
  ...FIRST,
  folded: new Set<string>(),
  selected: null,
  dialog: null,
  draft: null,
}))

export const useLedgerState = <T>(select: (state: LedgerState) => T): T => useStore(ledgerState, select)

/** Changes the filter. */
export const filterBy = (patch: Partial<LedgerFilter>): void =>
  ledgerState.setState(({ filter }) => ({ filter: { ...filter, ...patch } }))

/** Goes to another place or year; the line is chosen anew. */
export const choose = (place: string, year: number | null): void =>
  ledgerState.setState(({ beside }) => ({
    place,
    year,
    beside: beside.filter((code) => code !== place),
    selected: null,
  }))

/** Folds a group, or opens it. */
export const fold = (key: string, folded: boolean): void =>
  ledgerState.setState((state) => {
    const next = new Set(state.folded)
    if (folded) next.add(key)
    else next.delete(key)
    return { folded: next }
  })

/** Shows the rows behind a group of scores. */
export const showRows = (patch: Partial<Pick<Shown, 'place' | 'year'>> & { filter: Partial<LedgerFilter> }): void =>
  ledgerState.setState((state) => ({
    ...patch,
    tab: 'rows',
    selected: null,
    filter: { ...NO_FILTER, ...patch.filter },
    beside: state.beside,
  }))

const shownOf = (state: LedgerState): Shown => {
  const { tab, place, year, beside, filter, order, group, score, allYears, library } = state
  return { tab, place, year, beside, filter, order, group, score, allYears, library }
}

/** Where the user is, for going back. */
export const positionIn = (): ViewParams => {
  const state = ledgerState.getState()
  return { shown: JSON.stringify(shownOf(state)), line: state.selected }
}

const strings = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : []

const record = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}

const oneOf = <T extends string>(all: readonly T[], value: unknown, first: T): T =>
  all.find((one) => one === value) ?? first

function readFilter(value: unknown): LedgerFilter {
  const { text, verdicts, lists, categories, wordings, scored, untargeted } = record(value)
  return {
    text: typeof text === 'string' ? text : '',
    verdicts: Verdict.options.filter((one) => strings(verdicts).includes(one)),
    lists: LISTS.filter((one) => strings(lists).includes(one)),
    categories: strings(categories),
    wordings: strings(wordings),
    scored: scored === true,
    untargeted: untargeted === true,
  }
}

/** Reads what was written of `Shown`; what is not of its form is left out. */
export function readShown(text: string): Shown {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    // A layout that was edited by hand: the ledger as it is at first.
    return FIRST
  }
  const { tab, place, year, beside, filter, order, group, score, allYears, library } = record(value)
  return {
    tab: tab === 'scores' ? 'scores' : 'rows',
    place: typeof place === 'string' ? place : null,
    year: typeof year === 'number' && Number.isInteger(year) ? year : null,
    beside: strings(beside).slice(0, MOST_PLACES - 1),
    filter: readFilter(filter),
    order: oneOf(ORDERS, order, FIRST.order),
    group: oneOf(GROUPINGS, group, FIRST.group),
    score: oneOf(SCORES, score, FIRST.score),
    allYears: allYears !== false,
    library: library === true,
  }
}

/** Does what the parameters of the view ask for: as it was left, a place and year, a row. */
export function follow({ shown, line, place, year }: ViewParams): void {
  if (typeof shown === 'string') ledgerState.setState(readShown(shown))
  else if (typeof place === 'string')
    ledgerState.setState({ ...FIRST, place, year: typeof year === 'number' ? year : null, selected: null })
  if (typeof line === 'string') ledgerState.setState({ selected: line })
}

const storageKey = (project: string): string => `duibiao.ledger.${project}`

/** Goes on where the project was looked at last, and keeps it from now on. */
export function keepShown(project: string): () => void {
  const kept = localStorage.getItem(storageKey(project))
  ledgerState.setState({
    ...(kept === null ? FIRST : readShown(kept)),
    filter: NO_FILTER,
    library: false,
    selected: null,
    folded: new Set(),
  })
  return ledgerState.subscribe((state) => localStorage.setItem(storageKey(project), JSON.stringify(shownOf(state))))
}

/** Dimensions of the scores that are kept apart wherever they are summed. */
export const FINEST: readonly ScoreDimension[] = ['place', 'year', 'list', 'category', 'wording', 'type']
