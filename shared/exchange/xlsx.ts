import { strToU8, zipSync } from 'fflate'
import { contentTypes, linkRelations, packageRelations, styles, workbook, workbookRelations } from './xlsx-parts'
import { linksOf, worksheet } from './xlsx-sheet'

/**
 * A cell: text (never a formula), a number, a number with an Excel format such as `#,##0.0#`, or text that leads to an
 * address (http, https or file; any other is written as text alone); null is empty.
 */
export type SheetCell = string | number | null | { value: number; format: string } | { text: string; link: string }

/** What a cell says without its looks: the number or the text. */
export const plainCell = (cell: SheetCell): string | number | null =>
  typeof cell !== 'object' || cell === null ? cell : 'text' in cell ? cell.text : cell.value

/** A column: its heading and its width in characters of the default font. */
export interface SheetColumn {
  header: string
  width: number
}

/** A sheet of a workbook. Its first row is the headings, bold and frozen. */
export interface Sheet {
  /** Made safe and unique when written (`safeSheetNames`). */
  name: string
  columns: readonly SheetColumn[]
  rows: readonly (readonly SheetCell[])[]
  /** How many columns stay in sight when the sheet is scrolled sideways. */
  frozenColumns?: number
}

/** Longest sheet name that Excel takes. */
const NAME_LIMIT = 31

/**
 * Names that Excel takes: at most 31 characters, none of []:*?/\, no apostrophe at either end, not empty, no two
 * alike (Excel does not tell case apart).
 */
export function safeSheetNames(names: readonly string[]): string[] {
  const taken = new Set<string>()
  return names.map((name) => {
    const bare = name
      .replace(/[[\]:*?/\\\u0000-\u001f]/g, ' ')
      .trim()
      .replace(/^'+|'+$/g, '')
    const base = bare === '' ? 'Sheet' : bare
    let safe = base.slice(0, NAME_LIMIT)
    for (let number = 2; taken.has(safe.toLowerCase()); number++) {
      const tail = ` ${number}`
      safe = base.slice(0, NAME_LIMIT - tail.length) + tail
    }
    taken.add(safe.toLowerCase())
    return safe
  })
}

/**
 * Writes an Office Open XML workbook (ECMA-376): the same bytes for the same sheets, in Node and in the browser.
 * It zips in the calling thread: fflate's own threads are made from `blob:` scripts, which the content security
 * policy of the window refuses.
 * @throws RangeError when there is no sheet, since Excel opens no workbook without one
 */
export async function writeWorkbook(sheets: readonly Sheet[]): Promise<Uint8Array<ArrayBuffer>> {
  if (sheets.length === 0) throw new RangeError('a workbook needs a sheet')
  const names = safeSheetNames(sheets.map((sheet) => sheet.name))
  const formats = [...new Set(sheets.flatMap((sheet) => sheet.rows.flatMap((row) => row.flatMap(formatOf))))]
  const files: Record<string, Uint8Array> = {
    '[Content_Types].xml': strToU8(contentTypes(sheets.length)),
    '_rels/.rels': strToU8(packageRelations()),
    'xl/workbook.xml': strToU8(workbook(names)),
    'xl/_rels/workbook.xml.rels': strToU8(workbookRelations(sheets.length)),
    'xl/styles.xml': strToU8(styles(formats)),
  }
  for (const [index, sheet] of sheets.entries()) {
    files[`xl/worksheets/sheet${index + 1}.xml`] = strToU8(worksheet(sheet, formats))
    const links = linksOf(sheet)
    if (links.length > 0)
      files[`xl/worksheets/_rels/sheet${index + 1}.xml.rels`] = strToU8(
        linkRelations(links.map(({ target }) => target)),
      )
  }
  // A fixed time, so that one matrix gives one file.
  return new Uint8Array(zipSync(files, { mtime: new Date(1980, 0, 1) }))
}

const formatOf = (cell: SheetCell): string[] =>
  typeof cell === 'object' && cell !== null && 'format' in cell ? [cell.format] : []
