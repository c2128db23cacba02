import { PlaceLevel, type PlaceRef } from '#shared/model/place'
import { ReportKind } from '#shared/model/report'
import { FIRST_FOLDS, SEARCH_UNITS } from '#shared/search/query'
import type { TextsChange } from '../../storage'
import type { SearchFilters, SearchFound, SearchOrder, SearchOver, SearchQuestion } from '../../workers/search/protocol'

export const OVERS = ['texts', 'statements', 'annotations', 'memos'] as const satisfies readonly SearchOver[]
export const UNITS = SEARCH_UNITS
export const ORDERS = ['place', 'year', 'before', 'hit', 'after'] as const satisfies readonly SearchOrder[]
export const FOLDS = ['width', 'case', 'script'] as const

/** What a search is narrowed by at first: reports alone, each counted once. */
export const FIRST_FILTERS: SearchFilters = {
  ...{ places: null, levels: null, years: null, kinds: null, topics: null },
  ...{ codes: null, indicators: null, role: null, mainOnly: true, reportsOnly: true },
}

export const FIRST_QUESTION: SearchQuestion = {
  query: '',
  over: 'texts',
  unit: 'sentence',
  folds: FIRST_FOLDS,
  filters: FIRST_FILTERS,
  order: 'year',
}

/** Filters of which several values can be chosen. */
export const BOXES = ['places', 'levels', 'kinds', 'topics', 'codes', 'indicators'] as const
export type Box = (typeof BOXES)[number]

/** A filter that is in force: its box, and one of the values chosen there. */
export interface Chip {
  box: Box | 'years' | 'role'
  value: string
}

/** What a box holds. */
export const valuesIn = (filters: SearchFilters, box: Box): readonly string[] => filters[box] ?? []

/** Years as they are said: 2024, or 2021–2024. */
export const yearsText = ({ from, to }: NonNullable<SearchFilters['years']>): string =>
  from === to ? String(from) : `${from}–${to}`

/** The filters that are in force, one for every value. */
export function chipsOf(filters: SearchFilters): Chip[] {
  return [
    ...BOXES.flatMap((box) => valuesIn(filters, box).map((value) => ({ box, value }))),
    ...(filters.years ? [{ box: 'years' as const, value: yearsText(filters.years) }] : []),
    ...(filters.role ? [{ box: 'role' as const, value: filters.role }] : []),
  ]
}

/** What a box is set to by values; nothing chosen is no filter. */
export function chosenIn(box: Box, values: readonly string[]): Partial<SearchFilters> {
  if (values.length === 0) return { [box]: null }
  if (box === 'levels') return { levels: PlaceLevel.options.filter((level) => values.includes(level)) }
  if (box === 'kinds') return { kinds: ReportKind.options.filter((kind) => values.includes(kind)) }
  return { [box]: values }
}

/** Filters without one of their values. */
export function withoutChip(filters: SearchFilters, { box, value }: Chip): Partial<SearchFilters> {
  if (box === 'years' || box === 'role') return { [box]: null }
  return chosenIn(
    box,
    valuesIn(filters, box).filter((other) => other !== value),
  )
}

/** What lets everything through that chips stand for; versions and text outside of reports are matters of their own. */
export const cleared = ({ mainOnly, reportsOnly }: SearchFilters): SearchFilters => ({
  ...FIRST_FILTERS,
  mainOnly,
  reportsOnly,
})

/** A mark of the chart: hits of a year, or of a place in a year. */
export interface Mark {
  /** Code and level of the place, null for all. */
  place: Pick<PlaceRef, 'code' | 'level'> | null
  year: number
}

/** Filters that let through what a mark counts: a place without what lies in it, since that has marks of its own. */
export function narrowedTo(filters: SearchFilters, { place, year }: Mark): SearchFilters {
  const years = { from: year, to: year }
  return place ? { ...filters, places: [place.code], levels: [place.level], years } : { ...filters, years }
}

/** Something that could be let go of where nothing was found. */
export type Loosening = 'filters' | 'reportsOnly' | 'mainOnly' | 'script' | 'width' | 'case' | 'unit' | 'over'

/** What could be loosened where nothing was found, the nearest at hand first. */
export function looseningsOf({ filters, folds, unit, over }: SearchQuestion, isCombined: boolean): Loosening[] {
  return [
    ...(chipsOf(filters).length > 0 ? ['filters' as const] : []),
    ...FOLDS.filter((fold) => !folds[fold]).toReversed(),
    ...(isCombined && unit !== 'report' ? ['unit' as const] : []),
    ...(over === 'texts' ? [] : ['over' as const]),
    ...(filters.reportsOnly ? ['reportsOnly' as const] : []),
    ...(filters.mainOnly ? ['mainOnly' as const] : []),
  ]
}

/** The question, loosened. */
export function loosened(question: SearchQuestion, what: Loosening): SearchQuestion {
  const { filters, folds } = question
  if (what === 'filters') return { ...question, filters: cleared(filters) }
  if (what === 'reportsOnly' || what === 'mainOnly') return { ...question, filters: { ...filters, [what]: false } }
  if (what === 'unit') return { ...question, unit: question.unit === 'sentence' ? 'paragraph' : 'report' }
  if (what === 'over') return { ...question, over: 'texts' }
  return { ...question, folds: { ...folds, [what]: true } }
}

/** Whether there was anything to look through. */
export const hasLookedThrough = ({ counts }: SearchFound): boolean => counts.some(({ of }) => of > 0)

/** Whether the answer to a question may be another after a change. */
export function concerns(change: TextsChange, { over, filters }: SearchQuestion): boolean {
  if (change.sources === null || change.sources.length > 0) return true
  const isCoded = over === 'annotations' || filters.codes !== null
  const isNoted = over === 'memos'
  const isStated = over === 'statements' || filters.indicators !== null || filters.role !== null
  return (
    (change.annotations && (isCoded || isNoted)) ||
    (change.codes && isCoded) ||
    (change.memos && isNoted) ||
    (change.statements && isStated)
  )
}
