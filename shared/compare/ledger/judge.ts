import { indicatorById } from '#shared/statements/indicators'
import { unitOf } from '#shared/statements/units'
import { settle } from '../cells'
import type { Gap, Judgement, LedgerFigure, LedgerRules } from './ledger-types'

/** Which way is good: more or less. */
export type Side = 'up' | 'down'

/** Indicators that neither way is good for, and whose targets are nonetheless ceilings. */
const CEILINGS = new Set(['cpi', 'population_growth'])

/** Words of a name that say that less of it is better, where the dictionary knows none. */
const LESS =
  /失业|能耗|浓度|排放|事故|死亡|发病|不良|负债|赤字|债务率|成本|欠薪|时限|用时|耗时|综合指数|下降|减少|压减|返贫|贫困发生|漏损|信访|投诉|缺口/u

/** Which side of a target is good. */
export function sideOf(target: LedgerFigure): Side {
  const value = target.value ?? 0
  const direction = indicatorById(target.canonical)?.direction
  if (target.comparator === 'le') return value < 0 ? 'up' : 'down'
  // A plan that allows for a fall of revenue does not wish for one.
  if (value < 0) return direction === 'up' ? 'up' : 'down'
  if (target.comparator === 'ge') return 'up'
  if (direction === 'up' || direction === 'down') return direction
  return CEILINGS.has(target.canonical) || (direction === undefined && LESS.test(target.phrase)) ? 'down' : 'up'
}

/** Rates are measured in points, all else in its own unit. */
export const isRate = ({ base }: Pick<LedgerFigure, 'base'>): boolean => base === '%' || base === '百分点'

/** The end of a range that decides: the easier one of a target, the worse one of a result. */
function endOf(figure: LedgerFigure, end: 'low' | 'high'): number {
  const low = figure.normal ?? 0
  const high = figure.normalHigh ?? low
  return end === 'low' ? Math.min(low, high) : Math.max(low, high)
}

/** Half of the last printed digit in base units: 1.8万户 → 500 户. Null for what is printed in whole base units. */
function halfDigit({ quantity, unit, base }: LedgerFigure): number | null {
  const { factor } = unitOf(unit)
  if (factor <= 1 || base === '%' || quantity === '') return null
  const decimals = /\d\.(\d+)/u.exec(quantity)?.[1]?.length ?? 0
  return 0.5 * 10 ** -decimals * factor
}

/** How far the true number may lie from the printed one towards the good side. */
function leeway(result: LedgerFigure, side: Side): number {
  const half = halfDigit(result)
  // 超过100万人次 is more, but not by a printed digit more; 控制在4%以内 likewise. 降低2.5%以上 is a deeper fall.
  const towards = (side === 'up') === (result.value ?? 0) >= 0 ? 'ge' : 'le'
  const open = result.comparator === towards
  if (!open) return half ?? 0
  if (half !== null) return 2 * half
  const decimals = /\d\.(\d+)/u.exec(result.quantity)?.[1]?.length ?? 0
  return isRate(result) ? 10 ** -decimals : 0
}

/** How far the true number may lie from the printed one towards the bad side: 突破1.8万户 is no less. */
const worst = (result: LedgerFigure, side: Side): number =>
  result.comparator === (side === 'up' ? 'ge' : 'le') ? 0 : (halfDigit(result) ?? 0)

/** What came of holding two numbers against each other. */
export interface Compared extends Judgement {
  /** The printed digits do not tell which side of the target the result is on. */
  blurred: boolean
}

/** How far a result is from a target in base units, positive for better. */
export function distance(target: LedgerFigure, result: LedgerFigure, side: Side): number {
  const [wanted, reached] =
    side === 'up' ? [endOf(target, 'low'), endOf(result, 'low')] : [endOf(target, 'high'), endOf(result, 'high')]
  return settle(side === 'up' ? reached - wanted : wanted - reached)
}

/** A distance as a row shows it. */
export function gapOf(target: LedgerFigure, by: number, side: Side): Gap {
  if (isRate(target)) return { absolute: by, unit: '个百分点', percent: null }
  const wanted = side === 'up' ? endOf(target, 'low') : endOf(target, 'high')
  const { factor } = unitOf(target.unit)
  const percent = wanted === 0 ? null : settle((by / Math.abs(wanted)) * 100)
  return { absolute: settle(by / factor), unit: target.unit, percent }
}

/** How far short of 左右 is still nearly there, in base units. */
const tolerance = (target: LedgerFigure, rules: LedgerRules): number =>
  isRate(target) ? rules.ratePoints : (Math.abs(target.normal ?? 0) * rules.amountPercent) / 100

/**
 * Holds a result against a target of the same base unit: strictly on the printed digits, with the tolerance for 左右.
 * A result printed in 万 or 亿 stands for all numbers that round to it; it is met at face value, and is not called
 * missed where the true number may reach the target.
 */
export function compare(target: LedgerFigure, result: LedgerFigure, rules: LedgerRules): Compared {
  const side = sideOf(target)
  const by = distance(target, result, side)
  const gap = gapOf(target, by, side)
  if (by >= 0) return { verdict: 'met', gap, exceeded: by > 0, blurred: by > 0 && by < worst(result, side) }
  const short = -by
  if (target.comparator === 'approx' && short <= settle(tolerance(target, rules)))
    return { verdict: 'nearly', gap, exceeded: false, blurred: false }
  const blurred = short < leeway(result, side)
  return { verdict: blurred ? 'pending' : 'missed', gap, exceeded: false, blurred }
}
