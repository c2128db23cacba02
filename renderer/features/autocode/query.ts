import { patternOf } from '#shared/coding/scan/pattern'
import type { Rule } from '#shared/model/rule'
import type { ScanQuery } from '../../workers/scan/protocol'

export const TYPES = ['phrase', 'regex', 'indicator'] as const satisfies Rule['type'][]
export const EXTENTS = ['hit', 'sentence', 'paragraph'] as const satisfies Rule['extent'][]

/** Where is looked: in the report of the reader in front, in some listed sources, or everywhere. */
export const SCOPES = ['report', 'listed', 'all'] as const
export type Scope = (typeof SCOPES)[number]

/** What the bar of the view says. */
export interface Query {
  type: Rule['type']
  /** What is looked for; each type keeps its own while the user tries another. */
  patterns: Readonly<Record<Rule['type'], string>>
  extent: Rule['extent']
  scope: Scope
  /** Also outside of reports. */
  everywhere: boolean
  /** Ids of the codes that the passages get. */
  codes: readonly string[]
}

export const FIRST_QUERY: Query = {
  type: 'phrase',
  patterns: { phrase: '', regex: '', indicator: '' },
  extent: 'hit',
  scope: 'all',
  everywhere: false,
  codes: [],
}

/** What of a query a rule keeps. */
export type RuleQuery = Pick<Rule, 'type' | 'pattern' | 'extent' | 'codes'>

/** The pattern that counts. */
export const patternIn = ({ type, patterns }: Query): string => patterns[type]

/** What a rule made of the query would keep. */
export const ruleQueryOf = (query: Query): RuleQuery => ({
  type: query.type,
  pattern: patternIn(query),
  extent: query.extent,
  codes: [...query.codes],
})

/** The query with what a rule says. */
export const withRule = (query: Query, { type, pattern, extent, codes }: RuleQuery): Query => ({
  ...query,
  type,
  patterns: { ...query.patterns, [type]: pattern },
  extent,
  codes: [...codes],
})

/** Whether the query says the same as the rule; the order of codes does not count. */
export function isOfRule(query: Query, rule: RuleQuery): boolean {
  const own = ruleQueryOf(query)
  const codes = new Set(own.codes)
  return (
    own.type === rule.type &&
    own.pattern === rule.pattern &&
    own.extent === rule.extent &&
    codes.size === new Set(rule.codes).size &&
    rule.codes.every((code) => codes.has(code))
  )
}

/** The longest pattern that a rule can keep. */
export const LONGEST_PATTERN = 1000

/** What is wrong with a query's pattern: '' where there is none yet, null where nothing is. */
export function problemOf(query: Query): string | null {
  const pattern = patternIn(query)
  if (query.type === 'indicator') return pattern === '' ? '' : null
  return patternOf({ type: query.type, pattern }).problem
}

/** The report and the sources that scopes stand for. */
export interface Scopes {
  report: { id: string; source: string } | null
  listed: readonly string[] | null
}

/** What the worker is asked for; a scope that stands for nothing is everywhere. */
export function scanQueryOf(query: Query, { report, listed }: Scopes): ScanQuery {
  const { type, extent, scope, everywhere } = query
  const base = { type, pattern: patternIn(query), extent, everywhere }
  if (scope === 'report' && report) return { ...base, sources: [report.source], report: report.id, everywhere: false }
  return { ...base, sources: scope === 'listed' ? listed : null }
}

/** How the history calls what is looked for. */
export const nameOfQuery = (query: Query, indicatorName: (id: string) => string): string =>
  query.type === 'indicator' ? indicatorName(patternIn(query)) : patternIn(query).slice(0, 60)
