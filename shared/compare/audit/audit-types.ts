import type { AuditSettings, SeriesBreak, Severity } from '#shared/model/audit'
import type { Message } from '#shared/model/identity'
import type { PlaceRef } from '#shared/model/place'
import type { StatementKind } from '#shared/model/statement'
import type { Break } from '../breaks'
import type { ReportMaterial } from '../material'

/** A stretch of the text of one report's reading, UTF-16 code units, end exclusive. */
export interface AuditSpan {
  /** Id of the report. */
  report: string
  /** Hash of its source. */
  source: string
  start: number
  end: number
}

/** A figure that a check goes by, with where it stands. */
export interface AuditFigure {
  /** Numeral and unit, the exact substring of the text. */
  quantity: string
  /** What it is the figure of, as written. */
  label: string
  /** The number as written, before the unit's multiplier. */
  value: number
  unit: string
  kind: StatementKind
  /** 数据年份; '' where it can't be told. */
  year: string
  /** 报告年度 of the report that it stands in. */
  reportYear: number | null
  /** `statementKey`, '' where the figure is none of a statement's (the number of a list, an amount of a matter). */
  statement: string
  /** Exactly `quantity`. */
  span: AuditSpan
  /** The sentence around it. */
  sentence: AuditSpan
}

/** How a term joins what stands before it; the first term of a step has `+`. `root`: the n-th root, n being the term. */
export type TermSign = '+' | '-' | '×' | '÷' | 'root'

/** One term of a step of the arithmetic, in the unit it is reckoned in. */
export interface AuditTerm {
  sign: TermSign
  value: number
  /** As shown: 亿元, %, 年; '' for a plain number. */
  unit: string
  /** What it is: a figure's name as written; '' for a constant (the 100 % of a ÷ b − 100 %). */
  label: string
  /** Index in `figures`; null for a constant or the result of the step before. */
  figure: number | null
}

/** One line of the arithmetic: the terms from left to right (no precedence), and what they give; a quotient in %. */
export interface AuditStep {
  /** What the line works out: key under `audit.step.*`. */
  label: Message
  terms: readonly AuditTerm[]
  value: number
  unit: string
}

/**
 * The arithmetic of a check. `found` is what the report states, `expected` what the other figures give; both in `unit`.
 * The check holds where `found` is no further from `expected` than `tolerance`;
 * growth at constant prices holds where the implied change of prices (the last step) is inside the band.
 */
export interface AuditArithmetic {
  /** From the figures as printed to `expected`; never empty. */
  steps: readonly AuditStep[]
  /** Index in `figures` of the stated figure that is checked. */
  stated: number
  unit: string
  expected: number
  found: number
  /** `found` − `expected`. */
  difference: number
  /** How far the rounding of the printed digits alone can take them apart. */
  tolerance: number
}

/** One check of one rule, whether it held or not. */
export interface AuditCheck {
  /** Name of the rule: one of `AUDIT_RULES`. */
  rule: string
  held: boolean
  /** Place of the report, null where it is not known. */
  place: PlaceRef | null
  /** Data years that the check is about, ascending. */
  years: readonly string[]
  /** Every figure that takes part, in the order of the arithmetic. */
  figures: readonly AuditFigure[]
  arithmetic: AuditArithmetic
  /** What may explain a difference; never the cause itself. A check inside the band of prices holds and has 价格因素. */
  candidates: readonly Message[]
}

/** What a check did not bear out (核查发现). It always has its arithmetic. */
export interface Finding extends AuditCheck {
  /** `findingKey` of it. */
  key: string
  severity: Severity
  /** One sentence for people, key `audit.rule.<rule>.found`, `audit.rule.<rule>.<variant>`. */
  message: Message
  /** Figures and sentences in the order of the texts: what to mark and to jump to. `spans[0]` is the stated figure. */
  spans: readonly AuditSpan[]
  /** Series breaks between the figures; each is among the candidates too. */
  breaks: readonly Break[]
}

/** What an audit gives: all that was checked, and those checks that are findings. */
export interface AuditResult {
  /** In the order of rules, then of the text. Every finding is a check that did not hold; held ones are only here. */
  checks: readonly AuditCheck[]
  findings: readonly Finding[]
}

/** What rules go by: the project's settings, without what makes them a record. */
export type AuditOptions = Pick<AuditSettings, 'off' | 'bandLow' | 'bandHigh'>

/** A rule as it is listed and switched. Its name and description are under `audit.rule.<name>.{name,description}`. */
export interface AuditRule {
  name: string
  /** Inside one report, or between reports of a place. */
  reach: 'inside' | 'between'
  /** On in a project that says nothing of it. */
  on: boolean
}

/** A rule that looks at one report, with the user's series breaks. Pure; gives checks in the order of the text. */
export type InsideRule = (
  material: ReportMaterial,
  options: AuditOptions,
  breaks: readonly SeriesBreak[],
) => readonly Verdict[]

/** A rule that looks at the reports of one place, which are in the order of their years. */
export type BetweenRule = (
  materials: readonly ReportMaterial[],
  options: AuditOptions,
  breaks: readonly SeriesBreak[],
) => readonly Verdict[]

/** A check as a rule gives it: one that fails says how much it weighs and in which words. */
export type Verdict = Omit<AuditCheck, 'rule' | 'held'> &
  ({ held: true } | { held: false; severity: Severity; message: Message; breaks: readonly Break[] })
