import { buildMatrix } from '#shared/compare/matrix'
import type { Matrix } from '#shared/compare/matrix-types'
import type { ReportCells } from '#shared/model/cell'
import type { Comparison } from '#shared/model/comparison'
import type { DeskTemplate } from '#shared/model/desk-template'

/** What a table is asked for: the template's rows for these places and years. */
export interface DeskWish {
  template: Pick<DeskTemplate, 'rows' | 'role'>
  /** Codes of the places compared and of those above them. */
  places: readonly string[]
  /** Data years; empty for 最近一期. */
  years: readonly string[]
  /** What the rest is taken from. */
  comparison: Comparison
}

/** The numbers of a table: a matrix for each kind of statement that its rows have. */
export function deskMatrices(records: readonly ReportCells[], wish: DeskWish): Matrix[] {
  const { template, places, years, comparison } = wish
  const kinds = [...new Set(template.rows.map(({ kind }) => kind))]
  return kinds.map((kind) =>
    buildMatrix(records, {
      ...comparison,
      kind,
      role: template.role,
      places: [...places],
      years: years.length === 0 ? [...comparison.years] : [...years],
      latest: years.length === 0,
      indicators: template.rows.filter((row) => row.kind === kind).map(({ indicator }) => indicator),
    }),
  )
}

/** How many numbers a year has in matrices. */
function numbersOf(matrices: readonly Matrix[], year: string): number {
  let count = 0
  for (const { columns, rows } of matrices)
    for (const [at, column] of columns.entries())
      if (column.year === year) count += rows.filter((row) => row.holds(at)).length
  return count
}

/**
 * The year that says most in a table, of those that say equally much the latest; '' where none says anything.
 * @param matrices of all years
 */
export function fullestYear(matrices: readonly Matrix[], years: readonly string[]): string {
  let best = { year: '', count: 0 }
  for (const year of years.toSorted()) {
    const count = numbersOf(matrices, year)
    if (count > 0 && count >= best.count) best = { year, count }
  }
  return best.year
}
