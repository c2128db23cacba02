import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { Matrix, MatrixCell, MatrixRow } from '#shared/compare/matrix'

const KEY = 'duibiao.compare.hideEmpties'

/** Whether rows and columns without a number are left out; the window remembers it. */
const store = createStore<{ hidden: boolean }>(() => ({ hidden: localStorage.getItem(KEY) !== 'false' }))

/** True while empty rows and columns are hidden. */
export const useEmptiesHidden = (): boolean => useStore(store, (state) => state.hidden)

/** Hides or shows empty rows and columns, from now on. */
export function hideEmpties(hidden: boolean): void {
  localStorage.setItem(KEY, String(hidden))
  store.setState({ hidden })
}

/** A matrix without what is empty, and how much was left out. */
export interface Trimmed {
  matrix: Matrix
  rows: number
  columns: number
}

const rowOf = (place: MatrixRow['place'], role: MatrixRow['role'], cells: readonly MatrixCell[]): MatrixRow => ({
  place,
  role,
  cells,
  holds: (column) => cells[column]?.state === 'value',
})

/** Leaves out the rows and columns that hold no number at all. A matrix without any number stays as it is. */
export function withoutEmpties(matrix: Matrix): Trimmed {
  const filled = matrix.columns.map((_, column) => matrix.rows.some((row) => row.holds(column)))
  if (!filled.includes(true)) return { matrix, rows: 0, columns: 0 }
  const kept = <T>(items: readonly T[]): T[] => items.filter((_, column) => filled[column])
  const rows = matrix.rows.filter((row) => matrix.columns.some((_, column) => row.holds(column)))
  const columns = kept(matrix.columns)
  const has = {
    place: new Set(rows.map(({ place }) => place.code)),
    indicator: new Set(columns.map(({ indicator }) => indicator)),
    year: new Set(columns.map(({ year }) => year)),
  }
  return {
    matrix: {
      ...matrix,
      places: matrix.places.filter(({ code }) => has.place.has(code)),
      indicators: matrix.indicators.filter(({ id }) => has.indicator.has(id)),
      years: matrix.years.filter((year) => has.year.has(year)),
      columns,
      rows: rows.map(({ place, role, cells }) => rowOf(place, role, kept(cells))),
    },
    rows: matrix.rows.length - rows.length,
    columns: matrix.columns.length - columns.length,
  }
}
