import type { SeriesBreak } from '#shared/model/audit'
import type { PlaceRef } from '#shared/model/place'
import { type Break, breaksFor } from './breaks'
import { type Mark, marksOf } from './marks'
import type { Matrix, MatrixIndicator } from './matrix-types'

export type { Mark } from './marks'

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
  /** Years before which the line is interrupted, for what was counted changed. */
  breaks: readonly Break[]
}

/** The lines of one indicator over the years. */
export interface LinePanel {
  indicator: MatrixIndicator
  years: readonly string[]
  lines: readonly PlaceLine[]
  undrawn: number
}

/**
 * Bars: one panel per indicator that has a number, in it a group per place, in it a slot per year that has a number.
 * A place with none keeps an empty slot, so that it is seen to be missing.
 */
export function barPanels(matrix: Matrix): BarPanel[] {
  const years = [...matrix.years].sort()
  return matrix.indicators.flatMap((indicator) => {
    const { mark, undrawn } = marksOf(matrix, indicator)
    const slots = matrix.places.flatMap((place): BarSlot[] => {
      const filled = years.flatMap((year): BarSlot[] => {
        const [target, actual] = [mark(place, 'target', year), mark(place, 'actual', year)]
        // In 最近一期 target and result of a place may be of different years: they are no pair.
        if (target && actual && target.cell.year !== actual.cell.year)
          return [
            { place, year: target.cell.year, target, actual: null },
            { place, year: actual.cell.year, target: null, actual },
          ]
        return target || actual ? [{ place, year: (target ?? actual)?.cell.year ?? year, target, actual }] : []
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

/** The marks of a role by the year that each is of. */
function byYear(matrix: Matrix, mark: (year: string) => Mark | null): ReadonlyMap<string, Mark> {
  const marks = matrix.years.flatMap((year) => mark(year) ?? [])
  return new Map(marks.map((found) => [found.cell.year, found]))
}

/**
 * Lines over the years: one panel per indicator that has a number in a single year; spans (2021-2025) have no point.
 * @param own the user's breaks in series
 */
export function linePanels(matrix: Matrix, own: readonly SeriesBreak[] = []): LinePanel[] {
  const years = timeAxis(
    matrix.latest ? matrix.rows.flatMap((row) => row.cells.map((cell) => cell.year)) : matrix.years,
  )
  return matrix.indicators.flatMap((indicator) => {
    const { mark, undrawn } = marksOf(matrix, indicator)
    const lines = matrix.places.flatMap((place): PlaceLine[] => {
      const [results, targets] = (['actual', 'target'] as const).map((role) =>
        byYear(matrix, (year) => mark(place, role, year)),
      )
      const actual = years.map((year) => results?.get(year) ?? null)
      const target = years.map((year) => targets?.get(year) ?? null)
      if ([...actual, ...target].every((found) => found === null)) return []
      const known = years.filter((_, index) => actual[index] !== null)
      const breaks = breaksFor(place.code, indicator.indicator, known, own, matrix.kind)
      return [{ place, actual, target, breaks }]
    })
    return lines.length > 0 ? [{ indicator, years, lines, undrawn }] : []
  })
}
