import { chartYear, marksByIndicator, shownRole } from './chart-year'
import { type DirectionOf, signOf } from './direction'
import { standings } from './heat'
import type { Mark } from './marks'
import type { Matrix, MatrixIndicator, PlaceRef } from './matrix-types'

/** How an axis of a radar is scaled: between the least and the most of the places shown, or by their ranks. */
export type RadarScale = 'range' | 'rank'

/** A point on an axis: 1 the best of the places shown, 0 the worst. */
export interface RadarPoint {
  mark: Mark
  share: number
}

export interface RadarShape {
  place: PlaceRef
  /** Along the axes; null where nothing is known, which is no zero. */
  points: readonly (RadarPoint | null)[]
}

export interface Radar {
  /** '' in 最近一期. */
  year: string
  axes: readonly MatrixIndicator[]
  shapes: readonly RadarShape[]
}

/** More shapes than this cover each other. */
export const MOST_SHAPES = 6
/** Fewer axes than this have no area. */
export const LEAST_AXES = 3

/** Shares between the worst (0) and the best (1); numbers that are all equal stand at the rim. */
function sharesOf(values: readonly number[], sign: 1 | -1, scale: RadarScale): number[] {
  if (scale === 'rank') {
    const ranks = standings(values, sign).map(({ rank }) => rank)
    const worst = Math.max(1, ...ranks)
    return ranks.map((rank) => (worst === 1 ? 1 : (worst - rank) / (worst - 1)))
  }
  const signed = values.map((value) => value * sign)
  const [low, high] = [Math.min(...signed), Math.max(...signed)]
  return signed.map((value) => (high === low ? 1 : (value - low) / (high - low)))
}

/**
 * Indicators as axes, each place a shape. Only indicators of which two places have a number become axes: one number has
 * nothing to be measured by.
 * @param year `Comparison.chart.year`, '' for the latest with most numbers
 */
export function radarOf(matrix: Matrix, year: string, scale: RadarScale, directionOf: DirectionOf): Radar {
  const role = shownRole(matrix)
  const find = marksByIndicator(matrix, matrix.indicators)
  const axesOf = (at: string): MatrixIndicator[] =>
    matrix.indicators.filter(
      (indicator) => matrix.places.filter((place) => find(indicator, place, role, at) !== null).length >= 2,
    )
  const full = (at: string): boolean => axesOf(at).length >= LEAST_AXES
  const shown = chartYear(matrix, year, matrix.years.some(full) ? full : (at) => axesOf(at).length > 0)
  const axes = axesOf(shown)
  const points = axes.map((indicator) => {
    const marks = matrix.places.map((place) => find(indicator, place, role, shown))
    const known = marks.filter((mark) => mark !== null)
    const shares = sharesOf(
      known.map(({ value }) => value),
      signOf(directionOf(indicator)),
      scale,
    )
    const shareOf = new Map(known.map((mark, index) => [mark, shares[index] ?? 0]))
    return marks.map((mark): RadarPoint | null => (mark ? { mark, share: shareOf.get(mark) ?? 0 } : null))
  })
  const shapes = matrix.places.map((place, index) => ({ place, points: points.map((axis) => axis[index] ?? null) }))
  return { year: shown, axes, shapes: shapes.filter((shape) => shape.points.some((point) => point !== null)) }
}
