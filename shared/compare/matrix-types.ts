import type { Cell } from '#shared/model/cell'
import type { Message } from '#shared/model/identity'
import type { PlaceRef } from '#shared/model/place'
import type { ReportKind } from '#shared/model/report'
import type { Role, StatementKind } from '#shared/model/statement'
import type { Variant } from './variants'

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
  /** False where it is of another measure, basis, subset or base than the column: it never stands in it. */
  fits: boolean
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
  /** Series key of its column (`seriesKey`). */
  indicator: string
  /** 数据年份; of 最近一期 the year of its number, '' where it has none. */
  year: string
  /** The one that stands for the cell, null where there is none. */
  chosen: Candidate | null
  shown: Shown | null
  /** All that could stand here, the chosen one first; after them those of other variants (`fits`: false). */
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
  /** Series key (`seriesKey`). */
  indicator: string
  /** '' where each place has its latest year (`Matrix.latest`). */
  year: string
  /** Unit of its numbers, '' while it has none. */
  unit: string
  warnings: readonly Message[]
}

/** A row: a place in a role; `cells` runs along the columns. */
export interface MatrixRow {
  place: PlaceRef
  role: Role
  /** Made when they are looked at first. */
  readonly cells: readonly MatrixCell[]
  /** Whether the cell at a place in `cells` holds a number; asked without making the cells. */
  holds: (column: number) => boolean
}

/** What holds for an indicator over all its columns: what a chart of it needs. */
export interface MatrixIndicator {
  /** Series key (`seriesKey`): names the column, and is what cells and columns hold. */
  id: string
  /** Indicator id, or the phrase where there is none. */
  indicator: string
  /** What most of its statements are of, or what was chosen; parts that most of them leave open are ''. */
  variant: Variant
  /** The variant was chosen by the user. */
  fixed: boolean
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
  /** 最近一期: `years` is [''], and each cell holds the latest number of its place with the year of it. */
  latest: boolean
  years: readonly string[]
  places: readonly PlaceRef[]
  roles: readonly Role[]
  indicators: readonly MatrixIndicator[]
  columns: readonly MatrixColumn[]
  rows: readonly MatrixRow[]
  reports: readonly MatrixReport[]
}
