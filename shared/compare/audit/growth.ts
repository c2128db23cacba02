import type { MaterialStatement, ReportMaterial } from '../material'
import type { BetweenRule, Verdict } from './audit-types'
import { agrees, type GrowthCase, growthVerdict, isMended, reckonGrowth, type Told } from './growth-check'
import { pricingOf } from './growth-classes'
import { toldLevels } from './levels'
import { thingOf } from './names'
import { baseOf, fits, groupBy, isPlain, isResult, isYearly } from './select'

/** Its own report first: results of a year stand in the report of the next. */
const isOwn = ({ material, statement }: Told): boolean => material.report.year === Number(statement.year) + 1

/** Of several levels in the sentence the last one before the growth, else the first one behind it. */
const nearest = (growth: Told, levels: readonly Told[]): Told[] => {
  const sorted = levels.toSorted((a, b) => a.statement.start - b.statement.start)
  const one = sorted.findLast(({ statement }) => statement.start < growth.statement.start) ?? sorted[0]
  return one ? [one] : []
}

/** Those of its very name before others: 地方一般公共预算收入 is more than 一般公共预算收入 in some provinces. */
const sameNameFirst = (name: string, some: readonly Told[]): Told[] =>
  some.toSorted((a, b) => Number(b.statement.indicator === name) - Number(a.statement.indicator === name))

const ownFirst = (some: readonly Told[]): Told[] => some.toSorted((a, b) => Number(isOwn(b)) - Number(isOwn(a)))

const isStatedGrowth = (text: string, one: MaterialStatement): boolean =>
  isYearly(one) && isResult(one) && isPlain(one) && one.subset === '' && pricingOf(text, one) !== null

type Levels = ReadonlyMap<string, readonly Told[]>

/** Every pair of levels that the growth may be told of; the later one stands in its own sentence. */
function casesOf(growth: Told, levels: Levels): GrowthCase[] {
  const { year, basis, sentence } = growth.statement
  const thing = thingOf(growth.statement)
  const at = (data: number): Told[] => ownFirst(levels.get(`${thing}:${data}`) ?? [])
  const ends = nearest(
    growth,
    at(Number(year)).filter(
      ({ material, statement }) => material === growth.material && statement.sentence.start === sentence.start,
    ),
  )
  const starts = at(Number(year) - 1).filter((level) => isOwn(level) || level.material === growth.material)
  return ends.flatMap((after) =>
    sameNameFirst(after.statement.indicator, starts)
      .filter(({ statement }) => baseOf(statement) === baseOf(after.statement))
      .filter(({ statement }) => fits(statement.basis, after.statement.basis) && fits(statement.basis, basis))
      .map((before) => ({ before, after, growth, years: 1 })),
  )
}

type Case = { one: GrowthCase; reckoned: NonNullable<ReturnType<typeof reckonGrowth>> }

/** Each growth with the cases that it may be told of. */
function eachGrowth(materials: readonly ReportMaterial[]): Case[][] {
  const levels = groupBy(materials.flatMap(toldLevels), ({ statement }) => `${thingOf(statement)}:${statement.year}`)
  return materials.flatMap((material) =>
    material.statements.flatMap((statement): Case[][] => {
      if (!isStatedGrowth(material.text, statement)) return []
      const cases = casesOf({ material, statement }, levels).flatMap((one): Case[] => {
        const reckoned = reckonGrowth(one)
        return reckoned ? [{ one, reckoned }] : []
      })
      return cases.length > 0 ? [cases] : []
    }),
  )
}

/**
 * 增速与总量: the growth that a report states against its level and that of the year before, which the earlier report
 * gave. Only where no two levels that are told bear the growth out there is something to see. A base that was mended by
 * less than one in a hundred is for `mended`.
 */
export const growthRule: BetweenRule = (materials, options, breaks) =>
  eachGrowth(materials).flatMap((cases): Verdict[] => {
    const best = cases.find(({ reckoned }) => agrees(reckoned, options)) ?? cases[0]
    if (!best || (!agrees(best.reckoned, options) && cases.some(({ reckoned }) => isMended(reckoned)))) return []
    return [growthVerdict('growth', best.one, best.reckoned, { options, breaks })]
  })

/** 基数微调: growth at current prices against a base that was mended by less than one in a hundred. */
export const mendedRule: BetweenRule = (materials, options, breaks) =>
  eachGrowth(materials).flatMap((cases): Verdict[] => {
    if (cases.some(({ reckoned }) => agrees(reckoned, options))) return []
    const mended = cases.find(({ reckoned }) => isMended(reckoned))
    return mended ? [growthVerdict('mended', mended.one, mended.reckoned, { options, breaks })] : []
  })

/** 隐含价格变动: growth at constant prices inside the band of prices. */
export const pricesRule: BetweenRule = (materials, options, breaks) =>
  eachGrowth(materials).flatMap(([first]): Verdict[] =>
    first && first.reckoned.pricing === 'real' && agrees(first.reckoned, options)
      ? [growthVerdict('prices', first.one, first.reckoned, { options, breaks, telling: 'always' })]
      : [],
  )
