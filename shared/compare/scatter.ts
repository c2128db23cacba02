import { chartYear, marksByIndicator, shownRole } from './chart-year'
import type { Mark } from './marks'
import type { Matrix, MatrixIndicator, PlaceRef } from './matrix-types'

/** A place by two of its numbers. */
export interface ScatterPoint {
  place: PlaceRef
  x: Mark
  y: Mark
}

export interface Scatter {
  x: MatrixIndicator
  y: MatrixIndicator
  /** '' in 最近一期. */
  year: string
  points: readonly ScatterPoint[]
  /** Places of which one of the two is not known. */
  missing: readonly PlaceRef[]
}

/**
 * Places by two indicators of one year.
 * @param axes series keys, '' or unknown ones for the first and the second of the matrix
 * @param year `Comparison.chart.year`, '' for the latest for which a place has both
 * @returns null where the matrix has no two indicators
 */
export function scatterOf(matrix: Matrix, axes: { x: string; y: string }, year: string): Scatter | null {
  const [first, second] = matrix.indicators
  if (!first || !second) return null
  const named = (id: string): MatrixIndicator | undefined => matrix.indicators.find((one) => one.id === id)
  const x = named(axes.x) ?? (named(axes.y) === first ? second : first)
  const y = named(axes.y) ?? (x === second ? first : second)
  const role = shownRole(matrix)
  const find = marksByIndicator(matrix, [x, y])
  const pointsOf = (at: string): ScatterPoint[] =>
    matrix.places.flatMap((place) => {
      const [across, up] = [find(x, place, role, at), find(y, place, role, at)]
      return across && up ? [{ place, x: across, y: up }] : []
    })
  const shown = chartYear(matrix, year, (at) => pointsOf(at).length > 0)
  const points = pointsOf(shown)
  const drawn = new Set(points.map(({ place }) => place.code))
  return {
    x,
    y,
    year: shown,
    points,
    missing: matrix.places.filter(({ code }) => !drawn.has(code)),
  }
}
