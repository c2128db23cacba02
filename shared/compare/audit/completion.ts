import { message } from '#shared/model/identity'
import type { MaterialStatement, ReportMaterial } from '../material'
import type { InsideRule, Verdict } from './audit-types'
import { figureOf, yearsOf } from './figures'
import type { Told } from './growth-check'
import { borneOut, type Interval, printed, quotient, through } from './interval'
import { amount, arithmetic, candidate, step, termOf } from './reckon'
import { baseOf, isPlain } from './select'

/** Plans of the place itself. What a body above assigned (省下达任务), a five-year plan or a part of the year is another. */
const OWN_PLAN = /目标|计划|预算|任务/u
const OTHER_PLAN = /省|自治区|国家|上级|下达|市定|“|五年|规划|季|月|半年|时序|调整|变更/u

/** What a rate of completion comes to in percent of the target; null for what is none. */
export function completionOf(statement: MaterialStatement): Interval | null {
  const { base, kind } = statement
  if (!OWN_PLAN.test(base) || OTHER_PLAN.test(base) || statement.comparator !== 'eq' || statement.high !== null)
    return null
  const percent = printed(statement)
  if (/高于|低于|比/u.test(base)) return null
  if (kind === 'ratio')
    return /超/u.test(base) && percent.value < 100 ? through(percent, (value) => value + 100) : percent
  return /超/u.test(base) ? through(percent, (value) => value + 100) : null
}

/** The check of a rate of completion: result divided by target. */
export function completionVerdict(
  rule: 'completion' | 'target',
  { target, result, rate }: { target: Told; result: Told; rate: Told },
  stated: Interval,
): Verdict | null {
  const times = quotient(printed(result.statement), printed(target.statement))
  if (!times) return null
  const expected = through(times, (value) => value * 100)
  const figures = [target, result, rate].map(({ material, statement }) => figureOf(material, statement))
  const unit = figures[1]?.unit ?? ''
  const terms = [termOf(figures, 1), termOf(figures, 0, { sign: '÷', unit })]
  const check = {
    place: rate.material.report.place,
    years: yearsOf(figures),
    figures,
    arithmetic: arithmetic([step('rate', terms, expected.value, '%')], 2, '%', expected, stated),
  }
  if (borneOut(expected, stated)) return { ...check, held: true, candidates: [] }
  const params = {
    label: result.statement.indicator,
    expected: amount(expected.value, '%', stated.value),
    found: rate.statement.quantity,
  }
  return {
    ...check,
    held: false,
    severity: 'check',
    message: message(`audit.rule.${rule}.found`, params),
    candidates: ['otherTarget', 'estimate', 'subset'].map(candidate),
    breaks: [],
  }
}

const sameSentence = (a: MaterialStatement, b: MaterialStatement): boolean => a.sentence.start === b.sentence.start

/** The amount done that a rate stands behind: the last level before it, of its own indicator. */
export function resultBefore(
  statements: readonly MaterialStatement[],
  rate: MaterialStatement,
): MaterialStatement | null {
  const before = statements.filter(
    (one) =>
      one.kind === 'level' &&
      one.start < rate.start &&
      sameSentence(one, rate) &&
      isPlain(one) &&
      one.role === 'actual' &&
      one.subset === rate.subset &&
      one.canonical === rate.canonical &&
      one.measure !== 'planned_total',
  )
  const [result] = before.toSorted((a, b) => b.start - a.start)
  if (!result || isOfAnother(statements, result, rate)) return null
  return rate.canonical !== '' || rate.indicator.startsWith(result.indicator) ? result : null
}

/** A growth between them, another rate of the same sentence (分别完成), or a plan of investment for what is no money. */
const isOfAnother = (
  statements: readonly MaterialStatement[],
  result: MaterialStatement,
  rate: MaterialStatement,
): boolean =>
  (rate.base.includes('投资') && baseOf(result) !== '元') ||
  statements.some(
    (one) =>
      one.start !== rate.start &&
      one.kind !== 'level' &&
      one.start > result.start &&
      sameSentence(one, rate) &&
      (one.start < rate.start || one.base === rate.base),
  )

const TARGET_BEFORE = /(?:目标|计划|预算|任务)(?:任务|投资|数|值|为|是)*$/u

/** 完成率: a rate of completion against the target and the result of its own sentence. */
export const completionRule: InsideRule = (material) =>
  material.statements.flatMap((rate) => {
    const stated = completionOf(rate)
    const result = stated && resultBefore(material.statements, rate)
    if (!stated || !result) return []
    const target = material.statements.find(
      (one) =>
        one.kind === 'level' &&
        one.start !== result.start &&
        sameSentence(one, rate) &&
        baseOf(one) === baseOf(result) &&
        one.high === null &&
        TARGET_BEFORE.test(material.text.slice(Math.max(0, one.start - 8), one.start)),
    )
    const verdict = target && completionVerdict('completion', told(material, { target, result, rate }), stated)
    return verdict ? [verdict] : []
  })

const told = (
  material: ReportMaterial,
  { target, result, rate }: Record<'target' | 'result' | 'rate', MaterialStatement>,
): Record<'target' | 'result' | 'rate', Told> => ({
  target: { material, statement: target },
  result: { material, statement: result },
  rate: { material, statement: rate },
})
