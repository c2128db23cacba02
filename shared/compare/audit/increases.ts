import { message } from '#shared/model/identity'
import { unitOf } from '#shared/statements/units'
import { settle } from '../cells'
import type { MaterialStatement, ReportMaterial } from '../material'
import type { AuditOptions, InsideRule, Verdict } from './audit-types'
import { figureOf, yearsOf } from './figures'
import { MENDED } from './growth-check'
import { pricingOf } from './growth-classes'
import { borneOut, deflator, type Interval, printed } from './interval'
import { mayBePrices, nationalPrices } from './prices'
import { amount, arithmetic, candidate, constant, step, termOf } from './reckon'
import { baseOf, isResult, isYearly } from './select'
import { byFigure } from './sums'

/** Words that make an amount an increase over the year before; 新增 alone counts what came, not what left. */
const INCREASE = /(?:净增|增加|多增|增收|净增长)(?:了|额|量|数)?$/u

/** A phrase without what tells that it is a total or an increase. */
const stem = ({ indicator }: MaterialStatement): string =>
  indicator.replace(/^(?:新增|净增)|(?:净增|增加|总量|总数|总额|总计|数量|达到?)$/gu, '')

interface Triple {
  level: MaterialStatement
  increase: MaterialStatement
  growth: MaterialStatement
}

/** Three figures of one thing that stand next to each other: the total, what it grew by, and the growth. */
function tripleOf(text: string, three: readonly MaterialStatement[]): Triple | null {
  const growth = three.find((one) => isYearly(one) && isResult(one))
  const amounts = three.filter((one) => one.kind === 'level' && isResult(one))
  if (!growth || amounts.length !== 2) return null
  const increase = amounts.find(({ start }) => INCREASE.test(text.slice(Math.max(0, start - 6), start)))
  const level = amounts.find((one) => one !== increase)
  if (!increase || !level || baseOf(increase) !== baseOf(level) || level.measure === 'added') return null
  const names = three.map(stem)
  const one = names.every((name) => name === names[0])
  const sentence = three.every((figure) => figure.sentence.start === level.sentence.start)
  return one && sentence && printed(increase).high < printed(level).low ? { level, increase, growth } : null
}

/** increase ÷ (level − increase): a larger level means a smaller growth, and it stands in the quotient only once. */
function growthBy(level: Interval, increase: Interval): Interval {
  const growth = (by: number, to: number): number => (by / (to - by)) * 100
  return {
    low: growth(increase.low, level.high),
    value: growth(increase.value, level.value),
    high: growth(increase.high, level.low),
  }
}

function verdictOf(material: ReportMaterial, { level, increase, growth }: Triple, options: AuditOptions): Verdict[] {
  const expected = growthBy(printed(level), printed(increase))
  const found = printed(growth)
  const figures = [level, increase, growth].map((statement) => figureOf(material, statement))
  const { unit } = level
  const terms = [termOf(figures, 0), termOf(figures, 1, { sign: '-', unit })]
  const left = settle((printed(level).value - printed(increase).value) / unitOf(unit).factor)
  const steps = [
    step('before', terms, left, unit),
    step('growth', [termOf(figures, 0), constant('÷', left, unit), constant('-', 100, '%')], expected.value, '%'),
  ]
  const check = {
    place: material.report.place,
    years: yearsOf(figures),
    figures,
    arithmetic: arithmetic(steps, 2, '%', expected, found),
  }
  // 净增 makes another indicator of the growth: the level knows what it is the level of.
  const pricing = pricingOf(material.text, { ...growth, canonical: level.canonical })
  const real =
    pricing === 'real' &&
    mayBePrices(deflator(expected, found), options, nationalPrices(Number(level.year) - 1, Number(level.year)))
  const mended = Math.abs((1 + expected.value / 100) / (1 + found.value / 100) - 1) < MENDED && pricing !== 'real'
  if (real || borneOut(expected, found))
    return [{ ...check, held: true, candidates: real ? [candidate('prices')] : [] }]
  // A base that was mended since is no finding, and does not bear the growth out.
  if (mended) return []
  const params = {
    label: stem(growth),
    expected: amount(expected.value, '%', growth.value),
    found: growth.quantity,
  }
  return [
    {
      ...check,
      held: false,
      severity: 'check',
      message: message('audit.rule.increase.found', params),
      candidates: ['netOfOut', 'definition', 'comparable'].map(candidate),
      breaks: [],
    },
  ]
}

/** 增量与增速: a total and what it grew by against the growth that stands beside them. */
export const increaseRule: InsideRule = (material, options) => {
  const figures = byFigure(material.statements)
  return figures.flatMap((_, at) => {
    const triple = tripleOf(material.text, figures.slice(at, at + 3))
    return triple ? verdictOf(material, triple, options) : []
  })
}
