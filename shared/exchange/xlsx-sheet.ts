import { looksLikeFormula } from './csv'
import type { Sheet, SheetCell } from './xlsx'
import { escapeXml, FIRST_FORMAT, STYLE } from './xlsx-parts'

/** Longest text that a cell of Excel holds. */
const TEXT_LIMIT = 32_767

/** The letters of a column: 0 → A, 26 → AA. */
export function columnName(index: number): string {
  let name = ''
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name
  return name
}

function textCell(reference: string, text: string, style: number): string {
  const cut = text.length > TEXT_LIMIT ? text.slice(0, TEXT_LIMIT) : text
  return `<c r="${reference}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(cut)}</t></is></c>`
}

function numberCell(reference: string, value: number, style: number): string {
  // Excel holds no infinity and no NaN: what is no number is left empty rather than made one.
  return Number.isFinite(value) ? `<c r="${reference}" s="${style}"><v>${value}</v></c>` : ''
}

/** Where a click may lead: nothing that a program would run. */
const LINK = /^(?:https?|file):/i

/** The links of a sheet with the cells that they stand in. */
export const linksOf = (sheet: Sheet): { reference: string; target: string }[] =>
  sheet.rows.flatMap((row, r) =>
    row.flatMap((cell, i) =>
      typeof cell === 'object' && cell !== null && 'link' in cell && LINK.test(cell.link)
        ? { reference: `${columnName(i)}${r + 2}`, target: cell.link }
        : [],
    ),
  )

function hyperlinks(sheet: Sheet): string {
  const links = linksOf(sheet).map(({ reference }, i) => `<hyperlink ref="${reference}" r:id="rId${i + 1}"/>`)
  return links.length === 0 ? '' : `<hyperlinks>${links.join('')}</hyperlinks>`
}

function cellXml(cell: SheetCell, reference: string, styleOf: ReadonlyMap<string, number>): string {
  if (cell === null || cell === '') return ''
  if (typeof cell === 'number') return numberCell(reference, cell, STYLE.plain)
  if (typeof cell === 'object' && 'text' in cell)
    return textCell(reference, cell.text, LINK.test(cell.link) ? STYLE.link : STYLE.text)
  if (typeof cell === 'object') return numberCell(reference, cell.value, styleOf.get(cell.format) ?? STYLE.plain)
  return textCell(reference, cell, looksLikeFormula(cell) ? STYLE.quoted : STYLE.text)
}

function pane(frozenColumns: number): string {
  const corner = `${columnName(frozenColumns)}2`
  const sideways = frozenColumns > 0 ? ` xSplit="${frozenColumns}"` : ''
  const active = frozenColumns > 0 ? 'bottomRight' : 'bottomLeft'
  return `<sheetViews><sheetView workbookViewId="0"><pane${sideways} ySplit="1" topLeftCell="${corner}" activePane="${active}" state="frozen"/></sheetView></sheetViews>`
}

/**
 * `xl/worksheets/sheetN.xml`: frozen heading, widths, rows. Text stands in the cell itself (`inlineStr`) and so can
 * never become a formula.
 * @param formats the workbook's number formats, in the order of its styles
 */
export function worksheet(sheet: Sheet, formats: readonly string[]): string {
  const styleOf = new Map(formats.map((format, i) => [format, FIRST_FORMAT + i]))
  const widths = sheet.columns.map((c, i) => `<col min="${i + 1}" max="${i + 1}" width="${c.width}" customWidth="1"/>`)
  const header = sheet.columns.map((c, i) => textCell(`${columnName(i)}1`, c.header, STYLE.header)).join('')
  const rows = sheet.rows.map((row, r) => {
    const cells = row.map((cell, i) => cellXml(cell, `${columnName(i)}${r + 2}`, styleOf)).join('')
    return `<row r="${r + 2}">${cells}</row>`
  })
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" ' +
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">' +
    pane(sheet.frozenColumns ?? 0) +
    (widths.length > 0 ? `<cols>${widths.join('')}</cols>` : '') +
    `<sheetData><row r="1">${header}</row>${rows.join('')}</sheetData>${hyperlinks(sheet)}</worksheet>`
  )
}
