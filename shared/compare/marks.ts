import type { PlaceRef } from '#shared/model/place'
import type { Role } from '#shared/model/statement'
import type { Matrix, MatrixCell, MatrixIndicator } from './matrix-types'

/** A mark of a chart: the number in the indicator's unit and the cell that it came from. */
export interface Mark {
  value: number
  high: number | null
  cell: MatrixCell
}

/** The cells of one indicator, and which of them can be drawn. */
export interface IndicatorMarks {
  /** The cell of a place in a role and a year of `Matrix.years`. */
  cell: (place: PlaceRef, role: Role, year: string) => MatrixCell | undefined
  mark: (place: PlaceRef, role: Role, year: string) => Mark | null
  /** Numbers in another unit: they stand in the table and in no chart. */
  undrawn: number
}

/** The mark of a cell that holds a number in the base unit of its indicator, else null. */
export function markOf(cell: MatrixCell | undefined, base: string): Mark | null {
  if (!cell?.chosen || !cell.shown || cell.chosen.cell.base !== base) return null
  return { value: cell.shown.value, high: cell.shown.high, cell }
}

/**
 * Looks up the cells of one indicator. Years are those of the columns: in 最近一期 there is one, '', and each place's
 * number has a year of its own.
 */
export function marksOf(matrix: Matrix, indicator: MatrixIndicator): IndicatorMarks {
  const found = new Map<string, MatrixCell>()
  let undrawn = 0
  for (const [index, column] of matrix.columns.entries()) {
    if (column.indicator !== indicator.id) continue
    for (const row of matrix.rows) {
      const cell = row.cells[index]
      if (!cell) continue
      if (cell.state === 'value' && cell.chosen?.cell.base !== indicator.base) undrawn++
      found.set(`${row.place.code}|${row.role}|${column.year}`, cell)
    }
  }
  const cell: IndicatorMarks['cell'] = (place, role, year) => found.get(`${place.code}|${role}|${year}`)
  return { cell, undrawn, mark: (place, role, year) => markOf(cell(place, role, year), indicator.base) }
}
