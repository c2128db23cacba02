import { ClaimSubject, type ExtractedMatter, Relation, VentureStage } from '#shared/model/matter'
import { type Role, StatementStatus } from '#shared/model/statement'
import type { MatterRow } from '../../storage'
import { type Tab, tabOf } from './tabs'

/** Which matters are shown; an empty list lets everything through. */
export interface MatterFilter {
  text: string
  /** Codes; '' for reports without a place. */
  places: readonly string[]
  /** 报告年度 */
  years: readonly number[]
  roles: readonly Role[]
  statuses: readonly StatementStatus[]
  /** Ids; '' for what is no indicator that we know. */
  indicators: readonly string[]
  /** Relations, subjects of claims, or stages, by the tab. */
  values: readonly string[]
  mainOnly: boolean
}

export const NO_FILTER: MatterFilter = {
  text: '',
  places: [],
  years: [],
  roles: [],
  statuses: [],
  indicators: [],
  values: [],
  mainOnly: true,
}

/** The field of each tab that `values` is about, with what it can be. */
const VALUED = {
  relative_target: { field: 'relation', values: Relation.options },
  claim: { field: 'subject', values: ClaimSubject.options },
  venture: { field: 'stage', values: VentureStage.options },
} as const

/** The field that a tab can be filtered by beside those of all; null where it has none. */
export const valuedField = (tab: Tab): { field: 'relation' | 'subject' | 'stage'; values: readonly string[] } | null =>
  tab === 'rank' || tab === 'checklist' ? null : VALUED[tab]

/** Whether matters of a tab name an indicator. */
export const hasIndicators = (tab: Tab): boolean => tab === 'relative_target' || tab === 'rank'

/** Fields of a matter that are words of its text or of the user. */
const WORDED: readonly string[] = [
  'indicator',
  'reference',
  'hedge',
  'aspect',
  'among',
  'covers',
  'levels',
  'heading',
  'name',
  'place',
  'stageWords',
  'wording',
  'due',
  'scope',
]

/** All that a matter is found by. */
export function wordsToFind(content: ExtractedMatter): string {
  const fields: Readonly<Record<string, unknown>> = content
  return WORDED.map((field) => fields[field] ?? '').join('\n')
}

const oneOf = <T>(wanted: readonly T[]): ((value: T) => boolean) => {
  const set = new Set(wanted)
  return set.size === 0 ? () => true : (value) => set.has(value)
}

/** The test of text: every word that is typed must stand somewhere. */
export function textTest(text: string): (words: string) => boolean {
  const wanted = text.trim().toLocaleLowerCase().split(/\s+/u).filter(Boolean)
  if (wanted.length === 0) return () => true
  const cased = wanted.some((word) => word !== word.toLocaleUpperCase())
  return (words) => {
    // Chinese has no case: a hundred thousand names need not be made small for it.
    const held = cased ? words.toLocaleLowerCase() : words
    return wanted.every((word) => held.includes(word))
  }
}

/**
 * The test of a filter, its sets made once; words are tested apart.
 * @param tab the one in front: what is about its type alone does not touch the others, see `forTab`
 */
export function passes(filter: MatterFilter, tab: Tab): (row: MatterRow) => boolean {
  const place = oneOf(filter.places)
  const year = oneOf(filter.years)
  const role = oneOf(filter.roles)
  const status = oneOf(filter.statuses)
  const indicator = oneOf(filter.indicators)
  const value = oneOf(filter.values)
  return ({ content, main, reportYear, ...row }) => {
    if (filter.mainOnly && !main) return false
    if (filter.years.length > 0 && (reportYear === null || !year(reportYear))) return false
    if (!place(row.place?.code ?? '') || !role(content.role) || !status(row.status)) return false
    if (tabOf(content.type) !== tab) return true
    if ('canonical' in content && !indicator(content.canonical)) return false
    if (content.type === 'relative_target') return value(content.relation)
    if (content.type === 'claim') return value(content.subject)
    return content.type !== 'venture' || value(content.stage)
  }
}

const LISTS = ['statuses', 'roles', 'places', 'years', 'indicators', 'values'] as const

/** A filter that is in force: its box, and one of the values chosen there. */
export interface Chip {
  box: (typeof LISTS)[number]
  value: string | number
}

/** The filters that are in force, one for every value; the text has its own box. */
export const chipsOf = (filter: MatterFilter): Chip[] =>
  LISTS.flatMap((box) => filter[box].map((value): Chip => ({ box, value })))

/** What a filter is without one of its values. */
export const withoutChip = (filter: MatterFilter, { box, value }: Chip): Partial<MatterFilter> => ({
  [box]: (filter[box] as readonly (string | number)[]).filter((other) => other !== value),
})

/** True where something is filtered out beside other versions. */
export const isFiltering = (filter: MatterFilter): boolean => filter.text.trim() !== '' || chipsOf(filter).length > 0

/** A filter for another tab: what is about one type does not go along. */
export const forTab = (filter: MatterFilter): MatterFilter => ({ ...filter, values: [], indicators: [] })

/** The statuses that can be asked for. */
export const STATUSES = StatementStatus.options
