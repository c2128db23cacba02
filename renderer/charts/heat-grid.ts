import { type CellGrid, drawGrid, type GridHead } from './cell-grid'
import type { ChartPlan } from './plan'
import type { RampKind } from './ramp'

/** A table of numbers to be coloured. */
export interface HeatGridData {
  rows: readonly string[]
  columns: readonly string[]
  /** Along the rows; null where nothing is known, which is never zero. */
  values: readonly (readonly (number | null)[])[]
  format: (value: number) => string
  /** `diverging` sets apart what is above zero and below it; `sequential` runs from the least to the most. */
  colour: RampKind
  /** Names the chart for screen readers. */
  label: string
  /** Names what is missing, in the legend. */
  missing: string
}

/** A cell of such a table: what a click hands back. */
export interface GridPosition {
  row: number
  column: number
}

/** A heat map of any numbers: codes by place, codes beside codes, shares of attention. */
export function heatGrid(data: HeatGridData): ChartPlan<GridPosition> {
  const { rows, columns, values, format, colour, label, missing } = data
  const known = values.flat().filter((value) => value !== null)
  const most = Math.max(0, ...known)
  const least = Math.min(colour === 'sequential' && known.length > 0 ? Number.POSITIVE_INFINITY : 0, ...known)
  const reach = Math.max(Math.abs(least), Math.abs(most)) || 1
  const tone = (value: number): number =>
    colour === 'diverging' ? (value + reach) / (2 * reach) : most === least ? 0.5 : (value - least) / (most - least)
  const marks = rows.flatMap((_, row) =>
    columns.map((_, column) => {
      const value = values[row]?.[column] ?? null
      return { row, column, text: value === null ? missing : format(value), subject: { row, column } }
    }),
  )
  const head = (text: string): GridHead => ({ text })
  const grid: CellGrid = {
    rows: rows.map(head),
    columns: columns.map(head),
    cell: (row, column) => {
      const value = values[row]?.[column] ?? null
      const mark = row * columns.length + column
      if (value === null) return { tone: null, text: '', missing: true, mark }
      return { tone: tone(value), text: format(value), missing: false, mark }
    },
    ramp: colour,
    longest: Math.max(0, ...known.map((value) => format(value).length)),
    legend: {
      low: format(colour === 'diverging' ? -reach : known.length > 0 ? least : 0),
      ...(colour === 'diverging' ? { middle: format(0) } : {}),
      high: format(colour === 'diverging' ? reach : most),
      missing,
    },
    label,
  }
  return { rows, columns, marks, notes: [], draw: (at, palette) => drawGrid(grid, at, palette) }
}
