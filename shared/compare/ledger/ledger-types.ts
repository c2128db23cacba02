import type { Message } from '#shared/model/identity'
import type { CitedFigure, FigureRef, Genre, LedgerRuling, LedgerSettings, Verdict } from '#shared/model/ledger'
import type { Relation, VentureStage } from '#shared/model/matter'
import type { PlaceRef } from '#shared/model/place'
import type { ReportKind } from '#shared/model/report'
import type { Comparator, ExtractedStatement, Measure, Role, StatementKind } from '#shared/model/statement'
import type { ReportMaterial } from '../material'

/*
 * The ledger (目标完成台账): for a place and report year every target beside the result that later sources give, with a
 * verdict. `buildLedger` (ledger.ts) makes it, `scoreLedger` (score.ts) counts it.
 */

/** What the ledger goes by; a project keeps it as `LedgerSettings`. */
export type LedgerRules = Pick<LedgerSettings, 'ratePoints' | 'amountPercent' | 'precedence'>

/** What a ledger is made from. The order of the arrays makes no difference. */
export interface LedgerInput {
  /**
   * All reports of the places wanted, and those of the places above them (不低于全市 is told by the city's report). Only
   * main versions with place and year take part.
   */
  materials: readonly ReportMaterial[]
  cited: readonly CitedFigure[]
  rulings: readonly LedgerRuling[]
  settings: LedgerRules
  /** Codes of the places that get rows; all that have a report where it is left out. */
  places?: readonly string[]
  /** 报告年度 that get rows; all where it is left out. */
  years?: readonly number[]
  /** Whether `Ledger.untargeted` is filled (results without a target are shown on request only). */
  untargeted?: boolean
  /** False leaves named ventures out, which are most rows of a library and have no numbers; they are in by default. */
  ventures?: boolean
}

/** What a figure of the ledger is made from. */
export type FigureType = 'statement' | 'relative_target' | 'list_item' | 'venture' | 'claim' | 'cited'

/** Where a figure stands in a report: enough to open its sentence. Offsets are UTF-16 code units, ends exclusive. */
export interface FigureOrigin {
  report: string
  /** Hash of the source. */
  source: string
  /** Span of the quantity, or of the matter's words. */
  start: number
  end: number
  /** The sentence that it stands in. */
  sentence: { start: number; end: number }
  /** 报告年度 */
  reportYear: number
  reportKind: ReportKind
}

/** A target or a result as a row shows it. */
export interface LedgerFigure {
  /** Names it: what a `LedgerRuling` points at. A cited figure has its id as key. */
  ref: FigureRef
  type: FigureType
  role: Role
  place: string
  /** Indicator id, or the phrase as written where the dictionary knows none; name of an item or a venture. */
  indicator: string
  /** Indicator id, '' where it is none that we know. */
  canonical: string
  /** As written: 新建、改建公厕. */
  phrase: string
  kind: StatementKind
  /** As written, before the unit's multiplier; the low end of a range. Null where it has no number (定性目标, 事项). */
  value: number | null
  high: number | null
  /** As written: 亿元, %; '' without a number. */
  unit: string
  /** Exactly as the text has it: 1.8万户; '' where it has no number or is cited. */
  quantity: string
  comparator: Comparator
  /** `value` and `high` in `base`, the base unit of the unit's family: rows are compared in it only. */
  normal: number | null
  normalHigh: number | null
  base: string
  measure: Measure
  basis: string
  subset: string
  /** What growth or completion is measured against, as written: 同比, 占目标, 高于全市. */
  against: string
  period: string
  wording: string
  due: string
  list: ExtractedStatement['list']
  /** 数据年份: '2022', '2021-2025', ''. */
  year: string
  /** Of a relative target, with what it is measured by as written; null for all others. */
  relation: { relation: Relation; hedge: string; reference: string } | null
  /** Of a venture; '' for all others. */
  stage: VentureStage
  genre: Genre
  /** Of a cited figure; '' for all others. */
  citation: string
  /** Null for a cited figure. */
  origin: FigureOrigin | null
}

/** How far a result is from its target. Positive is better than the target, whichever direction is good. */
export interface Gap {
  /** In `unit`. */
  absolute: number
  /** The target's unit as written; 个百分点 for growth and shares. */
  unit: string
  /** Percent of the target; null for growth, shares, points and a target of zero. */
  percent: number | null
}

/** What decides about a pair: the verdict with how it came about. */
export interface Judgement {
  verdict: Verdict
  /** Null where there is no number on either side. */
  gap: Gap | null
  /** 超额: met and beyond; `gap` is the margin. */
  exceeded: boolean
}

/** A result that could belong to the target, beside the one that was taken. */
export interface OtherResult {
  figure: LedgerFigure
  /** Why it was not taken, or by whom it was beaten (`ledger.why.*`). */
  why: Message
  /** What it would have said; null where it can't be held against the target. */
  judgement: Judgement | null
}

/** What is said of a whole list at once, and holds for the row as one of its items. */
export interface CoveringClaim {
  figure: LedgerFigure
  /** What it covers, as written: 省、市、区民生实事. */
  covers: string
}

/** What the rules alone say of a row. */
export interface RulesAnswer extends Judgement {
  result: LedgerFigure | null
  why: Message
}

/** One target of a place and report year. */
export interface LedgerRow {
  /** `report|key` of its target: stable while the target is. */
  id: string
  place: PlaceRef
  /** 报告年度 of the target. */
  year: number
  /** Year at whose end it is due: the data year, the last one of a span (到2025年, 十四五). */
  dueYear: number
  target: LedgerFigure
  /** The result that decides; null where there is none. */
  result: LedgerFigure | null
  /**
   * More figures that the verdict was computed from: GDP growth for 同步, the city's growth for 不低于全市, urban and rural
   * income for 居民收入.
   */
  supporting: readonly LedgerFigure[]
  /** Other results for it, the nearest first: other sources, other bases, earlier or later ones. */
  others: readonly OtherResult[]
  verdict: Verdict
  gap: Gap | null
  exceeded: boolean
  /** Why this result and verdict, for people (`ledger.why.*`): exact, nearest, not due, no report of the next year. */
  why: Message
  /** What to know before it is quoted (`ledger.caveat.*`), the weightiest first. */
  caveats: readonly Message[]
  /** 总括完成: a silent row with one is shown as 未提及（总括完成）. */
  coveredBy: CoveringClaim | null
  /** Stands for its indicator among the targets of the place and year that have the same indicator and kind. */
  headline: boolean
  /** Ids of the rows that it is made up of (a list item's figures); empty for a simple target. */
  parts: readonly string[]
  /** Id of the row that says the same target in the same report (主要预期目标 beside 民生实事); null for the first. */
  repeats: string | null
  /**
   * Why it is left out of scores altogether: a digest, continuation or incomplete report is involved, its parts are
   * counted one by one, … Null where it counts.
   */
  leftOut: Message | null
  /** Counts and has come out (silent among them): not left out, neither pending nor incomparable. */
  scored: boolean
  /** The user's word; `verdict`, `result` … above are what stands after it. */
  ruling: LedgerRuling | null
  /** What the rules say without the user's word; the same as above where there is no ruling. */
  rules: RulesAnswer
}

/** The rows in order: place, year, then as the targets stand in the report. */
export interface Ledger {
  rows: readonly LedgerRow[]
  /** Results that no row has taken, where they were asked for. */
  untargeted: readonly LedgerFigure[]
  /** Rulings whose target is not among the rows (its text changed, its report is gone). */
  strayRulings: readonly LedgerRuling[]
}

/** What rows can be counted by. */
export type ScoreDimension = 'place' | 'year' | 'list' | 'category' | 'wording' | 'type'

/** How the targets of one group came out. */
export interface LedgerScore {
  /**
   * The group, one value for each dimension asked for: place code, year, list ('' for none), category of the indicator
   * ('' for one the dictionary does not know), wording as written ('' for none), figure type.
   */
  group: Readonly<Partial<Record<ScoreDimension, string>>>
  /** Rows that are not left out, by verdict. */
  verdicts: Readonly<Record<Verdict, number>>
  /** Met rows that went beyond. */
  exceeded: number
  /** Silent rows that a blanket claim covers. */
  covered: number
  /** Rows that count and have an outcome: met, nearly, partly, missed. */
  decided: number
  /** Met over decided, 0 to 1; null where nothing is decided. */
  share: number | null
  /** Rows that are left out: digests, repeats, parts of a list item … */
  leftOut: number
}
