import { type Language, translate } from '../locales/translate'
import type { PlaceRef } from '../model/place'
import type { ExtractedStatement, StatementStatus } from '../model/statement'
import { type CsvCell, csvBytes } from './csv'
import { plainCell, type Sheet, type SheetCell, writeWorkbook } from './xlsx'

/** A statement with what an exported line tells beside it. */
export interface ListedStatement extends ExtractedStatement {
  status: StatementStatus
  place: Pick<PlaceRef, 'code' | 'name'> | null
  /** 报告年度 */
  reportYear: number | null
  title: string
  normal: number
  normalHigh: number | null
  normalUnit: string
  /** The words of its sentence. */
  words: string
  /** Name of the file. */
  file: string
  /** Page or pages that it stands on, '' for a format without pages. */
  page: string
}

/** What the lines are written with. */
export interface StatementWords {
  language: Language
  /** Name of an indicator in the language, '' for an id that is none. */
  indicatorName: (id: string) => string
}

const COLUMNS = [
  ['status', 10],
  ['place', 16],
  ['placeCode', 10],
  ['reportYear', 10],
  ['indicator', 24],
  ['phrase', 24],
  ['written', 14],
  ['comparator', 8],
  ['value', 14],
  ['high', 12],
  ['unit', 10],
  ['normal', 18],
  ['normalHigh', 14],
  ['normalUnit', 10],
  ['kind', 8],
  ['role', 10],
  ['year', 10],
  ['period', 14],
  ['measure', 10],
  ['basis', 14],
  ['subset', 14],
  ['base', 14],
  ['rank', 14],
  ['wording', 10],
  ['scope', 14],
  ['list', 12],
  ['partOf', 16],
  ['due', 12],
  ['binding', 10],
  ['confidence', 8],
  ['rule', 12],
  ['sentence', 80],
  ['file', 30],
  ['page', 8],
  ['offset', 10],
] as const
type Column = (typeof COLUMNS)[number][0]

function lineOf(statement: ListedStatement, { language, indicatorName }: StatementWords): SheetCell[] {
  const named = (group: string, code: string): string =>
    code === '' ? '' : translate(language, `statementTable.${group}.${code}`)
  const { place, scope } = statement
  const values: Record<Column, SheetCell> = {
    status: named('status', statement.status),
    place: place?.name ?? '',
    placeCode: place?.code ?? '',
    reportYear: statement.reportYear,
    indicator: indicatorName(statement.canonical),
    phrase: statement.indicator,
    written: statement.quantity,
    comparator: named('comparator', statement.comparator),
    value: statement.value,
    high: statement.high,
    unit: statement.unit,
    normal: statement.normal,
    normalHigh: statement.normalHigh,
    normalUnit: statement.normalUnit,
    kind: named('kind', statement.kind),
    role: named('role', statement.role),
    year: statement.year,
    period: statement.period,
    measure: named('measure', statement.measure),
    basis: statement.basis,
    subset: statement.subset,
    base: statement.base,
    rank: statement.rank,
    wording: statement.wording,
    scope: scope === 'own' ? '' : scope,
    list: named('list', statement.list),
    partOf: statement.part_of,
    due: statement.due,
    binding: named('binding', statement.binding),
    confidence: Math.round(statement.confidence * 100) / 100,
    rule: statement.rule,
    sentence: statement.words,
    file: statement.file,
    page: statement.page,
    offset: statement.start,
  }
  return COLUMNS.map(([name]) => values[name])
}

const headers = (language: Language): string[] =>
  COLUMNS.map(([name]) => translate(language, `statementTable.column.${name}`))

/** Statements as a workbook of one sheet: as written, and normalised beside it. */
export function statementWorkbook(
  statements: Iterable<ListedStatement>,
  words: StatementWords,
): Promise<Uint8Array<ArrayBuffer>> {
  const names = headers(words.language)
  const sheet: Sheet = {
    name: translate(words.language, 'statementTable.title'),
    columns: COLUMNS.map(([, width], index) => ({ header: names[index] ?? '', width })),
    rows: Array.from(statements, (statement) => lineOf(statement, words)),
  }
  return writeWorkbook([sheet])
}

/** Lines that are written at once: a table of hundreds of thousands would be one string of hundreds of megabytes. */
const AT_ONCE = 10_000

const plain = plainCell

/** Statements as CSV, the same columns as the workbook. */
export function statementCsv(statements: Iterable<ListedStatement>, words: StatementWords): Uint8Array<ArrayBuffer> {
  const parts = [csvBytes([headers(words.language)])]
  let batch: CsvCell[][] = []
  const write = () => {
    // Every piece begins with a byte order mark; only the first one keeps it.
    parts.push(csvBytes(batch).subarray(BOM_BYTES))
    batch = []
  }
  for (const statement of statements) {
    batch.push(lineOf(statement, words).map(plain))
    if (batch.length === AT_ONCE) write()
  }
  write()
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let to = 0
  for (const part of parts) {
    whole.set(part, to)
    to += part.length
  }
  return whole
}

const BOM_BYTES = 3
