import { message } from '#shared/model/identity'
import { unitOf } from '#shared/statements/units'
import type { MaterialStatement, ReportMaterial } from '../material'
import type { InsideRule, Verdict } from './audit-types'
import { figureOf, yearsOf } from './figures'
import { exactly, type Interval, printed, quotient } from './interval'
import { isIncrease } from './names'
import { amount, arithmetic, candidate, constant, step, termOf } from './reckon'

/** What a visit may bring, in yuan: the national average has been between 300 and 1,000 since 2000. */
const VISIT = { low: 30, high: 5000 }

const HEADS = new Set(['人', '人次'])

/** Visitors of one sight, of a month or of hotels, and what a sight takes at the gate, are not those of the place. */
const OTHER = /景区|景点|乡村|酒店|宾馆|直接|门票|月均|日均|假期|黄金周|节|博览/u

const isOf = (text: string, one: MaterialStatement, canonical: string): boolean =>
  one.canonical === canonical &&
  one.kind === 'level' &&
  one.scope === 'own' &&
  one.high === null &&
  one.article === 'main' &&
  !OTHER.test(one.indicator) &&
  !isIncrease(text, one) &&
  !['added', 'net'].includes(one.measure)

function verdictOf(material: ReportMaterial, money: MaterialStatement, heads: MaterialStatement): Verdict[] {
  const each = quotient(printed(money), printed(heads))
  if (!each) return []
  const bound = each.value < VISIT.low ? VISIT.low : VISIT.high
  const figures = [money, heads].map((statement) => figureOf(material, statement))
  const people = heads.value * unitOf(heads.unit).factor
  const divided = [
    termOf(figures, 0, { unit: '元' }),
    { ...constant('÷', people, '人次'), label: heads.indicator, figure: 1 },
  ]
  const expected: Interval = exactly(bound)
  const check = {
    place: material.report.place,
    years: yearsOf(figures),
    figures,
    arithmetic: arithmetic([step('perHead', divided, each.value, '元')], 0, '元', expected, each),
  }
  if (each.high >= VISIT.low && each.low <= VISIT.high) return [{ ...check, held: true, candidates: [] }]
  return [
    {
      ...check,
      held: false,
      severity: 'check',
      message: message(`audit.rule.perHead.${bound === VISIT.low ? 'low' : 'high'}`, {
        found: amount(each.value, '元'),
        expected: `${bound}元`,
      }),
      candidates: ['misread', 'subset', 'definition'].map(candidate),
      breaks: [],
    },
  ]
}

/** 人均额: what the report's tourists bring a visit, where one sentence gives both, or the report gives each once. */
export const perHeadRule: InsideRule = (material) => {
  const all = material.statements
  return all
    .filter((one) => isOf(material.text, one, 'tourism_revenue') && unitOf(one.unit).base === '元' && one.subset === '')
    .flatMap((money) => {
      const heads = all.find(
        (one) =>
          isOf(material.text, one, 'tourist_visits') &&
          HEADS.has(unitOf(one.unit).base) &&
          one.sentence.start === money.sentence.start &&
          one.year === money.year &&
          one.role === money.role &&
          one.period === money.period &&
          one.subset === '',
      )
      return heads ? verdictOf(material, money, heads) : []
    })
}
