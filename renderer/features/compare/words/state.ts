import { useStore } from 'zustand'
import { createStore, type StoreApi } from 'zustand/vanilla'

export const ATTENTION_BY = ['placeYear', 'place', 'year'] as const
export const OUTLOOKS = ['all', 'review', 'plan'] as const
export const CODES_BY = ['place', 'placeYear'] as const
export const CODE_MEASURES = ['per10k', 'passages', 'characters'] as const
export const CO_UNITS = ['overlap', 'sentence', 'section'] as const
export const CO_MEASURES = ['count', 'jaccard'] as const
export const KEY_ORDERS = ['g2', 'logRatio'] as const
/** How a chart of attention is drawn: parts of a whole, or a coloured grid. */
export const ATTENTION_CHARTS = ['stacked', 'grid'] as const
export const SHAPES = ['table', 'chart'] as const
/** Levels that can be asked for, the laxest first. */
export const KEY_LEVELS = [0.05, 0.01, 0.001, 0.0001] as const

/** How the word views of a comparison are set, and where the user was in them. */
export interface WordsState {
  shape: (typeof SHAPES)[number]
  /** 报告年度 that are looked at; empty for those that the comparison's data years lie in. */
  years: readonly number[]
  attentionBy: (typeof ATTENTION_BY)[number]
  attentionChart: (typeof ATTENTION_CHARTS)[number]
  outlook: (typeof OUTLOOKS)[number]
  codesBy: (typeof CODES_BY)[number]
  codeMeasure: (typeof CODE_MEASURES)[number]
  coUnit: (typeof CO_UNITS)[number]
  coMeasure: (typeof CO_MEASURES)[number]
  /** The place that is set against another one, '' for all others. */
  against: string
  least: number
  level: (typeof KEY_LEVELS)[number]
  keyOrder: (typeof KEY_ORDERS)[number]
  /** What the list below shows, as the view in front names it; '' for nothing. */
  picked: Readonly<Record<string, string>>
  /** Where the keyboard is in a view: row and column of its table, and the line of the list. */
  cursor: Readonly<Record<string, { row: number; column: number }>>
  line: number
  listHeight: number
}

const FRESH: WordsState = {
  shape: 'table',
  years: [],
  attentionBy: 'placeYear',
  attentionChart: 'stacked',
  outlook: 'all',
  codesBy: 'place',
  codeMeasure: 'per10k',
  coUnit: 'sentence',
  coMeasure: 'count',
  against: '',
  least: 5,
  level: 0.01,
  keyOrder: 'g2',
  picked: {},
  cursor: {},
  line: 0,
  listHeight: 220,
}

const CHOICES: { [K in keyof WordsState]?: readonly WordsState[K][] } = {
  shape: SHAPES,
  attentionBy: ATTENTION_BY,
  attentionChart: ATTENTION_CHARTS,
  outlook: OUTLOOKS,
  codesBy: CODES_BY,
  codeMeasure: CODE_MEASURES,
  coUnit: CO_UNITS,
  coMeasure: CO_MEASURES,
  level: KEY_LEVELS,
  keyOrder: KEY_ORDERS,
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isPlace = (value: unknown): value is { row: number; column: number } =>
  isRecord(value) && Number.isInteger(value.row) && Number.isInteger(value.column)

const entriesThat = <T>(value: unknown, test: (one: unknown) => one is T): Record<string, T> =>
  Object.fromEntries(
    Object.entries(isRecord(value) ? value : {}).filter((entry): entry is [string, T] => test(entry[1])),
  )

const isText = (value: unknown): value is string => typeof value === 'string'

/** A state as it was kept; what is not of its form is as in a new one. */
export function readState(kept: unknown): WordsState {
  if (!isRecord(kept)) return FRESH
  const choice = <K extends keyof WordsState>(key: K): WordsState[K] =>
    CHOICES[key]?.find((value) => value === kept[key]) ?? FRESH[key]
  const count = (key: 'least' | 'line' | 'listHeight', least: number): number => {
    const value = kept[key]
    return typeof value === 'number' && Number.isInteger(value) && value >= least ? value : FRESH[key]
  }
  return {
    shape: choice('shape'),
    years: Array.isArray(kept.years) ? kept.years.filter((year): year is number => Number.isInteger(year)) : [],
    attentionBy: choice('attentionBy'),
    attentionChart: choice('attentionChart'),
    outlook: choice('outlook'),
    codesBy: choice('codesBy'),
    codeMeasure: choice('codeMeasure'),
    coUnit: choice('coUnit'),
    coMeasure: choice('coMeasure'),
    against: isText(kept.against) ? kept.against : '',
    least: count('least', 1),
    level: choice('level'),
    keyOrder: choice('keyOrder'),
    picked: entriesThat(kept.picked, isText),
    cursor: entriesThat(kept.cursor, isPlace),
    line: count('line', 0),
    listHeight: count('listHeight', 80),
  }
}

/** So many comparisons are remembered; the one that was looked at longest ago goes first. */
const KEPT = 30
const storageKey = (project: string): string => `duibiao.compare.words.${project}`

function readAll(project: string): [string, unknown][] {
  try {
    const all: unknown = JSON.parse(localStorage.getItem(storageKey(project)) ?? '[]')
    return Array.isArray(all) ? all.filter((one): one is [string, unknown] => Array.isArray(one) && isText(one[0])) : []
  } catch {
    // Not JSON: the views open as new ones do.
    return []
  }
}

export type WordsStore = StoreApi<WordsState>
const stores = new Map<string, WordsStore>()

/** The state of a comparison's word views; it outlives the view and a restart. */
export function wordsStoreOf(project: string, comparison: string): WordsStore {
  const name = `${project} ${comparison}`
  const known = stores.get(name)
  if (known) return known
  const kept = readAll(project).find(([id]) => id === comparison)?.[1]
  const store = createStore<WordsState>(() => readState(kept))
  store.subscribe((state) => {
    const others = readAll(project).filter(([id]) => id !== comparison)
    localStorage.setItem(storageKey(project), JSON.stringify([...others.slice(1 - KEPT), [comparison, state]]))
  })
  stores.set(name, store)
  return store
}

/** A state in React. */
export const useWordsState = <T>(store: WordsStore, select: (state: WordsState) => T): T => useStore(store, select)

/** Notes where the keyboard is in a view's table. */
export const keepCursor = (store: WordsStore, view: string, row: number, column: number): void =>
  store.setState(({ cursor }) => ({ cursor: { ...cursor, [view]: { row, column } } }))

/** Shows a list below a view, or none. */
export const pick = (store: WordsStore, view: string, picked: string): void =>
  store.setState((state) => ({
    picked: { ...state.picked, [view]: picked },
    ...(state.picked[view] === picked ? {} : { line: 0 }),
  }))
