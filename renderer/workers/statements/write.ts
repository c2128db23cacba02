import { pagesOf } from '#shared/exchange/citation'
import { type ListedStatement, statementCsv, statementWorkbook } from '#shared/exchange/statement-table'
import type { Language } from '#shared/locales/translate'
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

/** Every row with its words and its file: texts are read report by report, whatever the order of the rows. */
async function listed(
  db: ProjectDatabase,
  columns: Columns,
  rows: Uint32Array,
  told: (done: number, total: number) => void,
): Promise<ListedStatement[]> {
  const files = new Map((await db.sources.toArray()).map(({ hash, name }) => [hash, name]))
  const lines = new Array<ListedStatement>(rows.length)
  const reports = [...byReport(columns, rows)]
  for (let at = 0; at < reports.length; at += AT_ONCE) {
    const part = reports.slice(at, at + AT_ONCE)
    const texts = await db.texts.bulkGet(part.map(([report]) => columns.reports[report]?.reading ?? ''))
    part.forEach(([report, places], index) => {
      const text = texts[index]
      const file = files.get(columns.reports[report]?.source ?? '') ?? ''
      for (const place of places) {
        const row = rows[place] ?? 0
        const line = rowOf(columns, row, text ? wordsAround(columns, row, text) : { words: '', wordsAt: -1 })
        const { start, quantity } = line
        const page = pagesOf(text?.pages ?? [], { start, end: start + quantity.length })
        lines[place] = { ...line, file, page }
      }
    })
    told(Math.min(at + AT_ONCE, reports.length), reports.length)
  }
  return lines
}

/** Writes rows as a file, in their order. */
export async function writeRows(
  db: ProjectDatabase,
  columns: Columns,
  rows: Uint32Array,
  { format, language, names }: Writing,
  told: (done: number, total: number) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const lines = await listed(db, columns, rows, told)
  const words = { language, indicatorName: (id: string) => names[id] ?? '' }
  return format === 'csv' ? statementCsv(lines, words) : statementWorkbook(lines, words)
}
