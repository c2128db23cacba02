import type { EChartsCoreOption } from 'echarts/core'
import type { MatrixCell } from '#shared/compare/matrix-types'
import type { Mark } from '#shared/compare/series'

/** The words of a chart, in the language of the interface. */
export interface ChartWords {
  /** What the chart is, for screen readers. */
  label: string
  /** Name of an indicator, by id or phrase. */
  indicator: (id: string) => string
  /** A name with the unit of its numbers: 地区生产总值（亿元）. */
  titled: (indicator: string, unit: string) => string
  target: string
  result: string
  /** Footnote of marks that do not cover a whole year. */
  partial: string
  /** Under a place with no number. */
  noData: string
  /** Stands before a number: ≥, ≤, 约, ''. */
  comparator: (comparator: string) => string
  /** Stands behind a number that is an estimate. */
  estimate: string
  /** Writes a number in the language. */
  number: (value: number) => string
}

/** The space a chart may take, in CSS pixels. `height` is the least; more panels take more. */
export interface ChartSize {
  width: number
  height: number
}

/** What a builder gives: the option, and the height that it needs. */
export interface BuiltChart {
  option: EChartsCoreOption
  height: number
  /** How many marks are drawn; 0 is an empty chart. */
  marks: number
}

/** A datum with the cell that it came from: what a click and a tooltip need. */
export interface MarkDatum {
  value: number | [string, number]
  cell: MatrixCell
  label: { formatter: string }
}

/** The cell of a clicked or hovered datum, null for anything else on the chart. */
export function cellOf(datum: unknown): MatrixCell | null {
  if (typeof datum !== 'object' || datum === null || !('cell' in datum)) return null
  return datum.cell as MatrixCell
}

/** What is printed at a mark: comparator, number, high end, estimate, asterisk for part of a year. */
export function labelOf({ value, high, cell }: Mark, words: ChartWords): string {
  const comparator = words.comparator(cell.chosen?.cell.comparator ?? 'eq')
  const end = high === null ? '' : `–${words.number(high)}`
  return `${comparator}${words.number(value)}${end}${cell.estimate ? words.estimate : ''}${cell.partial ? '*' : ''}`
}
