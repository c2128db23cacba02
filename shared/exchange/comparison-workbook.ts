import type { Matrix } from '#shared/compare/matrix-types'
import { dataSheet, matrixSheet, sourcesSheet, type TableContext } from './comparison-tables'
import { type CsvCell, csvBytes } from './csv'
import { type SheetCell, writeWorkbook } from './xlsx'

export type { TableContext } from './comparison-tables'

/** A comparison as a workbook: sheets 对比 (matrix), 数据 (every statement with its evidence), 来源 (the files). */
export const comparisonWorkbook = (matrix: Matrix, context: TableContext): Promise<Uint8Array<ArrayBuffer>> =>
  writeWorkbook([matrixSheet(matrix, context), dataSheet(matrix, context), sourcesSheet(matrix, context)])

const plain = (cell: SheetCell): CsvCell => (typeof cell === 'object' && cell !== null ? cell.value : cell)

/** A comparison as CSV: every statement with its evidence, the same rows as the workbook's sheet 数据. */
export function comparisonCsv(matrix: Matrix, context: TableContext): Uint8Array<ArrayBuffer> {
  const sheet = dataSheet(matrix, context)
  return csvBytes([sheet.columns.map(({ header }) => header), ...sheet.rows.map((row) => row.map(plain))])
}
