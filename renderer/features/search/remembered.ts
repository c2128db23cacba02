import { PlaceLevel } from '#shared/model/place'
import { ReportKind } from '#shared/model/report'
import type { Rule } from '#shared/model/rule'
import { Role } from '#shared/model/statement'
import type { SearchFilters, SearchQuestion } from '../../workers/search/protocol'
import { FIRST_FILTERS, FIRST_QUESTION, type FOLDS, ORDERS, OVERS, UNITS } from './question'

export const EXTENTS = ['hit', 'sentence', 'paragraph'] as const satisfies Rule['extent'][]
export const FIGURES = ['years', 'places'] as const
export type Figure = (typeof FIGURES)[number]

/** How the view is set besides its question. */
export interface Looks {
  /** The figure is open. */
  figure: boolean
  kind: Figure
  /** Hits per 10,000 characters instead of hits. */
  perCharacters: boolean
  /** The boxes of the filters are open. */
  boxes: boolean
  /** What coding marks of a hit. */
  extent: Rule['extent']
  /** Ids of the codes that hits get. */
  codes: readonly string[]
}

/** What outlives the program, for each project. */
export interface Remembered {
  question: SearchQuestion
  looks: Looks
  /** Queries that led somewhere, the latest first. */
  recent: readonly string[]
}

const FIRST_LOOKS: Looks = {
  ...{ figure: true, kind: 'years', perCharacters: false, boxes: false },
  ...{ extent: 'sentence', codes: [] },
}

/** More recent queries than this are forgotten. */
const RECENT = 20

const keyOf = (project: string): string => `duibiao.search.${project}`
const fieldOf = (value: unknown, name: string): unknown => Reflect.get(Object(value), name)
const oneOf = <T extends string>(options: readonly T[], value: unknown, fallback: T): T =>
  options.find((option) => option === value) ?? fallback
const textIn = (value: unknown): string => (typeof value === 'string' ? value : '')
const yesOr = (value: unknown, fallback: boolean): boolean => (typeof value === 'boolean' ? value : fallback)
const textsIn = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string' && one !== '') : []

const chosen = (value: unknown): string[] | null => {
  const texts = textsIn(value)
  return texts.length > 0 ? texts : null
}
const chosenOf = <T extends string>(options: readonly T[], value: unknown): T[] | null => {
  const known = options.filter((option) => textsIn(value).includes(option))
  return known.length > 0 ? known : null
}

function yearsIn(value: unknown): SearchFilters['years'] {
  const [from, to] = [fieldOf(value, 'from'), fieldOf(value, 'to')]
  return Number.isInteger(from) && Number.isInteger(to) ? { from: Number(from), to: Number(to) } : null
}

const filtersIn = (value: unknown): SearchFilters => ({
  places: chosen(fieldOf(value, 'places')),
  levels: chosenOf(PlaceLevel.options, fieldOf(value, 'levels')),
  years: yearsIn(fieldOf(value, 'years')),
  kinds: chosenOf(ReportKind.options, fieldOf(value, 'kinds')),
  topics: chosen(fieldOf(value, 'topics')),
  codes: chosen(fieldOf(value, 'codes')),
  indicators: chosen(fieldOf(value, 'indicators')),
  role: Role.options.find((role) => role === fieldOf(value, 'role')) ?? null,
  mainOnly: yesOr(fieldOf(value, 'mainOnly'), FIRST_FILTERS.mainOnly),
  reportsOnly: yesOr(fieldOf(value, 'reportsOnly'), FIRST_FILTERS.reportsOnly),
})

function questionIn(value: unknown): SearchQuestion {
  const folds = fieldOf(value, 'folds')
  const isFolded = (fold: (typeof FOLDS)[number]) => yesOr(fieldOf(folds, fold), FIRST_QUESTION.folds[fold])
  return {
    query: textIn(fieldOf(value, 'query')),
    over: oneOf(OVERS, fieldOf(value, 'over'), FIRST_QUESTION.over),
    unit: oneOf(UNITS, fieldOf(value, 'unit'), FIRST_QUESTION.unit),
    folds: { width: isFolded('width'), case: isFolded('case'), script: isFolded('script') },
    filters: filtersIn(fieldOf(value, 'filters')),
    order: oneOf(ORDERS, fieldOf(value, 'order'), FIRST_QUESTION.order),
  }
}

const looksIn = (value: unknown): Looks => ({
  figure: yesOr(fieldOf(value, 'figure'), FIRST_LOOKS.figure),
  kind: oneOf(FIGURES, fieldOf(value, 'kind'), FIRST_LOOKS.kind),
  perCharacters: yesOr(fieldOf(value, 'perCharacters'), FIRST_LOOKS.perCharacters),
  boxes: yesOr(fieldOf(value, 'boxes'), FIRST_LOOKS.boxes),
  extent: oneOf(EXTENTS, fieldOf(value, 'extent'), FIRST_LOOKS.extent),
  codes: textsIn(fieldOf(value, 'codes')),
})

const rememberedIn = (value: unknown): Remembered => ({
  question: questionIn(fieldOf(value, 'question')),
  looks: looksIn(fieldOf(value, 'looks')),
  recent: textsIn(fieldOf(value, 'recent')).slice(0, RECENT),
})

/** What was remembered of a project; what is not of its form is as it is at first. */
export function recall(project: string): Remembered {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(project)) ?? 'null')
    return rememberedIn(kept)
  } catch {
    // Not JSON: written by something else.
    return rememberedIn(null)
  }
}

/** Remembers it. */
export const remember = (project: string, { question, looks, recent }: Remembered): void =>
  localStorage.setItem(keyOf(project), JSON.stringify({ question, looks, recent }))

/** The recent queries after one more. */
export function withRecent(recent: readonly string[], query: string): readonly string[] {
  const said = query.trim()
  return said === '' ? recent : [said, ...recent.filter((other) => other !== said)].slice(0, RECENT)
}
