import { type CellGrid, drawGrid } from './cell-grid'
import type { GridPosition } from './heat-grid'
import type { ChartPlan } from './plan'

/** A cell that is a number, or says in a sign why it is none; null where there is nothing that could have one. */
type StatedCell = { value: number; text: string } | { value: null; text: string } | null

/** A table of numbers in which some cells can't have one. */
interface StatedGridData {
  rows: readonly string[]
  columns: readonly string[]
  cells: readonly (readonly StatedCell[])[]
  format: (value: number) => string
  /** Names the chart for screen readers. */
  label: string
  /** Names what has no cell at all, in the legend. */
  missing: string
  /** What signs mean, under the chart. */
  notes: readonly string[]
}

/** A heat map from nothing to the most, in which a number, an open question and a missing cell are told apart. */
export function statedGrid(data: StatedGridData): ChartPlan<GridPosition> {
  const { rows, columns, cells, format, label, missing, notes } = data
  let most = 0
  let longest = 1
  for (const cell of cells.flat()) {
    most = Math.max(most, cell?.value ?? 0)
    longest = Math.max(longest, cell?.text.length ?? 0)
  }
  const grid: CellGrid = {
    rows: rows.map((text) => ({ text })),
    columns: columns.map((text) => ({ text })),
    cell: (row, column) => {
      const cell = cells[row]?.[column] ?? null
      const mark = row * columns.length + column
      if (!cell) return { tone: null, text: '', missing: true, mark }
      const tone = cell.value === null || most === 0 ? null : cell.value / most
      return { tone, text: cell.text, missing: false, mark }
    },
    ramp: 'sequential',
    longest,
    legend: { low: format(0), high: format(most), missing },
    label,
  }
  const marks = rows.flatMap((_, row) =>
    columns.map((_, column) => ({
      row,
      column,
      text: cells[row]?.[column]?.text ?? missing,
      subject: { row, column },
    })),
  )
  return { rows, columns, marks, notes, draw: (at, palette) => drawGrid(grid, at, palette) }
}
