import { type Language, translate } from '../locales/translate'
import type { Report } from '../model/report'
import { type CitedWords, citedWords } from './citation'
import { csvBytes } from './csv'
import { plainCell, type Sheet, type SheetCell, writeWorkbook } from './xlsx'

/** A coded passage with all that an exported line tells. */
export interface ListedQuote extends Omit<CitedWords, 'report'> {
  report: Pick<Report, 'place' | 'year' | 'title' | 'date' | 'kind'> | null
  /** Names of the codes with those above them: 经济 / 增长. */
  codes: readonly string[]
  /** The words of the memo, links as their labels. */
  memo: string
  author: string
  /** True where an autocoding rule made it. */
  byRule: boolean
  /** ISO 8601 in UTC. */
  createdAt: string
  updatedAt: string
  /** True where its place in the present text is lost. */
  orphan: boolean
}

/** What the lines are written with. */
export interface QuoteWords {
  language: Language
  /** How many minutes local time is ahead of UTC at an instant: spreadsheets know no time zones. */
  offsetAt: (instant: Date) => number
}

const COLUMNS = [
  ['place', 16],
  ['placeCode', 10],
  ['year', 8],
  ['kind', 8],
  ['title', 30],
  ['section', 36],
  ['page', 8],
  ['text', 80],
  ['codes', 28],
  ['memo', 40],
  ['author', 12],
  ['made', 10],
  ['created', 18],
  ['updated', 18],
  ['citation', 60],
  ['file', 30],
  ['lost', 8],
] as const
type Column = (typeof COLUMNS)[number][0]

/** Parts the names of several codes in one cell. */
const CODE_MARK = '；'

const DAY = 86_400_000
/** The day 0 of a spreadsheet, 30 December 1899, lies so many days before 1 January 1970. */
const FIRST_DAY = 25_569
const TIME_FORMAT = 'yyyy-mm-dd hh:mm'

/** An instant as local time, in milliseconds as if it were UTC. */
const localTime = (instant: string, offsetAt: QuoteWords['offsetAt']): number => {
  const date = new Date(instant)
  return date.getTime() + offsetAt(date) * 60_000
}

/** An instant as a spreadsheet counts it: days since its day 0, to the minute. */
function dateCell(instant: string, offsetAt: QuoteWords['offsetAt']): SheetCell {
  const minutes = Math.floor(localTime(instant, offsetAt) / 60_000)
  return { value: (minutes * 60_000) / DAY + FIRST_DAY, format: TIME_FORMAT }
}

function cellsOf(quote: ListedQuote, words: QuoteWords): Record<Column, SheetCell> {
  const { report } = quote
  const say = (key: string): string => translate(words.language, `quotes.${key}`)
  return {
    place: report?.place?.name ?? '',
    placeCode: report?.place?.code ?? '',
    year: report?.year ?? null,
    kind: report ? translate(words.language, `reader.kind.${report.kind}`) : '',
    title: report?.title ?? '',
    section: quote.section,
    page: quote.page,
    text: quote.words,
    codes: quote.codes.join(CODE_MARK),
    memo: quote.memo,
    author: quote.author,
    made: say(quote.byRule ? 'made.rule' : 'made.hand'),
    created: dateCell(quote.createdAt, words.offsetAt),
    updated: dateCell(quote.updatedAt, words.offsetAt),
    citation: citedWords(quote),
    file: quote.fileName,
    lost: quote.orphan ? say('lost') : '',
  }
}

const headers = (language: Language): string[] => COLUMNS.map(([name]) => translate(language, `quotes.column.${name}`))

/** Most rows that a sheet of Excel holds, without that of the headings. */
export const SHEET_ROWS = 1_048_575

/** Quotes as a workbook of one sheet, with real dates and a column of citations. */
export function quotesWorkbook(quotes: readonly ListedQuote[], words: QuoteWords): Promise<Uint8Array<ArrayBuffer>> {
  const names = headers(words.language)
  const sheet: Sheet = {
    name: translate(words.language, 'quotes.title'),
    columns: COLUMNS.map(([, width], index) => ({ header: names[index] ?? '', width })),
    rows: quotes.slice(0, SHEET_ROWS).map((quote) => {
      const cells = cellsOf(quote, words)
      return COLUMNS.map(([name]) => cells[name])
    }),
    frozenColumns: 1,
  }
  return writeWorkbook([sheet])
}

/** A time as a spreadsheet reads it out of a CSV: 2026-03-01 09:30. */
const timeText = (instant: string, offsetAt: QuoteWords['offsetAt']): string =>
  new Date(localTime(instant, offsetAt)).toISOString().slice(0, 16).replace('T', ' ')

const plain = plainCell

/** Quotes as CSV, the same columns as the workbook. */
export function quotesCsv(quotes: readonly ListedQuote[], words: QuoteWords): Uint8Array<ArrayBuffer> {
  const rows = quotes.map((quote) => {
    const cells = cellsOf(quote, words)
    const times: Partial<Record<Column, string>> = {
      created: timeText(quote.createdAt, words.offsetAt),
      updated: timeText(quote.updatedAt, words.offsetAt),
    }
    return COLUMNS.map(([name]) => times[name] ?? plain(cells[name]))
  })
  return csvBytes([headers(words.language), ...rows])
}

/** Quotes as text: each with its citation on a line of its own, its memo below it. */
export const quotesText = (quotes: readonly ListedQuote[]): string =>
  quotes.map((quote) => [citedWords(quote), quote.memo].filter((line) => line.trim() !== '').join('\n')).join('\n\n')
