import type { Language } from '#shared/locales/translate'
import type { Message } from '#shared/model/identity'
import type { PlaceRef } from '#shared/model/place'
import type { ReportKind } from '#shared/model/report'
import type {
  ExtractedStatement,
  Measure,
  Role,
  StatementKind,
  StatementStatus,
  TargetList,
} from '#shared/model/statement'
import type { PhraseCluster } from '#shared/statements/clusters'

/** What a table shows; an empty list and null let everything through. */
export interface StatementFilter {
  /** Words parted by spaces; each must be found in the phrase, quantity, subset, basis, scope, period or rank. */
  text: string
  /** Looks for the text in the whole sentence too: the texts are read, which takes seconds for a large project. */
  sentences: boolean
  statuses: readonly StatementStatus[]
  roles: readonly Role[]
  kinds: readonly StatementKind[]
  /** Indicator ids; '' for phrases that are none (未归类). */
  indicators: readonly string[]
  /** Codes of places; '' for reports without one. */
  places: readonly string[]
  /** 报告年度 */
  reportYears: readonly number[]
  /** 数据年份; '' where it can't be told. */
  years: readonly string[]
  measures: readonly Measure[]
  lists: readonly (typeof TargetList.options)[number][]
  scope: 'own' | 'other' | null
  /** Only what the engine is less sure of than this, 0 to 1. */
  below: number | null
  /** Only the main version of each report, and only what stands in the report itself. */
  mainOnly: boolean
}

/** Lets everything through. */
export const NO_FILTER: StatementFilter = {
  text: '',
  sentences: false,
  statuses: [],
  roles: [],
  kinds: [],
  indicators: [],
  places: [],
  reportYears: [],
  years: [],
  measures: [],
  lists: [],
  scope: null,
  below: null,
  mainOnly: false,
}

/** Columns that rows can be ordered by; `attention` puts what needs eyes first. */
export const SORT_COLUMNS = [
  'attention',
  'status',
  'place',
  'reportYear',
  'indicator',
  'phrase',
  'written',
  'normal',
  'kind',
  'role',
  'year',
  'period',
  'measure',
  'basis',
  'subset',
  'base',
  'rank',
  'wording',
  'scope',
  'list',
  'partOf',
  'due',
  'binding',
  'confidence',
  'rule',
  'start',
] as const
export type SortColumn = (typeof SORT_COLUMNS)[number]

/** One key of an order; the first of several weighs most. */
export interface SortKey {
  column: SortColumn
  down: boolean
}

export const GROUPINGS = ['place', 'indicator', 'report', 'reportYear', 'status'] as const
export type Grouping = (typeof GROUPINGS)[number]

/** What names a statement in the project. */
export interface StatementName {
  report: string
  key: string
}

/** What a table asks for. */
export interface StatementQuery {
  /** Only the statements of this report; null: of the whole project. */
  report: string | null
  filter: StatementFilter
  sort: readonly SortKey[]
  group: Grouping | null
  /** The statement whose position is wanted. */
  find: StatementName | null
}

export type StatusCounts = Record<StatementStatus, number>

/** The head of a group: rows `from` up to the next group's. */
export interface RowGroup {
  /** Place code, indicator id, report id, year or status; '' for those without. */
  value: string
  /** Name of a place or report, '' where the interface names it itself. */
  label: string
  from: number
  count: number
  /** How many of them nobody has settled. */
  suggested: number
}

/** What a query found. Rows are addressed by their position in it, from 0, with its version. */
export interface QueryResult {
  version: number
  total: number
  /** Of the rows that the filter lets through, whatever their status. */
  counts: StatusCounts
  /** All statements that the table is about, without any filter. */
  all: number
  groups: readonly RowGroup[] | null
  /** Position of the statement that was to be found, -1 where it is not among the rows. */
  at: number
}

/** One row of a table. */
export interface StatementRow extends ExtractedStatement {
  report: string
  source: string
  key: string
  status: StatementStatus
  /** True for one that the user has spoken on. */
  touched: boolean
  place: PlaceRef | null
  /** 报告年度 */
  reportYear: number | null
  reportKind: ReportKind
  title: string
  /** Value and high end in the base unit of their family: 160亿元 → 16000000000 元. */
  normal: number
  normalHigh: number | null
  normalUnit: string
  /** The words of its sentence, on one line. */
  words: string
  /** Where the quantity begins in `words`, -1 where it is not found. */
  wordsAt: number
}

/** A value that a filter offers, with how many statements have it. */
export interface Choice<T> {
  value: T
  count: number
}

/** What the filters of a table can offer. */
export interface StatementChoices {
  indicators: readonly Choice<string>[]
  places: readonly (Choice<string> & { name: string })[]
  reportYears: readonly Choice<number>[]
  years: readonly Choice<string>[]
  measures: readonly Choice<Measure>[]
  lists: readonly Choice<StatementFilter['lists'][number]>[]
  /** Some statements are of a version that is not the main one, or stand outside the report. */
  minor: number
}

/** Positions `from` up to `to`, which is left out. */
export interface PositionRange {
  from: number
  to: number
}

export type ExportType = 'csv' | 'xlsx'

/** Everything that can be asked of the worker, and what it answers. */
export interface Requests {
  open: { ask: { project: string }; answer: null }
  query: { ask: { view: string; query: StatementQuery }; answer: QueryResult | null }
  rows: { ask: { view: string; version: number; from: number; count: number }; answer: StatementRow[] | null }
  names: {
    ask: { view: string; version: number; ranges: readonly PositionRange[] }
    answer: (StatementName & { status: StatementStatus })[] | null
  }
  /** The counts of a query as they are now; the rows that were found stay as they are. */
  recount: {
    ask: { view: string; version: number; query: StatementQuery }
    answer: Pick<QueryResult, 'counts' | 'all' | 'groups'> | null
  }
  choices: { ask: { report: string | null }; answer: StatementChoices }
  clusters: { ask: { limit: number }; answer: PhraseCluster[] }
  /** The rows of a view as a file; `names` of indicators by id, in the language. */
  write: {
    ask: {
      view: string
      version: number
      format: ExportType
      language: Language
      names: Readonly<Record<string, string>>
    }
    answer: Uint8Array<ArrayBuffer> | null
  }
  drop: { ask: { view: string }; answer: null }
}

export type RequestType = keyof Requests
export type Request = { [T in RequestType]: { id: number; type: T } & Requests[T]['ask'] }[RequestType]
export type Answer = { id: number; ok: true; value: unknown } | { id: number; ok: false; reason: Message }

/** What the worker tells without being asked. */
export type Told =
  /** Reports are being read. */
  | { told: 'progress'; done: number; total: number }
  /** Texts are being searched for sentences. */
  | { told: 'searching'; done: number; total: number }
  /** Statements have changed: rows are to be asked for again. `rows`: some came or went, so positions have moved. */
  | { told: 'changed'; reports: readonly string[]; rows: boolean }
