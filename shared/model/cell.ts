import { z } from 'zod'
import { Uuid } from './identity'
import { PlaceRef } from './place'
import { ReportKind } from './report'
import { Comparator, Measure, Role, StatementKind, StatementStatus, TargetList } from './statement'

/** One statement as the matrix and the ledger need it: short, with its number in the base unit of its family. */
export const Cell = z.object({
  /** `statementKey` of the statement. */
  key: z.string(),
  start: z.int().nonnegative(),
  quantity: z.string(),
  /** Indicator id, or the phrase as written where there is none. */
  indicator: z.string(),
  kind: StatementKind,
  role: Role,
  /** 数据年份 */
  year: z.string(),
  /** As written. */
  value: z.number(),
  high: z.number().nullable(),
  unit: z.string(),
  /** `value` and `high` in the base unit: 160亿元 → 16000000000. */
  normal: z.number(),
  normalHigh: z.number().nullable(),
  /** Base unit: 元, 人, %, 百分点, 个 … */
  base: z.string(),
  comparator: Comparator,
  measure: Measure,
  basis: z.string(),
  /** What a change is measured against, as written (`base` of the statement): 同比, 比2010年. */
  against: z.string(),
  subset: z.string(),
  scope: z.string(),
  period: z.string(),
  wording: z.string(),
  /** Which list it stands in; a headline target stands for the indicator before others. */
  list: TargetList,
  /** 0 to 1: of two statements about one thing the surer one is chosen. */
  confidence: z.number().min(0).max(1),
  status: StatementStatus,
})
export type Cell = z.infer<typeof Cell>

/** All cells of one report, one compact record: what matrix, charts and ledger read. */
export const ReportCells = z.object({
  report: Uuid,
  source: z.string(),
  place: PlaceRef.nullable(),
  /** 报告年度 */
  year: z.int().nullable(),
  kind: ReportKind,
  main: z.boolean(),
  cells: z.array(Cell),
})
export type ReportCells = z.infer<typeof ReportCells>
