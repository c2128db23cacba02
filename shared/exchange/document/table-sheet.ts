import type { Sheet, SheetCell } from '../xlsx'
import type { DocumentCell, DocumentTable } from './document'

/** Characters of a sheet's column for the whole width of a table. */
const CHARACTERS = 110
const LEAST = 8

/** Words inside a number format stand between quotation marks, and hold none. */
const quoted = (words: string): string => (words === '' ? '' : `"${words.replaceAll('"', '')}"`)

/** A number as a number, looking as it does on paper: ≥8.0. */
function sheetCell({ text, number }: DocumentCell): SheetCell {
  if (!number) return text === '—' ? null : text
  const { value, decimals, before, after } = number
  const digits = decimals ?? Math.min(4, (String(value).split('.')[1] ?? '').length)
  const format = digits === 0 ? '#,##0' : `#,##0.${'0'.repeat(digits)}`
  return { value, format: quoted(before) + format + quoted(after) }
}

/** One heading for each column: what stands above each other in the head, joined. */
function headings({ head, columns }: Pick<DocumentTable, 'head' | 'columns'>): string[] {
  const names = columns.map((): string[] => [])
  const taken = columns.map(() => 0)
  for (const [line, cells] of head.entries()) {
    let at = 0
    for (const { text, span = 1, rows = 1 } of cells) {
      while ((taken[at] ?? 0) > line) at++
      for (let column = at; column < at + span; column++) {
        names[column]?.push(text)
        taken[column] = line + rows
      }
      at += span
    }
  }
  return names.map((parts) => parts.filter((part) => part !== '').join(' '))
}

/** A table of a document as a sheet of a workbook: real numbers, one heading a column. */
export function tableSheet(table: DocumentTable, name: string): Sheet {
  const whole = table.columns.reduce((sum, { width }) => sum + width, 0) || 1
  const titles = headings(table)
  return {
    name,
    frozenColumns: 1,
    columns: table.columns.map(({ width }, at) => ({
      header: titles[at] ?? '',
      width: Math.max(LEAST, Math.round((CHARACTERS * width) / whole), 2 * (titles[at] ?? '').length),
    })),
    rows: table.rows.map((cells) => cells.map(sheetCell)),
  }
}

/** What stands below a table, as a sheet of its own. */
export function notesSheet({ notes, sources }: DocumentTable, name: string, header: string): Sheet {
  return {
    name,
    columns: [{ header, width: 100 }],
    rows: [...notes.map((note, at) => [`${at + 1}. ${note}`]), ...(sources === '' ? [] : [[sources]])],
  }
}
