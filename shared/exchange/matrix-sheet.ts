import type { Head, Laid, Line } from '#shared/compare/layout'
import type { MatrixCell, MatrixIndicator } from '#shared/compare/matrix-types'
import { phrase, variantName } from '#shared/compare/phrase'
import type { Total } from '#shared/compare/totals'
import { translate } from '#shared/locales/translate'
import type { TableContext } from './comparison-tables'
import type { Sheet, SheetCell } from './xlsx'

/** Decimals that a number is shown with: as many as it has, up to four. */
export function formatOf(value: number): string {
  const decimals = Math.min(4, (String(value).split('.')[1] ?? '').length)
  return decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`
}

const say = ({ language }: TableContext, key: string, params: Record<string, string | number> = {}): string =>
  translate(language, `compare.${key}`, params)

/** The name of a series: the indicator's, with what sets it apart from its other series. */
export function seriesName({ indicator, variant }: MatrixIndicator, context: TableContext): string {
  const apart = variantName((key, params) => translate(context.language, key, params), variant)
  const name = context.indicatorName(indicator)
  return apart === '' ? name : `${name} · ${apart}`
}

/** What a heading says: 瀍河回族区, 2022, 地区生产总值, 合计. */
function headText({ dimension, index }: Head, { matrix, groups }: Laid, context: TableContext): string {
  if (dimension === 'place') return matrix.places[index]?.name ?? ''
  if (dimension === 'role') return say(context, `role.${matrix.roles[index] ?? 'actual'}`)
  if (dimension === 'year') return matrix.years[index] || say(context, 'latest.year')
  if (dimension === 'total')
    return index < 0
      ? say(context, 'total.all')
      : say(context, 'total.of', { group: context.groupName(groups[index]?.id ?? '') })
  if (dimension === 'group') return index < 0 ? '' : context.groupName(groups[index]?.id ?? '')
  const indicator = matrix.indicators[index]
  return indicator ? seriesName(indicator, context) : ''
}

/** The headings of a line in one text, with the unit of its numbers behind. */
function lineText({ heads }: Pick<Line, 'heads'>, laid: Laid, context: TableContext): string {
  const names = heads.map((head) => headText(head, laid, context)).filter((name) => name !== '')
  const at = heads.find(({ dimension }) => dimension === 'indicator')?.index
  const unit = at === undefined ? '' : (laid.matrix.indicators[at]?.unit ?? '')
  return unit === '' ? names.join(' ') : `${names.join(' ')} (${unit})`
}

/** The number of a cell; why there is none, where there is none. */
function numberOf(cell: MatrixCell | null, context: TableContext): SheetCell {
  if (!cell) return null
  if (cell.shown) return { value: cell.shown.value, format: formatOf(cell.shown.value) }
  return cell.missing ? `— ${phrase((key, params) => translate(context.language, key, params), cell.missing)}` : null
}

/** Marks of a cell that a bare number would lose: year of 最近一期, comparator, range, period, estimate, wording. */
function markOf(cell: MatrixCell | null, latest: boolean, context: TableContext): string {
  if (!cell?.chosen || !cell.shown) return ''
  const { comparator, period, wording } = cell.chosen.cell
  const marks = [
    latest ? cell.year : '',
    comparator === 'eq' ? '' : say(context, `comparatorName.${comparator}`),
    cell.shown.high === null ? '' : `${cell.shown.value}–${cell.shown.high}`,
    cell.partial ? period : '',
    cell.estimate ? say(context, 'flag.estimate') : '',
    wording,
    cell.chosen.cell.base !== '' && cell.warnings.some(({ key }) => key === 'compare.warning.otherUnit')
      ? cell.shown.unit
      : '',
  ]
  return marks.filter((mark) => mark !== '').join(' ')
}

function totalMark({ covered, of, estimates, leftOut, comparator }: Total, context: TableContext): string {
  const marks = [
    say(context, 'total.covers', { covered, of }),
    comparator === 'eq' ? '' : say(context, `comparatorName.${comparator}`),
    estimates > 0 ? say(context, 'total.estimates', { count: estimates }) : '',
    leftOut > 0 ? say(context, 'total.leftOut', { count: leftOut }) : '',
  ]
  return marks.filter((mark) => mark !== '').join(' ')
}

/** A crossing as two cells of a sheet: the number, and what is to be known of it. */
function crossing(laid: Laid, row: Line, column: Line, context: TableContext): { value: SheetCell; mark: string } {
  const total = laid.total(row, column)
  if (total) return { value: { value: total.value, format: formatOf(total.value) }, mark: totalMark(total, context) }
  const cell = laid.cell(row, column)
  return { value: numberOf(cell, context), mark: markOf(cell, laid.matrix.latest, context) }
}

const WIDTHS: Readonly<Record<Head['dimension'], number>> = {
  place: 16,
  group: 16,
  total: 16,
  role: 12,
  year: 10,
  indicator: 28,
}

/** The headings of the columns on the left: one for each dimension on the rows. */
function rowHeads(laid: Laid, context: TableContext): { header: string; width: number }[] {
  const heads = laid.rows.find(({ kind }) => kind === 'cells')?.heads ?? []
  return heads.map(({ dimension }) => ({
    header: say(context, `export.columns.${dimension}`),
    width: WIDTHS[dimension],
  }))
}

/**
 * Sheet 对比: the table as it is laid out, a column of numbers for each of its columns, with one of marks where it has
 * any. A group is a line with its name alone.
 */
export function matrixSheet(laid: Laid, context: TableContext): Sheet {
  const left = rowHeads(laid, context)
  const lines = laid.rows.map((row) => laid.columns.map((column) => crossing(laid, row, column, context)))
  const marked = laid.columns.map((_, at) => lines.some((line) => line[at]?.mark !== ''))
  const columns = laid.columns.flatMap((column, at) => {
    const header = lineText(column, laid, context) || say(context, 'export.columns.value')
    const note = { header: `${header} ${say(context, 'export.columns.note')}`, width: 16 }
    return marked[at] ? [{ header, width: 18 }, note] : [{ header, width: 18 }]
  })
  return {
    name: say(context, 'export.sheets.matrix'),
    frozenColumns: left.length,
    columns: [...left, ...columns],
    rows: laid.rows.map((row, r) => [
      ...left.map((_, at) => {
        const head = row.heads[at]
        return head ? lineText({ heads: [head] }, laid, context) : null
      }),
      ...(lines[r] ?? []).flatMap(({ value, mark }, at): SheetCell[] => (marked[at] ? [value, mark] : [value])),
    ]),
  }
}
