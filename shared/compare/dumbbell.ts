import { settle } from './cells'
import { chartYear, marksByIndicator } from './chart-year'
import { type DirectionOf, signOf } from './direction'
import type { Mark } from './marks'
import type { Matrix, MatrixIndicator, PlaceRef } from './matrix-types'

/** Target and result of a place for one year. */
export interface DumbbellRow {
  place: PlaceRef
  target: Mark | null
  actual: Mark | null
  /** Result less target in the indicator's unit; of a range its easy end counts. Null where one of the two is missing. */
  gap: number | null
  /** Whether the gap is on the good side; null where no side is good, or there is no gap to speak of. */
  good: boolean | null
}

/** Targets beside results of one indicator. */
export interface DumbbellPanel {
  indicator: MatrixIndicator
  /** The year that is shown, '' in 最近一期. */
  year: string
  rows: readonly DumbbellRow[]
}

export type DumbbellSort = 'gap' | 'places'

/** The end of a range that decides: the low one, the high one where less is better. */
const reference = (mark: Mark, sign: 1 | -1): number => (sign === -1 ? (mark.high ?? mark.value) : mark.value)

function rowOf(place: PlaceRef, target: Mark | null, actual: Mark | null, sign: 1 | -1, none: boolean): DumbbellRow {
  // In 最近一期 target and result may be of different years: their difference would say nothing.
  const pair = target && actual && target.cell.year === actual.cell.year
  const gap = pair ? settle(reference(actual, sign) - reference(target, sign)) : null
  return { place, target, actual, gap, good: gap === null || none ? null : gap * sign >= 0 }
}

/**
 * Targets and results of one year, place by place; places of which neither is known are left out.
 * @param year `Comparison.chart.year`, '' for the latest year for which a place has both
 * @param sort `gap`: the one that is furthest on the good side first, those without a gap last in the order of places
 */
export function dumbbellPanels(
  matrix: Matrix,
  year: string,
  sort: DumbbellSort,
  directionOf: DirectionOf,
): DumbbellPanel[] {
  const markOf = marksByIndicator(matrix, matrix.indicators)
  return matrix.indicators.flatMap((indicator) => {
    const has = (role: 'target' | 'actual', at: string) => (place: PlaceRef) =>
      markOf(indicator, place, role, at) !== null
    const both = (at: string): boolean =>
      matrix.places.some((place) => has('target', at)(place) && has('actual', at)(place))
    const any = (at: string): boolean =>
      matrix.places.some((place) => has('target', at)(place) || has('actual', at)(place))
    const shown = chartYear(matrix, year, matrix.years.some(both) ? both : any)
    const direction = directionOf(indicator)
    const sign = signOf(direction)
    const rows = matrix.places.flatMap((place): DumbbellRow[] => {
      const target = markOf(indicator, place, 'target', shown)
      const actual = markOf(indicator, place, 'actual', shown)
      return target || actual ? [rowOf(place, target, actual, sign, direction === 'none')] : []
    })
    if (rows.length === 0) return []
    const rank = ({ gap }: DumbbellRow): number => (gap === null ? Number.NEGATIVE_INFINITY : gap * sign)
    const ordered = sort === 'gap' ? rows.toSorted((a, b) => compare(rank(b), rank(a))) : rows
    return [{ indicator, year: shown, rows: ordered }]
  })
}

/** Tells the order of two numbers; two infinities are equal, which a difference would not say. */
const compare = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1)
