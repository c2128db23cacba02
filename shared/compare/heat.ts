import { shownRole } from './chart-year'
import { type DirectionOf, signOf } from './direction'
import { type Mark, markOf } from './marks'
import type { Matrix, MatrixCell, MatrixIndicator, PlaceRef } from './matrix-types'
import { commonRange } from './shared-range'

/** A cell of a heat map: where its number stands among those of its column. */
export interface HeatCell {
  cell: MatrixCell
  mark: Mark | null
  /**
   * Place in the column, 1 the best (the highest, where less is not better); equal numbers share one. Null too for a
   * number that stands alone: nothing is first of one.
   */
  rank: number | null
  /** Standard deviations from the mean of the column, above zero on the good side. */
  zscore: number | null
}

/** A column: an indicator in a year, and how many numbers it ranks. */
export interface HeatColumn {
  indicator: MatrixIndicator
  year: string
  ranked: number
}

export interface HeatMap {
  rows: readonly PlaceRef[]
  columns: readonly HeatColumn[]
  /** Along the rows. */
  cells: readonly (readonly HeatCell[])[]
}

/** Where numbers stand among each other. Empty for no numbers. */
export interface Standing {
  rank: number
  zscore: number
}

/**
 * Ranks numbers and tells how far each is from their mean in standard deviations (population). Numbers that are all
 * equal are all first, and at the mean. A number that is far off (`commonRange`) has its rank and its distance, but
 * mean and deviation are those of the others: one wrong unit would leave all of them at the mean.
 * @param sign −1 where less is better
 */
export function standings(values: readonly number[], sign: 1 | -1): Standing[] {
  const signed = values.map((value) => value * sign)
  const ordered = signed.toSorted((a, b) => b - a)
  const first = new Map<number, number>()
  for (const [index, value] of ordered.entries()) if (!first.has(value)) first.set(value, index + 1)
  const { low, high } = commonRange(signed)
  const common = signed.filter((value) => value >= low && value <= high)
  const mean = common.reduce((sum, value) => sum + value, 0) / Math.max(1, common.length)
  const variance = common.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, common.length)
  const deviation = Math.sqrt(variance)
  // What is left of equal numbers by their mean being rounded is no distance.
  const none = deviation <= Math.abs(mean) * 1e-12 || common.length === 0
  return signed.map((value) => ({
    rank: first.get(value) ?? 1,
    zscore: none ? 0 : (value - mean) / deviation,
  }))
}

/** Whether a number may be ranked: an amount of nine months is less than that of a year for no other reason. */
const ranks = (mark: Mark | null, matrix: Matrix): mark is Mark =>
  mark !== null && !(mark.cell.partial && matrix.kind === 'level')

/**
 * Places × the columns of the matrix, each number with its place in its column. Results, or targets where the
 * comparison shows nothing else.
 */
export function heatMap(matrix: Matrix, directionOf: DirectionOf): HeatMap {
  const role = shownRole(matrix)
  const rows = matrix.rows.filter((row) => row.role === role)
  const indicators = new Map(matrix.indicators.map((indicator) => [indicator.id, indicator]))
  const known = matrix.columns.flatMap((column, at) => {
    const indicator = indicators.get(column.indicator)
    return indicator ? [{ indicator, year: column.year, at }] : []
  })
  const cells: HeatCell[][] = rows.map(() => [])
  const columns = known.map(({ indicator, year, at }): HeatColumn => {
    const marks = rows.map((row) => markOf(row.cells[at], indicator.base))
    const ranked = marks.filter((mark) => ranks(mark, matrix))
    const order = standings(
      ranked.map(({ value }) => value),
      signOf(directionOf(indicator)),
    )
    const standing = new Map(ranked.map((mark, index) => [mark, order[index]]))
    for (const [index, row] of rows.entries()) {
      const cell = row.cells[at]
      const mark = marks[index] ?? null
      const found = mark && ranked.length > 1 ? standing.get(mark) : undefined
      if (cell) cells[index]?.push({ cell, mark, rank: found?.rank ?? null, zscore: found?.zscore ?? null })
    }
    return { indicator, year, ranked: ranked.length }
  })
  return { rows: rows.map((row) => row.place), columns, cells }
}
