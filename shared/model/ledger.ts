import { z } from 'zod'
import { Hash, Instant, Uuid } from './identity'
import { Comparator, StatementKind } from './statement'

/** 完成, 基本完成, 部分完成, 未完成, 未提及, 待评/未到期, 口径不可比. */
export const Verdict = z.enum(['met', 'nearly', 'partly', 'missed', 'silent', 'pending', 'incomparable'])
export type Verdict = z.infer<typeof Verdict>

/**
 * What kind of document a figure comes from: `report` 政府工作报告, `bulletin` 统计公报, `plan` 计划报告 (国民经济和社会
 * 发展计划执行情况的报告), `budget` 预算报告, `other`.
 */
export const Genre = z.enum(['report', 'bulletin', 'plan', 'budget', 'other'])
export type Genre = z.infer<typeof Genre>

/** A figure that the user typed in with its citation (引用数据): a result that no report of the library gives. */
export const CitedFigure = z.object({
  id: Uuid,
  /** Place code. */
  place: z.string().min(1),
  /** 数据年份 */
  year: z.string().regex(/^\d{4}(-\d{4})?$/),
  /** Indicator id, or the phrase as written. */
  indicator: z.string().min(1),
  kind: StatementKind,
  /** Before the unit's multiplier; the low end of a range. */
  value: z.number(),
  high: z.number().nullable().default(null),
  /** As written: 亿元, %. */
  unit: z.string(),
  comparator: Comparator.default('eq'),
  /** 口径 and others as written; '' where not told. */
  basis: z.string().default(''),
  subset: z.string().default(''),
  genre: Genre,
  /** Where it stands: title, page, link. */
  citation: z.string().min(1),
  author: z.string(),
  updatedAt: Instant,
})
export type CitedFigure = z.infer<typeof CitedFigure>

/** Names a target or a result: a statement or matter of a report, or a cited figure (then `report` is null). */
export const FigureRef = z.object({ report: Uuid.nullable(), key: z.string() })
export type FigureRef = z.infer<typeof FigureRef>

/**
 * The user's word on a row of the ledger (裁定): which result belongs to it, and what the verdict is. It stands over
 * what the rules say, and the rules' answer stays visible beside it.
 */
export const LedgerRuling = z.object({
  id: Uuid,
  target: FigureRef,
  /** Source of the target, so that the ruling goes with it. */
  source: Hash,
  /** The result that it is paired with: `auto` leaves it to the rules, `none` says that there is none. */
  pairing: z.union([z.enum(['auto', 'none']), FigureRef]),
  /** Null leaves it to the rules. */
  verdict: Verdict.nullable(),
  /** Why. */
  note: z.string(),
  author: z.string(),
  updatedAt: Instant,
})
export type LedgerRuling = z.infer<typeof LedgerRuling>

/** What the ledger of a project goes by. */
export const LedgerSettings = z.object({
  id: z.literal('ledger'),
  /** How far short of 左右 a rate may fall and still be `nearly`, in percentage points. */
  ratePoints: z.number().nonnegative().default(0.5),
  /** The same for amounts, in percent of the target. */
  amountPercent: z.number().nonnegative().default(5),
  /** Which genre's figure decides where several give one, first first. */
  precedence: z.array(Genre).default(['report', 'bulletin', 'plan', 'budget', 'other']),
  updatedAt: Instant,
})
export type LedgerSettings = z.infer<typeof LedgerSettings>
