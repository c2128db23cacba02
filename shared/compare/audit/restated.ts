import type { SeriesBreak } from '#shared/model/audit'
import { message } from '#shared/model/identity'
import { breaksFor } from '../breaks'
import type { ReportMaterial } from '../material'
import type { BetweenRule, Verdict } from './audit-types'
import { MENDED, type Told } from './growth-check'
import { toldLevels } from './levels'
import { candidate, signed } from './reckon'
import { apart, compareFigures, identityOf, saysTheSame } from './same-figure'
import { groupBy } from './select'
import { isSingular } from './singular'

/** No revision makes more of a figure than this: the two are of different things, or in different currencies. */
const ONE_THING = 0.6

/** The report that gives a year's results: the one of the next year. */
const isOfItsTime = ({ material, statement }: Told): boolean => material.report.year === Number(statement.year) + 1

/**
 * 由X增加到Y in a review of several years: X is of its first year, unless only one year is told of. Where the year was
 * not named it is not sure enough to speak of a revision.
 */
const isSureOfYear = ({ material, statement }: Told): boolean =>
  !(statement.rule.endsWith('+from') && material.report.year === Number(statement.year) + 2)

/** What later reports say of it, once for each of them. */
const laterThan = (first: Told, all: readonly Told[]): Told[] => {
  const later = all.filter(({ material }) => (material.report.year ?? 0) > (first.material.report.year ?? 0))
  return [...groupBy(later, ({ material }) => material.report.id).values()].flatMap(([one]) => (one ? [one] : []))
}

/** A level as the report of its time gave it, beside what a later one says. */
function pairsOf(materials: readonly ReportMaterial[]): [then: Told, later: Told][] {
  const told = materials.flatMap(toldLevels).filter(({ statement }) => isSingular(statement))
  return [...groupBy(told, identityOf).values()].flatMap((all) => {
    const ofItsTime = all.filter(isOfItsTime)
    const [first] = ofItsTime
    if (!first) return []
    return laterThan(first, all.filter(isSureOfYear)).map((later): [Told, Told] => {
      const same = ofItsTime.find((one) => saysTheSame(one, later))
      return [same ?? first, later]
    })
  })
}

function verdictOf(rule: string, then: Told, later: Told, own: readonly SeriesBreak[]): Verdict {
  const { held, ...check } = compareFigures('earlier', then, later)
  if (held) return { ...check, held }
  const { statement, material } = later
  const { place, year } = material.report
  const breaks = breaksFor(place?.code ?? null, statement.canonical, [statement.year, String((year ?? 0) - 1)], own)
  const params = {
    label: statement.indicator,
    year: statement.year,
    expected: then.statement.quantity,
    found: statement.quantity,
    by: signed((check.arithmetic.difference / check.arithmetic.expected) * 100),
  }
  const words = rule === 'mended' ? 'restated' : 'found'
  return {
    ...check,
    held,
    severity: breaks.length > 0 || rule === 'mended' ? 'note' : 'check',
    message: message(`audit.rule.${rule}.${words}`, params),
    candidates: [...breaks.map(({ label }) => label), ...['revision', 'estimate', 'definition'].map(candidate)],
    breaks,
  }
}

/** 基数改动: the level of a year as the report of its time gave it, and as a later one does. */
export const restatedRule: BetweenRule = (materials, _, breaks) =>
  pairsOf(materials)
    .filter(([then, later]) => apart(then, later) <= ONE_THING)
    .map(([then, later]) => verdictOf('restated', then, later, breaks))
    .filter(({ held, arithmetic }) => held || Math.abs(arithmetic.difference / arithmetic.expected) >= MENDED)

/** The same where the figure was mended by less than one in a hundred, as first figures often are. */
export const mendedLevels: BetweenRule = (materials, _, breaks) =>
  pairsOf(materials)
    .filter(([then, later]) => apart(then, later) < MENDED)
    .map(([then, later]) => verdictOf('mended', then, later, breaks))
    .filter(({ held }) => !held)
