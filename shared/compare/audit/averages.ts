import type { ReportMaterial } from '../material'
import type { BetweenRule, InsideRule, Verdict } from './audit-types'
import { agrees, type GrowthCase, growthVerdict, reckonGrowth, type Told, type VerdictContext } from './growth-check'
import { pricingOf } from './growth-classes'
import { borneOut } from './interval'
import { toldLevels } from './levels'
import { thingOf } from './names'
import { baseOf, fits, groupBy, isPlain } from './select'

/** A yearly average over several years: 年均增长5.3% in 2017–2021. */
const isAverage = ({ material, statement }: Told): boolean =>
  statement.kind === 'growth' &&
  statement.role === 'actual' &&
  isPlain(statement) &&
  statement.subset === '' &&
  !statement.indicator.includes('累计') &&
  /年均|年平均|年递增/u.test(statement.period) &&
  /^\d{4}-\d{4}$/u.test(statement.year) &&
  pricingOf(material.text, statement) !== null

const tellAll = (material: ReportMaterial): Told[] =>
  material.statements.map((statement): Told => ({ material, statement }))

type Levels = ReadonlyMap<string, readonly Told[]>

const byThing = (levels: readonly Told[]): Levels =>
  groupBy(levels, ({ statement }) => `${thingOf(statement)}:${statement.year}`)

/** The average with each first and last level that it may be told of. */
function casesOf(growth: Told, levels: Levels): GrowthCase[] {
  const { year, basis } = growth.statement
  const thing = thingOf(growth.statement)
  const [first = 0, last = 0] = year.split('-').map(Number)
  const at = (data: number) =>
    (levels.get(`${thing}:${data}`) ?? []).filter(({ statement }) => fits(statement.basis, basis))
  return at(last).flatMap((after) =>
    at(first - 1)
      .filter(({ statement }) => baseOf(statement) === baseOf(after.statement))
      .map((before) => ({ before, after, growth, years: last - first + 1 })),
  )
}

/** The case that bears the average out, else the first one. */
function verdictOf(rule: string, cases: readonly GrowthCase[], context: VerdictContext): Verdict[] {
  const all = cases.flatMap((one) => {
    const reckoned = reckonGrowth(one)
    return reckoned ? [{ one, reckoned }] : []
  })
  const best = all.find(({ reckoned }) => agrees(reckoned, context.options)) ?? all[0]
  if (!best || (!agrees(best.reckoned, context.options) && isOfOtherYears(best.one))) return []
  return [growthVerdict(rule, best.one, best.reckoned, context)]
}

/** The longest stretch that reports look back on. */
const MOST_YEARS = 30

/**
 * Whether the average is just right for another number of years: 与10年前相比…由63.05亿元增加到375.8亿元，年均增长19.5%
 * in a review of five years. Then the years were misread, not the figures.
 */
function isOfOtherYears({ before, after, growth, years }: GrowthCase): boolean {
  for (let other = 2; other <= MOST_YEARS; other += 1) {
    const reckoned = other === years ? null : reckonGrowth({ before, after, growth, years: other })
    if (reckoned?.pricing === 'nominal' && borneOut(reckoned.nominal, reckoned.stated)) return true
  }
  return false
}

/**
 * 年均增速: an average over years against the first and the last level that the same report gives. At constant prices,
 * what sets it apart from the levels is told even inside the band of prices where it is much: the reader sees both in one
 * sentence.
 */
export const averageRule: InsideRule = (material, options, breaks) => {
  const told = tellAll(material)
  const levels = byThing(toldLevels(material))
  return told
    .filter(isAverage)
    .flatMap((growth) => verdictOf('average', casesOf(growth, levels), { options, breaks, telling: 'much' }))
}

/** First figures of two reports are mended as a rule: that alone takes an average some tenths of a point. */
const MENDED = 0.5

const isApart = (one: GrowthCase): boolean => {
  const reckoned = reckonGrowth(one)
  if (reckoned?.pricing !== 'nominal') return true
  const off = Math.abs(reckoned.nominal.value - reckoned.stated.value)
  return off >= MENDED || borneOut(reckoned.nominal, reckoned.stated)
}

/** 多年年均: the same against the levels of reports years apart, where the report itself does not give both. */
export const spanRule: BetweenRule = (materials, options, breaks) => {
  const all = materials.flatMap(toldLevels)
  const proper = byThing(all.filter(({ material, statement }) => material.report.year === Number(statement.year) + 1))
  return materials.flatMap((material) => {
    const told = tellAll(material)
    const levels = byThing(toldLevels(material))
    return told
      .filter((growth) => isAverage(growth) && casesOf(growth, levels).length === 0)
      .flatMap((growth) => verdictOf('span', casesOf(growth, proper).filter(isApart), { options, breaks }))
  })
}
