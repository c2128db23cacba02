import { message } from '#shared/model/identity'
import { unitOf } from '#shared/statements/units'
import type { MaterialStatement, ReportMaterial } from '../material'
import type { Verdict } from './audit-types'
import { figureOf, yearsOf } from './figures'
import { borneOut, meet, printed, sum } from './interval'
import { arithmetic, candidate, spoken, step, termOf } from './reckon'

/** A total and what is said to make it up. */
export interface Parts {
  total: MaterialStatement
  parts: readonly MaterialStatement[]
  /** The list is complete: what does not add up is a finding. One that is open is only told of where it adds up. */
  closed: boolean
}

/** Whether the parts add up to the total as printed. */
export const addsUp = ({ total, parts }: Pick<Parts, 'total' | 'parts'>): boolean =>
  meet(sum(parts.map(printed)), printed(total))

/** The check of a sum, in the unit of the total. */
export function sumVerdict(material: ReportMaterial, { total, parts }: Parts): Verdict {
  const figures = [...parts, total].map((statement) => figureOf(material, statement))
  const stated = parts.length
  const expected = sum(parts.map(printed))
  const found = printed(total)
  const terms = parts.map((_, index) => termOf(figures, index, { unit: total.unit }))
  const value = expected.value / unitOf(total.unit).factor
  const check = {
    place: material.report.place,
    years: yearsOf(figures),
    figures,
    arithmetic: arithmetic([step('sum', terms, value, total.unit)], stated, total.unit, expected, found),
  }
  if (borneOut(expected, found)) return { ...check, held: true, candidates: [] }
  return {
    ...check,
    held: false,
    severity: 'error',
    message: message('audit.rule.sum.found', { label: total.indicator, ...spoken(check.arithmetic, figures) }),
    candidates: [expected.value > found.value ? 'overlap' : 'openList', 'rounding', 'misread'].map(candidate),
    breaks: [],
  }
}
