import type { Candidate, Matrix, MatrixCell, MatrixRow } from '#shared/compare/matrix-types'
import { phrase } from '#shared/compare/phrase'
import { type Language, translate } from '#shared/locales/translate'
import type { Sheet, SheetCell } from './xlsx'

/** What the tables need beside the matrix: the library's names and texts. */
export interface TableContext {
  language: Language
  /** Name of an indicator in the language, by id or phrase. */
  indicatorName: (indicator: string) => string
  /** File name of a source, by hash. */
  fileOf: (source: string) => string
  /** The sentence that a statement stands in, '' where the text is not at hand. */
  sentenceOf: (source: string, start: number) => string
  /** The page or pages on which that sentence stands, '' for a format without pages. */
  pageOf: (source: string, start: number) => string
}

/** The words of one language. */
const words = ({ language }: TableContext) => ({
  column: (name: string) => translate(language, `compare.export.columns.${name}`),
  of: (group: string, code: string) => (code === '' ? '' : translate(language, `compare.${group}.${code}`)),
  phrase: (message: Parameters<typeof phrase>[1]) => phrase((key, params) => translate(language, key, params), message),
})

/** Decimals that a number is shown with: as many as it has, up to four. */
function formatOf(value: number): string {
  const decimals = Math.min(4, (String(value).split('.')[1] ?? '').length)
  return decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`
}

const amount = (value: number | null): SheetCell => (value === null ? null : { value, format: formatOf(value) })

/** The number of a cell; where the words around it change what it says, a text that keeps them. */
function matrixCell(cell: MatrixCell, context: TableContext): SheetCell {
  const { chosen, shown, missing } = cell
  if (!chosen || !shown) return missing ? `— ${words(context).phrase(missing)}` : null
  return amount(shown.value)
}

/** Marks of a cell that a bare number would lose: comparator, period, estimate, wording. */
function markOf(cell: MatrixCell, context: TableContext): string {
  const { chosen, shown } = cell
  if (!chosen || !shown) return ''
  const { language } = context
  const { comparator, period, wording } = chosen.cell
  const marks = [
    comparator === 'eq' ? '' : translate(language, `compare.comparatorName.${comparator}`),
    shown.high === null ? '' : `${shown.value}–${shown.high}`,
    cell.partial ? period : '',
    cell.estimate ? translate(language, 'compare.flag.estimate') : '',
    wording,
  ]
  return marks.filter((mark) => mark !== '').join(' ')
}

/** Sheet 对比: a row per place and role; a column of numbers per indicator and year, with one of marks where it has any. */
export function matrixSheet(matrix: Matrix, context: TableContext): Sheet {
  const { language, indicatorName } = context
  const marked = matrix.columns.map((_, c) =>
    matrix.rows.some((row) => row.cells[c] !== undefined && markOf(row.cells[c], context) !== ''),
  )
  const columns = matrix.columns.flatMap((column, c) => {
    const unit = column.unit === '' ? '' : ` (${column.unit})`
    const head = `${indicatorName(column.indicator)} ${column.year}${unit}`
    const note = { header: `${head} ${translate(language, 'compare.export.columns.note')}`, width: 16 }
    return marked[c] ? [{ header: head, width: 18 }, note] : [{ header: head, width: 18 }]
  })
  const line = (row: MatrixRow): SheetCell[] =>
    row.cells.flatMap((cell, c) =>
      marked[c] ? [matrixCell(cell, context), markOf(cell, context)] : [matrixCell(cell, context)],
    )
  return {
    name: translate(language, 'compare.export.sheets.matrix'),
    frozenColumns: 2,
    columns: [
      { header: words(context).column('place'), width: 16 },
      { header: words(context).column('role'), width: 12 },
      ...columns,
    ],
    rows: matrix.rows.map((row) => [row.place.name, words(context).of('role', row.role), ...line(row)]),
  }
}

const DATA_COLUMNS = [
  ['place', 16],
  ['year', 10],
  ['indicator', 24],
  ['kind', 10],
  ['role', 10],
  ['value', 14],
  ['high', 12],
  ['unit', 10],
  ['written', 14],
  ['comparator', 10],
  ['period', 14],
  ['wording', 10],
  ['basis', 14],
  ['measure', 12],
  ['subset', 14],
  ['report', 10],
  ['reportKind', 10],
  ['file', 30],
  ['page', 8],
  ['sentence', 60],
  ['offset', 10],
  ['status', 10],
  ['chosen', 8],
  ['note', 40],
] as const

function dataRow(row: MatrixRow, cell: MatrixCell, { cell: found, origin, ...rest }: Candidate, context: TableContext) {
  const { of, phrase: sentence } = words(context)
  const notes = rest.chosen ? cell.warnings : [rest.why]
  const values: Record<(typeof DATA_COLUMNS)[number][0], SheetCell> = {
    place: row.place.name,
    year: found.year,
    indicator: context.indicatorName(found.indicator),
    kind: of('kind', found.kind),
    role: of('role', found.role),
    value: amount(found.value),
    high: amount(found.high),
    unit: found.unit,
    written: found.quantity,
    comparator: of('comparatorName', found.comparator),
    period: found.period,
    wording: found.wording,
    basis: found.basis,
    measure: of('measure', found.measure),
    subset: found.subset,
    report: origin.reportYear,
    reportKind: of('reportKind', origin.reportKind),
    file: context.fileOf(origin.source),
    page: context.pageOf(origin.source, origin.start),
    sentence: context.sentenceOf(origin.source, origin.start),
    offset: origin.start,
    status: of('status', found.status),
    chosen: rest.chosen ? translate(context.language, 'compare.export.chosen') : '',
    note: notes.map(sentence).join(context.language === 'en' ? '; ' : ';'),
  }
  return DATA_COLUMNS.map(([name]) => values[name])
}

/** Sheet 数据: a row per statement, the chosen one of a cell first, as the reports write it. */
export function dataSheet(matrix: Matrix, context: TableContext): Sheet {
  return {
    name: translate(context.language, 'compare.export.sheets.data'),
    frozenColumns: 1,
    columns: DATA_COLUMNS.map(([name, width]) => ({ header: words(context).column(name), width })),
    rows: matrix.rows.flatMap((row) =>
      row.cells.flatMap((cell) => cell.candidates.map((candidate) => dataRow(row, cell, candidate, context))),
    ),
  }
}

/** Sheet 来源: the reports that the matrix was made from. */
export function sourcesSheet(matrix: Matrix, context: TableContext): Sheet {
  const { column, of } = words(context)
  return {
    name: translate(context.language, 'compare.export.sheets.sources'),
    columns: [
      { header: column('place'), width: 16 },
      { header: column('report'), width: 10 },
      { header: column('reportKind'), width: 12 },
      { header: column('file'), width: 40 },
      { header: column('hash'), width: 68 },
    ],
    rows: matrix.reports.map((report) => [
      report.place.name,
      report.year,
      of('reportKind', report.kind),
      context.fileOf(report.source),
      report.source,
    ]),
  }
}
