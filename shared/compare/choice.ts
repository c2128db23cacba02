import type { Cell } from '#shared/model/cell'
import { type Message, message } from '#shared/model/identity'
import type { ReportKind } from '#shared/model/report'
import type { Role } from '#shared/model/statement'
import type { Candidate, Origin } from './matrix-types'

/** A statement that could stand in a cell, with where it stands. */
export interface Entry {
  cell: Cell
  origin: Origin
}

const YEAR_END = /^(?:截至|截止|到|至)?(?:(?:\d{4}|当|去|上|今)年)?(?:全年|年底|年末|年终|底|末)?$/

/** True for a period that is not the whole year (前三季度, 截至11月底); '' and 全年, 年底 are the whole year. */
export const isPartial = (period: string): boolean => period !== '' && !YEAR_END.test(period)

/** True for a result that the report itself did not know for sure (预计, 初步核算). A target's 预计 is a plan word. */
export const isEstimate = (cell: Cell): boolean =>
  cell.role === 'actual' && /预计|预测|初步|估算/.test(`${cell.wording} ${cell.basis}`)

/**
 * 报告年度 of the report that speaks of a data year in a role: targets of a year stand in the report that plans it,
 * results in the next one. For a span (2021-2025): targets in the report of its first year, results after its last.
 * @param year data year, `2022` or `2021-2025`; '' gives null
 */
export function expectedReportYear(year: string, role: Role): number | null {
  if (year === '') return null
  return role === 'target' ? Number(year.slice(0, 4)) : Number(year.slice(-4)) + 1
}

const KIND_RANK: Record<ReportKind, number> = { full: 0, digest: 1, continuation: 2, incomplete: 3, other: 4 }

interface Criterion {
  name: string
  /** Lower stands before higher. */
  rank: (entry: Entry) => number
}

const expected = (entry: Entry): boolean =>
  entry.origin.reportYear === expectedReportYear(entry.cell.year, entry.cell.role)

/** What decides, in this order; the first one that tells two statements apart is the reason that is shown. */
const CRITERIA: readonly Criterion[] = [
  { name: 'status', rank: ({ cell }) => (cell.status === 'suggested' ? 1 : 0) },
  { name: 'report', rank: (entry) => (expected(entry) ? 0 : 1) },
  { name: 'version', rank: ({ origin }) => KIND_RANK[origin.reportKind] },
  { name: 'subset', rank: ({ cell }) => (cell.subset === '' ? 0 : 1) },
  { name: 'period', rank: ({ cell }) => (isPartial(cell.period) ? 1 : 0) },
  { name: 'list', rank: ({ cell }) => (cell.list === 'headline' ? 0 : 1) },
  { name: 'basis', rank: ({ cell }) => (cell.basis === '' ? 0 : 1) },
  { name: 'confidence', rank: ({ cell }) => -cell.confidence },
  { name: 'position', rank: ({ cell }) => cell.start },
]

function decider(a: Entry, b: Entry): { name: string; order: number } {
  for (const { name, rank } of CRITERIA) {
    const order = rank(a) - rank(b)
    if (order !== 0) return { name, order }
  }
  const [left, right] = [`${a.origin.report} ${a.cell.key}`, `${b.origin.report} ${b.cell.key}`]
  return { name: 'position', order: left < right ? -1 : left > right ? 1 : 0 }
}

/** True where two statements do not say the same: another number, comparator, measure, basis, subset or period. */
const differs = (a: Cell, b: Cell): boolean =>
  a.normal !== b.normal ||
  a.normalHigh !== b.normalHigh ||
  a.base !== b.base ||
  a.comparator !== b.comparator ||
  a.measure !== b.measure ||
  a.basis !== b.basis ||
  a.subset !== b.subset ||
  a.period !== b.period

const ONLY = message('compare.why.only')

/**
 * Orders the statements of one cell and says why the first one stands for it: the user's word, the report that should
 * say it, the full text, no subset, the whole year, the headline list, no special basis, the surer one, the earlier one.
 * @returns the chosen one first; the same for any order of `entries`
 */
export function choose(entries: readonly Entry[]): Candidate[] {
  const [only] = entries
  if (only && entries.length === 1)
    return [{ cell: only.cell, origin: only.origin, chosen: true, why: ONLY, differs: false }]
  const [first, ...rest] = entries.toSorted((a, b) => decider(a, b).order)
  if (!first) return []
  const second = rest[0]
  const why = second ? message(`compare.why.${decider(first, second).name}`) : ONLY
  return [
    { ...first, chosen: true, why, differs: false },
    ...rest.map((entry) => ({
      ...entry,
      chosen: false,
      why: message(`compare.whyNot.${decider(first, entry).name}`),
      differs: differs(first.cell, entry.cell),
    })),
  ]
}

/** Whether the chosen statement comes from another report than the one that should say it; its year, else null. */
export function strayReport(entry: Entry): Message | null {
  if (expected(entry)) return null
  const { reportYear } = entry.origin
  return reportYear === null
    ? message('compare.warning.unknownReport')
    : message('compare.warning.otherReport', { year: reportYear })
}
