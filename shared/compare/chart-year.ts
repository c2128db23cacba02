import type { Role } from '#shared/model/statement'
import { type Mark, marksOf } from './marks'
import type { Matrix, MatrixIndicator, PlaceRef } from './matrix-types'

/** The role that a chart of one number per place shows: results, where the comparison has them. */
export const shownRole = (matrix: Matrix): Role => (matrix.roles.includes('actual') ? 'actual' : 'target')

/** Whether anything is said of a year by what a chart would draw. */
type Says = (year: string) => boolean

/**
 * The year of a chart that shows one: the one that was chosen, if the comparison has it, else the latest of which
 * anything is said. In 最近一期 there is only ''.
 * @param wanted `Comparison.chart.year`, '' for the latest
 */
export function chartYear(matrix: Matrix, wanted: string, says: Says): string {
  const years = [...matrix.years].sort()
  if (wanted !== '' && years.includes(wanted)) return wanted
  return years.findLast(says) ?? years.at(-1) ?? ''
}

/** Looks up the marks of several indicators at once. */
export function marksByIndicator(matrix: Matrix, indicators: readonly MatrixIndicator[]) {
  const found = new Map(indicators.map((indicator) => [indicator.id, marksOf(matrix, indicator)]))
  return (indicator: MatrixIndicator, place: PlaceRef, role: Role, year: string): Mark | null =>
    found.get(indicator.id)?.mark(place, role, year) ?? null
}
