import { unitOf } from '#shared/statements/units'
import type { AuditCheck } from './audit-types'
import { figureOf, yearsOf } from './figures'
import type { Told } from './growth-check'
import { borneOut, type Interval, meet, printed } from './interval'
import { thingOf } from './names'
import { arithmetic, step, termOf } from './reckon'
import { baseOf, isYearly } from './select'

/** What two figures must share to be one figure: thing, year, measure, basis, stretch of the year. */
export const identityOf = ({ statement }: Told): string =>
  [
    thingOf(statement),
    statement.kind,
    statement.year,
    statement.role,
    baseOf(statement),
    statement.measure,
    statement.basis,
    statement.period,
    isYearly(statement) ? '' : statement.base,
  ].join('|')

/** How far two figures are apart: points for rates, else the share of the first. */
export function apart(a: Told, b: Told): number {
  const [first, second] = [printed(a.statement).value, printed(b.statement).value]
  return a.statement.kind === 'level' ? Math.abs(second / first - 1) : Math.abs(second - first)
}

/** Half of the last digit that is no nought: 1600亿元 may stand for 1604.8亿元. */
function rounded(figure: Interval): Interval {
  let unit = 1
  while (figure.value >= unit * 100 && figure.value % (unit * 10) === 0) unit *= 10
  const half = Math.max(unit / 2, figure.high - figure.value)
  return { low: figure.value - half, value: figure.value, high: figure.value + half }
}

/** Whether two figures say the same, one of them perhaps in round numbers. */
export const saysTheSame = (a: Told, b: Told): boolean => {
  const [first, second] = [printed(a.statement), printed(b.statement)]
  return a.statement.kind === 'level' ? meet(rounded(first), rounded(second)) : borneOut(first, second)
}

/** Holds a figure against the same figure told before. */
export function compareFigures(label: 'repeat' | 'earlier', first: Told, other: Told): Omit<AuditCheck, 'rule'> {
  const figures = [first, other].map(({ material, statement }) => figureOf(material, statement))
  const [expected, found] = [printed(first.statement), printed(other.statement)]
  const { unit } = other.statement
  const value = expected.value / unitOf(unit).factor
  return {
    held: saysTheSame(first, other),
    place: other.material.report.place,
    years: yearsOf(figures),
    figures,
    arithmetic: arithmetic([step(label, [termOf(figures, 0, { unit })], value, unit)], 1, unit, expected, found),
    candidates: [],
  }
}
