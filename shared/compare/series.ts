import type { PlaceRef } from '#shared/model/place'
import type { Matrix, MatrixCell, MatrixIndicator } from './matrix-types'

/** A mark of a chart: the number in the indicator's unit and the cell that it came from. */
export interface Mark {
  value: number
  high: number | null
  cell: MatrixCell
}

/** A pair of bars: what a place set for a year and what it reached. Both are null where nothing is known of a place. */
export interface BarSlot {
  place: PlaceRef
  /** '' for a place with no number at all. */
  year: string
  target: Mark | null
  actual: Mark | null
}

/** The bars of one indicator, grouped by place, in it by year. */
export interface BarPanel {
  indicator: MatrixIndicator
  slots: readonly BarSlot[]
  /** Numbers in another unit, shown in the table only. */
  undrawn: number
}

/** The line of one place: one mark per year, null where there is none (the line is broken there). */
export interface PlaceLine {
  place: PlaceRef
  actual: readonly (Mark | null)[]
  target: readonly (Mark | null)[]
}

/** The lines of one indicator over the years. */
export interface LinePanel {
  indicator: MatrixIndicator
  years: readonly string[]
  lines: readonly PlaceLine[]
  undrawn: number
}

function markOf(cell: MatrixCell | undefined, base: string): Mark | null {
  if (!cell?.chosen || !cell.shown || cell.chosen.cell.base !== base) return null
  return { value: cell.shown.value, high: cell.shown.high, cell }
}

/** Cells of one indicator by place, role and year. */
function lookup(matrix: Matrix, indicator: MatrixIndicator) {
  const found = new Map<string, MatrixCell>()
  let undrawn = 0
  for (const row of matrix.rows)
    for (const cell of row.cells) {
      if (cell.indicator !== indicator.id || cell.state !== 'value') continue
      if (cell.chosen?.cell.base !== indicator.base) undrawn++
      found.set(`${cell.place}|${cell.role}|${cell.year}`, cell)
    }
  const mark = (place: PlaceRef, role: 'target' | 'actual', year: string): Mark | null =>
    markOf(found.get(`${place.code}|${role}|${year}`), indicator.base)
  return { mark, undrawn }
}

/**
 * Bars: one panel per indicator that has a number, in it a group per place, in it a slot per year that has a number.
 * A place with none keeps an empty slot, so that it is seen to be missing.
 */
export function barPanels(matrix: Matrix): BarPanel[] {
  const years = [...matrix.years].sort()
  return matrix.indicators.flatMap((indicator) => {
    const { mark, undrawn } = lookup(matrix, indicator)
    const slots = matrix.places.flatMap((place): BarSlot[] => {
      const filled = years.flatMap((year): BarSlot[] => {
        const [target, actual] = [mark(place, 'target', year), mark(place, 'actual', year)]
        return target || actual ? [{ place, year, target, actual }] : []
      })
      return filled.length > 0 ? filled : [{ place, year: '', target: null, actual: null }]
    })
    return slots.some((slot) => slot.target || slot.actual) ? [{ indicator, slots, undrawn }] : []
  })
}

/** The single years from the first to the last chosen one, so that a gap in time is a gap on the axis. */
function timeAxis(years: readonly string[]): string[] {
  const single = years.filter((year) => /^\d{4}$/.test(year)).map(Number)
  if (single.length === 0) return []
  const [first, last] = [Math.min(...single), Math.max(...single)]
  return Array.from({ length: last - first + 1 }, (_, index) => String(first + index))
}

/** Lines over the years: one panel per indicator that has a number in a single year; spans (2021-2025) have no point. */
export function linePanels(matrix: Matrix): LinePanel[] {
  const years = timeAxis(matrix.years)
  return matrix.indicators.flatMap((indicator) => {
    const { mark, undrawn } = lookup(matrix, indicator)
    const lines = matrix.places.flatMap((place): PlaceLine[] => {
      const actual = years.map((year) => mark(place, 'actual', year))
      const target = years.map((year) => mark(place, 'target', year))
      return [...actual, ...target].some((found) => found !== null) ? [{ place, actual, target }] : []
    })
    return lines.length > 0 ? [{ indicator, years, lines, undrawn }] : []
  })
}
