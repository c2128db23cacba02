import { type Language, translate } from '../locales/translate'
import type { Message } from '../model/identity'
import { csvBytes } from './csv'
import { plainCell, type SheetCell, type SheetColumn, writeWorkbook } from './xlsx'

/** A report that was found in a file, as the import result tells of it. */
export interface FoundReport {
  title: string
  place: { name: string } | null
  repairedFrom: string | null
  year: number | null
  kind: string
  confidence: number
}

/** What became of one file of an import. */
export type ImportedFile = { name: string; hash: string | null } & (
  | {
      status: 'imported'
      format: string
      encoding: string | null
      encodingReason: Message
      characters: number
      statements: number
      reports: readonly FoundReport[]
    }
  | { status: 'duplicate'; of: string }
  | { status: 'failed'; reason: Message }
)

const WIDTHS = {
  file: 40,
  status: 8,
  message: 40,
  format: 12,
  encoding: 10,
  reason: 40,
  characters: 10,
  title: 32,
  place: 16,
  year: 8,
  kind: 8,
  confidence: 8,
  repaired: 12,
  statements: 8,
  hash: 24,
} as const
type Column = keyof typeof WIDTHS
type Row = Partial<Record<Column, SheetCell>>

/** The rows of a file: one for each report in it, one where there is none. */
function rowsOf(file: ImportedFile, language: Language): Row[] {
  const say = ({ key, params }: Message) => translate(language, key, params)
  const status = translate(language, `import.status.${file.status}`)
  const base: Row = { file: file.name, status, hash: file.hash }
  if (file.status === 'failed') return [{ ...base, message: say(file.reason) }]
  if (file.status === 'duplicate')
    return [{ ...base, message: translate(language, 'import.result.duplicateOf', { name: file.of }) }]
  const { format, encoding, encodingReason, characters, statements, reports } = file
  const read: Row = {
    ...base,
    format: translate(language, `import.format.${format}`),
    encoding: encoding === null ? null : translate(language, `library.encoding.${encoding}`),
    reason: say(encodingReason),
    characters,
  }
  if (reports.length === 0) return [{ ...read, message: translate(language, 'library.noReport'), statements }]
  return reports.map((report, index) => ({
    ...read,
    title: report.title,
    place: report.place?.name ?? null,
    year: report.year,
    kind: translate(language, `library.kind.${report.kind}`),
    confidence: { value: report.confidence, format: '0%' },
    repaired: report.repairedFrom,
    // The figure is the file's: beside one of its reports only, so that a sum over the column is right.
    statements: index === 0 ? statements : null,
  }))
}

function tableOf(files: readonly ImportedFile[], language: Language) {
  const names = Object.keys(WIDTHS) as Column[]
  const columns: SheetColumn[] = names.map((name) => ({
    header: translate(language, `import.result.column.${name}`),
    width: WIDTHS[name],
  }))
  const rows = files.flatMap((file) => rowsOf(file, language)).map((row) => names.map((name) => row[name] ?? null))
  return { columns, rows }
}

/** The result of an import as a workbook: a row for each report, one for each file without. */
export function importWorkbook(files: readonly ImportedFile[], language: Language): Promise<Uint8Array<ArrayBuffer>> {
  const name = translate(language, 'import.result.exportName')
  return writeWorkbook([{ name, frozenColumns: 1, ...tableOf(files, language) }])
}

/** The same as CSV. */
export function importCsv(files: readonly ImportedFile[], language: Language): Uint8Array<ArrayBuffer> {
  const { columns, rows } = tableOf(files, language)
  const plain = plainCell
  return csvBytes([columns.map(({ header }) => header), ...rows.map((row) => row.map(plain))])
}
