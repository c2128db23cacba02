import type { Laid } from '#shared/compare/layout'
import type { Matrix } from '#shared/compare/matrix-types'
import { dataSheet, sourcesSheet, type TableContext } from './comparison-tables'
import { csvBytes } from './csv'
import { matrixSheet } from './matrix-sheet'
import { plainCell, writeWorkbook } from './xlsx'

export type { TableContext } from './comparison-tables'

/** A comparison as a workbook: sheets 对比 (the table as it is laid out), 数据 (every statement with its evidence), 来源 (the files). */
export const comparisonWorkbook = (laid: Laid, context: TableContext): Promise<Uint8Array<ArrayBuffer>> =>
  writeWorkbook([matrixSheet(laid, context), dataSheet(laid.matrix, context), sourcesSheet(laid.matrix, context)])

/** A comparison as CSV: every statement with its evidence, the same rows as the workbook's sheet 数据. */
export function comparisonCsv(matrix: Matrix, context: TableContext): Uint8Array<ArrayBuffer> {
  const sheet = dataSheet(matrix, context)
  return csvBytes([sheet.columns.map(({ header }) => header), ...sheet.rows.map((row) => row.map(plainCell))])
}
