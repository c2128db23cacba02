import type { Cell } from '#shared/model/cell'
import { type Message, message } from '#shared/model/identity'
import type { ReportKind } from '#shared/model/report'
import type { Role } from '#shared/model/statement'
import type { Candidate, Origin } from './matrix-types'
import { misfitOf, misfitReason, type Settled } from './variant-choice'
import type { Variant } from './variants'

/** A statement that could stand in a cell, with where it stands and what it is of. */
export interface Entry {
  cell: Cell
  origin: Origin
  variant: Variant
}

const YEAR_END = /^(?:截至|截止|到|至)?(?:(?:\d{4}|当|去|上|今)年)?(?:全年|年底|年末|年终|底|末)?$/

/** True for a period that is not the whole year (前三季度, 截至11月底); '' and 全年, 年底 are the whole year. */
export const isPartial = (period: string): boolean => period !== '' && !YEAR_END.test(period)

/** True for a result that the report itself did not know for sure (预计, 初步核算). A target's 预计 is a plan word. */
export const isEstimate = (cell: Cell): boolean =>
  cell.role === 'actual' &&
  (cell.wording !== '' || cell.basis !== '') &&
  /预计|预测|初步|估算/.test(`${cell.wording} ${cell.basis}`)

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
  rank: (entry: Entry, series: Settled) => number
}

const expected = (entry: Pick<Entry, 'cell' | 'origin'>): boolean =>
  entry.origin.reportYear === expectedReportYear(entry.cell.year, entry.cell.role)

/** What decides, in this order; the first one that tells two statements apart is the reason that is shown. */
const CRITERIA: readonly Criterion[] = [
  { name: 'status', rank: ({ cell }) => (cell.status === 'suggested' ? 1 : 0) },
  { name: 'report', rank: (entry) => (expected(entry) ? 0 : 1) },
  { name: 'version', rank: ({ origin }) => KIND_RANK[origin.reportKind] },
  { name: 'subset', rank: ({ variant }, { shown }) => (variant.subset === shown.subset ? 0 : 1) },
  { name: 'measure', rank: ({ variant }, { shown }) => (variant.measure === shown.measure ? 0 : 1) },
  { name: 'period', rank: ({ cell }) => (isPartial(cell.period) ? 1 : 0) },
  { name: 'list', rank: ({ cell }) => (cell.list === 'headline' ? 0 : 1) },
  { name: 'basis', rank: ({ variant }, { shown }) => (variant.basis === shown.basis ? 0 : 1) },
  { name: 'confidence', rank: ({ cell }) => -cell.confidence },
  { name: 'position', rank: ({ cell }) => cell.start },
]

function decider(a: Entry, b: Entry, series: Settled): { name: string; order: number } {
  for (const { name, rank } of CRITERIA) {
    const order = rank(a, series) - rank(b, series)
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
const FITS = message('compare.why.variant')

/** Those that are of another variant than the series: shown beside it, never in its place. */
function misfits(entries: readonly Entry[], series: Settled): Candidate[] {
  return entries.flatMap(({ cell, origin, variant }) => {
    const part = misfitOf(variant, series)
    if (part === null) return []
    return { cell, origin, chosen: false, fits: false, why: misfitReason(variant, part), differs: false }
  })
}

/**
 * Orders the statements of one cell and says why the first one stands for it: the user's word, the report that should
 * say it, the full text, the subset and measure of the series, the whole year, the headline list, its basis, the surer
 * one, the earlier one. What is of another variant stands last and is never chosen.
 * @returns the chosen one first, if there is one; the same for any order of `entries`
 */
export function choose(entries: readonly Entry[], series: Settled): Candidate[] {
  const fitting = entries.filter(({ variant }) => misfitOf(variant, series) === null)
  const [first, ...rest] = fitting.length > 1 ? fitting.toSorted((a, b) => decider(a, b, series).order) : fitting
  const others =
    fitting.length === entries.length
      ? []
      : misfits(
          entries.toSorted((a, b) => decider(a, b, series).order),
          series,
        )
  if (!first) return others
  const second = rest[0]
  const why = second ? message(`compare.why.${decider(first, second, series).name}`) : others.length > 0 ? FITS : ONLY
  return [
    { cell: first.cell, origin: first.origin, chosen: true, fits: true, why, differs: false },
    ...rest.map((entry) => ({
      cell: entry.cell,
      origin: entry.origin,
      chosen: false,
      fits: true,
      why: message(`compare.whyNot.${decider(first, entry, series).name}`),
      differs: differs(first.cell, entry.cell),
    })),
    ...others,
  ]
}

/** Whether the chosen statement comes from another report than the one that should say it; its year, else null. */
export function strayReport(entry: Pick<Entry, 'cell' | 'origin'>): Message | null {
  if (expected(entry)) return null
  const { reportYear } = entry.origin
  return reportYear === null
    ? message('compare.warning.unknownReport')
    : message('compare.warning.otherReport', { year: reportYear })
}
