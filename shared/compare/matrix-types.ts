import type { Cell } from '#shared/model/cell'
import type { Message } from '#shared/model/identity'
import type { PlaceRef } from '#shared/model/place'
import type { ReportKind } from '#shared/model/report'
import type { Role, StatementKind } from '#shared/model/statement'

export type { PlaceRef } from '#shared/model/place'

/** Where a statement stands: enough to open its sentence, and to say which report it comes from. */
export interface Origin {
  report: string
  /** Hash of the source. */
  source: string
  /** Span of the quantity in the reading's text, UTF-16 code units, end exclusive. */
  start: number
  end: number
  quantity: string
  /** 报告年度 of the report, null where it is not known. */
  reportYear: number | null
  /** 全文, 摘要 …: a digest proves what it says, never what it leaves out. */
  reportKind: ReportKind
}

/** A statement that could stand in a cell. */
export interface Candidate {
  cell: Cell
  origin: Origin
  chosen: boolean
  /** Why it was chosen, or why another one was (`compare.why.*`). */
  why: Message
  /** True where it says something else than the chosen one: another number, measure, basis or subset. */
  differs: boolean
}

/** A number as the column shows it. */
export interface Shown {
  /** In `unit`; the low end of a range. */
  value: number
  high: number | null
  /** The indicator's common unit for this base: 亿元, %, 个. */
  unit: string
}

/**
 * What is known about a place, a year and an indicator: `value` a statement; `silent` the report is there and says
 * nothing; `noReport` the library has no report that would say it. None of them is zero.
 */
export type CellState = 'value' | 'silent' | 'noReport'

/** One cell of the matrix. */
export interface MatrixCell {
  state: CellState
  place: string
  role: Role
  indicator: string
  /** 数据年份 */
  year: string
  /** The one that stands for the cell, null where there is none. */
  chosen: Candidate | null
  shown: Shown | null
  /** All that could stand here, the chosen one first. */
  candidates: readonly Candidate[]
  /** Not the whole year: 前三季度, 截至11月底. */
  partial: boolean
  /** 预计: the report did not know it for sure. */
  estimate: boolean
  /** What to know before it is compared (`compare.warning.*`). */
  warnings: readonly Message[]
  /** Why it is empty (`compare.missing.*`), null for a value. */
  missing: Message | null
}

/** A column: an indicator in a data year. */
export interface MatrixColumn {
  indicator: string
  year: string
  /** Unit of its numbers, '' while it has none. */
  unit: string
  warnings: readonly Message[]
}

/** A row: a place in a role; `cells` runs along the columns. */
export interface MatrixRow {
  place: PlaceRef
  role: Role
  cells: readonly MatrixCell[]
}

/** What holds for an indicator over all its columns: what a chart of it needs. */
export interface MatrixIndicator {
  id: string
  /** Base unit of its marks; statements in another base (美元 beside 元) are shown as written and not drawn. */
  base: string
  unit: string
  warnings: readonly Message[]
}

/** A report that the matrix was made from. */
export interface MatrixReport {
  report: string
  source: string
  place: PlaceRef
  year: number | null
  kind: ReportKind
}

/** Places × years × indicators with the evidence behind every number. */
export interface Matrix {
  kind: StatementKind
  years: readonly string[]
  places: readonly PlaceRef[]
  roles: readonly Role[]
  indicators: readonly MatrixIndicator[]
  columns: readonly MatrixColumn[]
  rows: readonly MatrixRow[]
  reports: readonly MatrixReport[]
}
