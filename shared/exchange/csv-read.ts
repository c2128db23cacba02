/** A line of a table, with where it began. */
export interface CsvLine {
  /** Line of the file, from 1; a cell may hold line breaks. */
  line: number
  cells: string[]
}

/**
 * The text of a table that a spreadsheet saved: UTF-8 or UTF-16 by its byte order mark, UTF-8 where the bytes are that,
 * else GB18030, as Excel and WPS save CSV on a Chinese system.
 */
export function tableText(bytes: Uint8Array): string {
  const marked = { 65279: 'utf-16le', 65534: 'utf-16be' }[(bytes[0] ?? 0) | ((bytes[1] ?? 0) << 8)]
  if (marked) return new TextDecoder(marked).decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    // Not UTF-8. GB18030 gives every sequence of bytes a reading, so this does not fail.
    return new TextDecoder('gb18030').decode(bytes)
  }
}

/**
 * The separator of a table: of comma, tab, semicolon and their full-width forms the one that its first line has most
 * of, outside quotes. Excel writes tabs for "Unicode text", and semicolons where the comma is the decimal sign.
 */
function separatorOf(text: string): string {
  const end = text.search(/[\r\n]/)
  const head = (end < 0 ? text : text.slice(0, end)).replace(/"[^"]*"/g, '')
  const uses = (sign: string): number => head.split(sign).length - 1
  return ['\t', ';', '，', '；'].reduce((best, sign) => (uses(sign) > uses(best) ? sign : best), ',')
}

/**
 * Reads RFC 4180, with whatever line breaks and separator: cells as they are, quotes undone. Lines without any
 * character are left out; a quote that is not closed ends with the file.
 */
export function readCsv(text: string): CsvLine[] {
  const separator = separatorOf(text)
  const lines: CsvLine[] = []
  let at = 0
  let line = 1
  while (at < text.length) {
    const began = line
    const cells: string[] = []
    for (;;) {
      const { cell, end } = text[at] === '"' ? quotedCell(text, at, separator) : plainCell(text, at, separator)
      // Looked for in the cell alone: over the whole text it would take the square of its length.
      for (let from = cell.indexOf('\n'); from >= 0; from = cell.indexOf('\n', from + 1)) line++
      cells.push(cell)
      at = end
      if (text[at] !== separator) break
      at++
    }
    at += text.startsWith('\r\n', at) ? 2 : 1
    line++
    if (cells.some((cell) => cell !== '')) lines.push({ line: began, cells })
  }
  return lines
}

interface Cell {
  cell: string
  /** Offset of the separator or line break after it. */
  end: number
}

function plainCell(text: string, start: number, separator: string): Cell {
  let end = start
  while (end < text.length && text[end] !== separator && text[end] !== '\r' && text[end] !== '\n') end++
  return { cell: text.slice(start, end), end }
}

function quotedCell(text: string, start: number, separator: string): Cell {
  let cell = ''
  let at = start + 1
  for (;;) {
    const quote = text.indexOf('"', at)
    if (quote < 0) return { cell: cell + text.slice(at), end: text.length }
    cell += text.slice(at, quote)
    at = quote + 1
    if (text[at] !== '"') break
    cell += '"'
    at++
  }
  // What stands between the closing quote and the separator belongs to no cell by the rule; it is kept.
  const rest = plainCell(text, at, separator)
  return { cell: cell + rest.cell, end: rest.end }
}
