import { pagesOf } from '#shared/exchange/citation'
import { type ListedStatement, statementCsv, statementWorkbook } from '#shared/exchange/statement-table'
import type { Language } from '#shared/locales/translate'
import type { ReadingText } from '#shared/model/reading'
import type { ProjectDatabase } from '../../storage/statement-worker'
import type { Columns } from './columns'
import type { ExportType } from './protocol'
import { rowOf } from './rows'
import { wordsAround } from './sentences'

/** How rows are written. */
export interface Writing {
  format: ExportType
  language: Language
  /** Names of indicators by id, in the language. */
  names: Readonly<Record<string, string>>
}

/** Texts that are read at once. */
const AT_ONCE = 50

/** Rows by their report, each with its place in the order. */
function byReport(columns: Columns, rows: Uint32Array): Map<number, number[]> {
  const places = new Map<number, number[]>()
  for (let place = 0; place < rows.length; place++) {
    const report = columns.integers.report[rows[place] ?? 0] ?? 0
    const known = places.get(report)
    if (known) known.push(place)
    else places.set(report, [place])
  }
  return places
}

/** What of a row stands in its text. */
interface Quoted {
  words: string
  page: string
}

/**
 * What the texts say of rows, in the order of the rows: texts are read report by report, each once, whatever that order
 * is.
 */
async function quoted(
  db: ProjectDatabase,
  columns: Columns,
  rows: Uint32Array,
  told: (done: number, total: number) => void,
): Promise<Quoted[]> {
  const quotes = new Array<Quoted>(rows.length)
  const reports = [...byReport(columns, rows)]
  for (let at = 0; at < reports.length; at += AT_ONCE) {
    const part = reports.slice(at, at + AT_ONCE)
    const texts = await db.texts.bulkGet(part.map(([report]) => columns.reports[report]?.reading ?? ''))
    part.forEach(([, places], index) => {
      const text = texts[index]
      for (const place of places)
        quotes[place] = text ? quoteOf(columns, rows[place] ?? 0, text) : { words: '', page: '' }
    })
    told(Math.min(at + AT_ONCE, reports.length), reports.length)
  }
  return quotes
}

function quoteOf(columns: Columns, row: number, text: ReadingText): Quoted {
  const start = columns.integers.start[row] ?? 0
  return { words: wordsAround(columns, row, text).words, page: pagesOf(text.pages, { start, end: start + 1 }) }
}

/** The rows as lines, each made when it is written: all of them together would take hundreds of megabytes. */
function* linesOf(
  columns: Columns,
  rows: Uint32Array,
  quotes: readonly Quoted[],
  files: ReadonlyMap<string, string>,
): Iterable<ListedStatement> {
  for (let place = 0; place < rows.length; place++) {
    const { words, page } = quotes[place] ?? { words: '', page: '' }
    const line = rowOf(columns, rows[place] ?? 0, { words, wordsAt: -1 })
    yield { ...line, file: files.get(line.source) ?? '', page }
  }
}

/** Writes rows as a file, in their order. */
export async function writeRows(
  db: ProjectDatabase,
  columns: Columns,
  rows: Uint32Array,
  { format, language, names }: Writing,
  told: (done: number, total: number) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const files = new Map((await db.sources.toArray()).map(({ hash, name }) => [hash, name]))
  const lines = linesOf(columns, rows, await quoted(db, columns, rows, told), files)
  const words = { language, indicatorName: (id: string) => names[id] ?? '' }
  return format === 'csv' ? statementCsv(lines, words) : statementWorkbook(lines, words)
}
