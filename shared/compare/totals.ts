import type { Comparator, StatementKind } from '#shared/model/statement'
import { settle } from './cells'
import type { MatrixCell } from './matrix-types'

/** What a number of places have together. */
export interface Total {
  /** In `unit`. */
  value: number
  unit: string
  /** 以上 beside 以上 stays 以上; what is mixed, or 左右, is 左右. */
  comparator: Comparator
  /** Places whose number is in it. */
  covered: number
  /** Places that it is about. */
  of: number
  /** How many of the numbers are estimates (预计). */
  estimates: number
  /** Numbers that were left out: of a part of the year, in another unit, ranges. */
  leftOut: number
  /** What was added. */
  cells: readonly MatrixCell[]
}

/** Base units of amounts and counts: what two places have of them is the sum of both. */
const AMOUNTS: ReadonlySet<string> = new Set([
  ...['元', '美元', '欧元', '日元', '港元', '英镑'],
  ...['人', '人次', '个', '次', '场次', '班次', '架次', '批次', '车次', '标箱', '标准箱', '蒸吨'],
  ...['平方米', '米', '吨', '立方米', '千瓦', '千瓦时', '吨标准煤', 'GW', 'GWh', 'MW'],
])

/** Words of names that are averages, standards or shares, whatever unit they are given in. */
const AVERAGE =
  /人均|户均|平均|均价|亩均|地均|单位|每[^年日天月]|万人|标准|率|指数|价格|单价|强度|密度|浓度|寿命|占比|比重|劳动生产/u

/**
 * Whether numbers of several places can be added: amounts and counts, never growth, shares or averages.
 * @param name of the indicator, in Chinese, or the phrase as written
 * @param base unit of its numbers (`MatrixIndicator.base`)
 */
export const isAdditive = (kind: StatementKind, base: string, name: string): boolean =>
  kind === 'level' && AMOUNTS.has(base) && !AVERAGE.test(name)

function comparatorOf(cells: readonly MatrixCell[]): Comparator {
  const found = new Set(cells.map(({ chosen }) => chosen?.cell.comparator ?? 'eq'))
  found.delete('eq')
  const [only] = found
  return only === undefined ? 'eq' : found.size === 1 ? only : 'approx'
}

/**
 * Adds what several places say, with how many of them it covers. Parts of the year, other units and ranges are left
 * out and counted; estimates are in it and counted.
 * @param cells of one series and role, one for each place, none of which stands under another (`topPlaces`)
 * @returns null where there is nothing to add, or where the numbers are of different years (最近一期)
 */
export function totalOf(cells: readonly MatrixCell[], base: string): Total | null {
  const filled = cells.filter(({ state }) => state === 'value')
  const added = filled.filter(
    ({ chosen, shown, partial }) => !partial && shown?.high === null && chosen?.cell.base === base,
  )
  const [first] = added
  if (!first?.shown || added.some(({ year }) => year !== first.year)) return null
  return {
    value: settle(added.reduce((sum, { shown }) => sum + (shown?.value ?? 0), 0)),
    unit: first.shown.unit,
    comparator: comparatorOf(added),
    covered: added.length,
    of: cells.length,
    estimates: added.filter(({ estimate }) => estimate).length,
    leftOut: filled.length - added.length,
    cells: added,
  }
}
