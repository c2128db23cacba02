import type { LedgerRow } from '#shared/compare/ledger/ledger-types'
import type { TableContext } from '#shared/exchange/comparison-tables'
import { type BriefingQuote, briefing } from '#shared/exchange/document/briefing'
import { type DeskInput, deskTable } from '#shared/exchange/document/desk-table'
import type { DocumentPicture, DocumentTable, Paper, PaperDocument } from '#shared/exchange/document/document'
import { ledgerBlock } from '#shared/exchange/document/ledger-table'
import { notesSheet, tableSheet } from '#shared/exchange/document/table-sheet'
import { type TaskContext, taskTable } from '#shared/exchange/document/task-table'
import type { Sheet } from '#shared/exchange/xlsx'
import { type Language, translate } from '#shared/locales/translate'
import type { BriefingWish } from '#shared/model/briefing-draft'

/** A paper ready to be shown and taken out. */
export interface MadePaper {
  document: PaperDocument
  /** The same as sheets of a workbook; null for what is no table. */
  sheets: readonly Sheet[] | null
}

const say = (language: Language, key: string, params: Record<string, string | number> = {}): string =>
  translate(language, `tables.${key}`, params)

/** A paper that is one table: its caption is the paper's title. */
function tablePaper(table: DocumentTable, paper: Paper, language: Language): MadePaper {
  const { caption, notes, sources } = table
  const extra = notes.length > 0 || sources !== ''
  return {
    document: {
      title: caption,
      subtitle: '',
      paper: { size: paper.size, landscape: paper.landscape },
      blocks: [{ ...table, caption: '' }],
      footer: say(language, 'briefing.footer'),
    },
    sheets: [tableSheet(table, caption), ...(extra ? [notesSheet(table, say(language, 'sheet.notes'), caption)] : [])],
  }
}

/** 对比表 of a year; null where it has no row or no place. */
export function deskPaper(input: Omit<DeskInput, 'context'>, context: TableContext): MadePaper | null {
  const table = deskTable({ ...input, context })
  if (table.rows.length === 0 || input.places.length === 0) return null
  return tablePaper(table, input.template, context.language)
}

/** 任务分解表; null where the report has no target. */
export function taskPaper(rows: readonly LedgerRow[], paper: Paper, context: TaskContext): MadePaper | null {
  return rows.length === 0 ? null : tablePaper(taskTable(rows, context), paper, context.language)
}

/** What the ledgers say of a year that something is known of: the latest with a result, else the latest. */
export function ledgerYears(rows: readonly LedgerRow[]): { years: readonly number[]; latest: number | null } {
  const years = [...new Set(rows.map(({ year }) => year))].sort((a, b) => b - a)
  const told = years.find((year) => rows.some((row) => row.year === year && row.result !== null))
  return { years, latest: told ?? years[0] ?? null }
}

/** The ledgers of a year as tables, one for each place that has one. */
export function ledgerTables(
  rows: readonly LedgerRow[],
  year: number | null,
  headline: boolean,
  language: Language,
  indicatorName: (id: string) => string,
): DocumentTable[] {
  const shown = rows.filter(
    (row) => row.year === year && row.repeats === null && (!headline || row.target.list === 'headline'),
  )
  const places = [...new Set(shown.map(({ place }) => place.code))]
  return places.map((code) =>
    ledgerBlock(
      shown.filter(({ place }) => place.code === code),
      language,
      indicatorName,
    ),
  )
}

/** What a briefing is made of. */
export interface BriefingInput {
  wish: BriefingWish
  title: string
  subtitle: string
  tables: readonly DocumentTable[]
  pictures: readonly DocumentPicture[]
  ledgers: readonly DocumentTable[]
  quotes: readonly BriefingQuote[]
  language: Language
}

/** 简报: the parts that are wanted. */
export function briefingPaper({ wish, pictures, ...input }: BriefingInput): MadePaper {
  const { parts, size, landscape, summary } = wish
  const kept = <Item>(part: keyof typeof parts, items: readonly Item[]): readonly Item[] => (parts[part] ? items : [])
  const document = briefing({
    title: input.title,
    subtitle: input.subtitle,
    paper: { size, landscape },
    summary: parts.summary ? summary : '',
    tables: kept('tables', input.tables),
    charts: kept('charts', pictures),
    ledgers: kept('ledger', input.ledgers),
    quotes: kept('quotes', input.quotes),
    language: input.language,
  })
  return { document, sheets: null }
}
