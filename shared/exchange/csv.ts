/** A cell of a table: text, a number, or nothing. */
export type CsvCell = string | number | null

/** Tells Excel that the bytes are UTF-8; without it Chinese text opens as mojibake there. */
const BOM = '\ufeff'

/** What a spreadsheet would take for a formula (OWASP, CSV injection): = + - @ and the blanks it skips before them. */
const FORMULA = /^[=+\-@\t\r＝＋－＠]/

/** A plain signed number, with or without a percent sign: harmless, and changing it would spoil it. */
const NUMBER = /^[+-]?\d+(?:\.\d+)?%?$/

/** Whether a spreadsheet would take a text for a formula, if it were typed. */
export const looksLikeFormula = (text: string): boolean => FORMULA.test(text)

/** Text that a spreadsheet can't take for a formula: an apostrophe before what looks like one. */
export const neutralise = (text: string): string => (looksLikeFormula(text) && !NUMBER.test(text) ? `'${text}` : text)

function field(cell: CsvCell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : ''
  const safe = neutralise(cell)
  return /[",\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Writes RFC 4180: commas, CRLF, quotes doubled; text that looks like a formula is neutralised. */
export const csvText = (rows: readonly (readonly CsvCell[])[]): string =>
  rows.map((row) => `${row.map(field).join(',')}\r\n`).join('')

/** The same as bytes for a file: UTF-8 with a byte order mark. */
export const csvBytes = (rows: readonly (readonly CsvCell[])[]): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(BOM + csvText(rows))
