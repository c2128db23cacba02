import { unitOf } from '#shared/statements/units'
import { isPartial } from '../choice'
import type { MaterialStatement } from '../material'

/** Indicator id, or the phrase where there is none. */
export const indicatorOf = ({ canonical, indicator }: MaterialStatement): string => canonical || indicator

/** One exact number of the report's own place: no range, nothing with 以上, 左右 or 余, nothing of another article. */
export const isPlain = (statement: MaterialStatement): boolean =>
  statement.comparator === 'eq' &&
  statement.high === null &&
  statement.scope === 'own' &&
  (statement.article === 'main' || statement.status !== 'suggested')

/** A plain result of one whole year. */
export const isResult = (statement: MaterialStatement): boolean =>
  isPlain(statement) && statement.role === 'actual' && /^\d{4}$/.test(statement.year) && !isPartial(statement.period)

/** A change against the year before, as reports mostly give it without saying so. */
const YEAR_BEFORE =
  /^(?:按可比价格?(?:计算)?|可比价?|同口径)?(?:同比|同期|比上年(?:同期)?|较上年(?:同期)?|比去年|较去年|上年|)$/u

/** Growth over the year before. */
export const isYearly = (statement: MaterialStatement): boolean =>
  statement.kind === 'growth' && YEAR_BEFORE.test(statement.base)

/** Groups in the order in which keys first come. */
export function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return groups
}

/** Base unit of a statement: 元, 个, %. */
export const baseOf = ({ unit }: MaterialStatement): string => unitOf(unit).base

/** Two that are told of one thing or may be: an unstated basis, subset or measure fits any. */
export const fits = (a: string, b: string): boolean => a === '' || b === '' || a === b
