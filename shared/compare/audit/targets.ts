import type { MaterialStatement, ReportMaterial } from '../material'
import type { BetweenRule } from './audit-types'
import { completionOf, completionVerdict, resultBefore } from './completion'
import { borneOut, printed, quotient, through } from './interval'
import { baseOf, fits, indicatorOf } from './select'

/** 省、市重点 and 省市重点 are one. */
export const plainSubset = ({ subset }: MaterialStatement): string => subset.replace(/[、和与及及其\s]/gu, '')

/** A phrase of the text that is short (投资, 项目) is the name of too many things. */
const isNamed = ({ canonical, indicator }: MaterialStatement): boolean => canonical !== '' || indicator.length > 3

/** Targets of a year stand in the report that plans it. */
const isTargetOf = (result: MaterialStatement, one: MaterialStatement): boolean =>
  isNamed(one) &&
  one.role === 'target' &&
  one.kind === 'level' &&
  one.scope === 'own' &&
  one.high === null &&
  !one.rule.startsWith('threshold') &&
  one.year === result.year &&
  indicatorOf(one) === indicatorOf(result) &&
  plainSubset(one) === plainSubset(result) &&
  baseOf(one) === baseOf(result) &&
  fits(one.measure, result.measure) &&
  fits(one.basis, result.basis)

/** The targets that an earlier report set for what a result is the result of. */
export const targetsFor = (
  materials: readonly ReportMaterial[],
  result: MaterialStatement,
): { material: ReportMaterial; statement: MaterialStatement }[] =>
  materials
    .filter(({ report }) => report.year === Number(result.year))
    .flatMap((material) =>
      material.statements.filter((one) => isTargetOf(result, one)).map((statement) => ({ material, statement })),
    )

/** Targets are told with 以上 and 左右: a plan that differs from one by less than a point is the same plan. */
const SAME_PLAN = 1

/** 完成率与上年目标: a rate of completion against the target that the earlier report set. */
export const targetRule: BetweenRule = (materials) =>
  materials.flatMap((material) =>
    material.statements.flatMap((rate) => {
      const stated = completionOf(rate)
      const result = stated && resultBefore(material.statements, rate)
      if (!stated || !result) return []
      const targets = targetsFor(materials, result)
      const best =
        targets.find(({ statement }) => {
          const times = quotient(printed(result), printed(statement))
          return (
            times !== null &&
            borneOut(
              through(times, (value) => value * 100),
              stated,
            )
          )
        }) ?? targets[0]
      const verdict =
        best &&
        completionVerdict(
          'target',
          { target: best, result: { material, statement: result }, rate: { material, statement: rate } },
          stated,
        )
      const off = Math.abs(verdict?.arithmetic.difference ?? 0)
      return verdict && (verdict.held || off >= SAME_PLAN) ? [verdict] : []
    }),
  )
