import type { Candidate, Matrix, MatrixCell, MatrixIndicator, MatrixRow } from '#shared/compare/matrix-types'
import { phrase } from '#shared/compare/phrase'
import { type Language, translate } from '#shared/locales/translate'
import { formatOf, seriesName } from './matrix-sheet'
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
  /** Name of a group of places: that of the place above them by its code, or of a level. */
  groupName: (group: string) => string
  /** Address of a source: where it was taken from, or where its file lies; '' where neither is known. */
  linkOf: (source: string) => string
  /** The page or pages on which that sentence stands, '' for a format without pages. */
  pageOf: (source: string, start: number) => string
}

/** The words of one language. */
const words = ({ language }: TableContext) => ({
  column: (name: string) => translate(language, `compare.export.columns.${name}`),
  of: (group: string, code: string) => (code === '' ? '' : translate(language, `compare.${group}.${code}`)),
  phrase: (message: Parameters<typeof phrase>[1]) => phrase((key, params) => translate(language, key, params), message),
})

const amount = (value: number | null): SheetCell => (value === null ? null : { value, format: formatOf(value) })

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

function dataRow(
  row: MatrixRow,
  cell: MatrixCell,
  indicator: MatrixIndicator | undefined,
  { cell: found, origin, ...rest }: Candidate,
  context: TableContext,
) {
  const { of, phrase: sentence } = words(context)
  const notes = rest.chosen ? cell.warnings : [rest.why]
  const values: Record<(typeof DATA_COLUMNS)[number][0], SheetCell> = {
    place: row.place.name,
    year: found.year,
    indicator: indicator ? seriesName(indicator, context) : context.indicatorName(found.indicator),
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
  const indicators = new Map(matrix.indicators.map((indicator) => [indicator.id, indicator]))
  return {
    name: translate(context.language, 'compare.export.sheets.data'),
    frozenColumns: 1,
    columns: DATA_COLUMNS.map(([name, width]) => ({ header: words(context).column(name), width })),
    rows: matrix.rows.flatMap((row) =>
      row.cells.flatMap((cell) =>
        cell.candidates.map((candidate) => dataRow(row, cell, indicators.get(cell.indicator), candidate, context)),
      ),
    ),
  }
}

/** A file with the address that it leads to. */
function linked(source: string, { fileOf, linkOf }: TableContext): SheetCell {
  const link = linkOf(source)
  return link === '' ? fileOf(source) : { text: fileOf(source), link }
}

/** Sheet 来源: the reports that the matrix was made from, each with the way to it. */
export function sourcesSheet(matrix: Matrix, context: TableContext): Sheet {
  const { column, of } = words(context)
  return {
    name: translate(context.language, 'compare.export.sheets.sources'),
    columns: [
      { header: column('place'), width: 16 },
      { header: column('report'), width: 10 },
      { header: column('reportKind'), width: 12 },
      { header: column('file'), width: 40 },
      { header: column('address'), width: 40 },
      { header: column('hash'), width: 68 },
    ],
    rows: matrix.reports.map((report) => [
      report.place.name,
      report.year,
      of('reportKind', report.kind),
      linked(report.source, context),
      context.linkOf(report.source),
      report.source,
    ]),
  }
}
