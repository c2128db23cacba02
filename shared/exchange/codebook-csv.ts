import { DICTIONARIES, type Language, translate } from '../locales/translate'
import { type Message, message } from '../model/identity'
import { csvBytes, neutralise } from './csv'
import { type CsvLine, readCsv, tableText } from './csv-read'

/** A code as a line of a table tells it. */
export interface CodeLine {
  /** Names from the top down, the last is its own. */
  path: string[]
  /** `#rrggbb` */
  color: string
  key: number | null
  definition: string
  example: string
  memo: string
  /** Place among its siblings. */
  order: number
}

/** A code that was read: what its table does not tell is undefined. */
export type ReadCode = Pick<CodeLine, 'path'> & Partial<Omit<CodeLine, 'path'>> & { line: number }

/** Something wrong with a line of a table. */
export interface LineFault {
  line: number
  fault: Message
}

/** What a table was read as. */
export interface ReadCodebook {
  codes: ReadCode[]
  faults: LineFault[]
}

const COLUMNS = ['path', 'name', 'parent', 'color', 'key', 'definition', 'example', 'memo', 'order'] as const
type Column = (typeof COLUMNS)[number]

/** Between the names of a path. */
const STEP = ' > '

/** Codes in one table at most: more is no codebook. */
const MOST_LINES = 10_000

/** What fits into a record (`shared/model/code.ts`). */
const MOST_NAME = 200

const escaped = (name: string): string => name.replace(/[\\>]/g, '\\$&')

/** A path as text: `目标 > 定性目标`; a `>` or `\` in a name has a `\` before it. */
export const pathText = (path: readonly string[]): string => path.map(escaped).join(STEP)

/** The names of a path as `pathText` writes it, without the blanks around them. */
export function namesIn(text: string): string[] {
  const names = ['']
  for (let at = 0; at < text.length; at++) {
    const last = names.length - 1
    if (text[at] === '\\' && at + 1 < text.length) names[last] += text[++at] ?? ''
    else if (text[at] === '>') names.push('')
    else names[last] += text[at] ?? ''
  }
  return names.map((name) => name.trim())
}

/**
 * What `neutralise` writes can't be told from a text that begins with an apostrophe itself: that gets one more, so that
 * reading takes exactly one away.
 */
const STARTS_GUARDED = /^'+(?=[=+\-@\t\r＝＋－＠])/
const guarded = (text: string): string => (STARTS_GUARDED.test(text) ? `'${text}` : neutralise(text))
const unguarded = (text: string): string => (STARTS_GUARDED.test(text) ? text.slice(1) : text)

/** Codes as CSV for spreadsheets: UTF-8 with a byte order mark, a line for each code in the order of the tree. */
export function codebookCsv(codes: readonly CodeLine[], language: Language): Uint8Array<ArrayBuffer> {
  const header = COLUMNS.map((column) => translate(language, `codebook.csv.column.${column}`))
  const lines = codes.map((code) => {
    const { path, color, key, definition, example, memo, order } = code
    const texts = [pathText(path), path.at(-1) ?? '', pathText(path.slice(0, -1)), color]
    return [...texts.map(guarded), key, ...[definition, example, memo].map(guarded), order]
  })
  return csvBytes([header, ...lines])
}

/** The columns by their heads, in either language or by their English field names. */
function columnsByHead(): Map<string, Column> {
  const heads = (column: Column): string[] => [
    column,
    ...Object.keys(DICTIONARIES).map((language) =>
      translate(language as Language, `codebook.csv.column.${column}`).toLowerCase(),
    ),
  ]
  // A head of two columns is that of the first.
  return new Map(COLUMNS.toReversed().flatMap((column) => heads(column).map((head) => [head, column] as const)))
}

/**
 * Reads a codebook from a table: `codebookCsv`'s, or one made by hand with a column of names and as many of the others
 * as there are. A line that is wrong is left out and told about.
 */
export function readCodebook(bytes: Uint8Array): ReadCodebook {
  const [head, ...lines] = readCsv(tableText(bytes))
  const known = columnsByHead()
  const columns = head?.cells.map((cell) => known.get(cell.trim().toLowerCase()) ?? null) ?? []
  if (!columns.includes('path') && !columns.includes('name'))
    return { codes: [], faults: [{ line: head?.line ?? 1, fault: message('codebook.csv.fault.head') }] }
  const codes: ReadCode[] = []
  const faults: LineFault[] = []
  for (const line of lines.slice(0, MOST_LINES)) {
    const read = readLine(line, columns)
    if ('path' in read) codes.push(read)
    else faults.push({ line: line.line, fault: read })
  }
  const rest = lines[MOST_LINES]
  if (rest) faults.push({ line: rest.line, fault: message('codebook.csv.fault.tooMany', { most: MOST_LINES }) })
  return { codes, faults }
}

function readLine({ line, cells }: CsvLine, columns: readonly (Column | null)[]): ReadCode | Message {
  const cell = (column: Column): string | undefined => {
    const at = columns.indexOf(column)
    return at < 0 ? undefined : unguarded(cells[at] ?? '')
  }
  const path = pathIn(cell('path'), cell('name'), cell('parent'))
  if (path.length === 0 || path.includes('')) return message('codebook.csv.fault.name')
  const long = path.find((name) => name.length > MOST_NAME)
  if (long) return message('codebook.csv.fault.long', { name: long.slice(0, 20), most: MOST_NAME })
  const read: ReadCode = { line, path }
  const [color, key, order] = [cell('color'), cell('key'), cell('order')].map((text) => text?.trim())
  if (color) {
    if (!/^#[0-9a-f]{6}$/i.test(color)) return message('codebook.csv.fault.color', { value: color.slice(0, 20) })
    read.color = color.toLowerCase()
  }
  if (key !== undefined) {
    if (!/^[1-9]?$/.test(key)) return message('codebook.csv.fault.key', { value: key.slice(0, 20) })
    read.key = key === '' ? null : Number(key)
  }
  if (order) {
    if (!Number.isFinite(Number(order))) return message('codebook.csv.fault.order', { value: order.slice(0, 20) })
    read.order = Number(order)
  }
  for (const column of ['definition', 'example', 'memo'] as const) {
    const text = cell(column)
    if (text !== undefined) read[column] = text
  }
  return read
}

/** The names of a line's path; one made by hand may tell the name and the path of its parent instead. */
function pathIn(path: string | undefined, name: string | undefined, parent: string | undefined): string[] {
  if (path !== undefined && path.trim() !== '') return namesIn(path)
  const own = name?.trim() ?? ''
  if (own === '') return []
  return parent === undefined || parent.trim() === '' ? [own] : [...namesIn(parent), own]
}
