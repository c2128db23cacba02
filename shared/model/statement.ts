import { z } from 'zod'
import { Also, Hash, Instant, Uuid } from './identity'

/** `eq`; `ge` 以上; `le` 以内; `approx` 左右; `range` 3—5. */
export const Comparator = z.enum(['eq', 'ge', 'le', 'approx', 'range'])
export type Comparator = z.infer<typeof Comparator>

/** 总量, 增速, 比重, 百分点. */
export const StatementKind = z.enum(['level', 'growth', 'ratio', 'points'])
export type StatementKind = z.infer<typeof StatementKind>

/** 完成情况, 目标. */
export const Role = z.enum(['actual', 'target'])
export type Role = z.infer<typeof Role>

/** 计量方式; '' when the text does not tell, never guessed. */
export const Measure = z.enum(['', 'stock', 'added', 'net', 'cumulative', 'done', 'planned_total', 'sought', 'signed'])
export type Measure = z.infer<typeof Measure>

/** 约束性, 预期性. */
export const Binding = z.enum(['', 'binding', 'expected'])

/** 主要预期目标, 重点工作, 民生实事. */
export const TargetList = z.enum(['', 'headline', 'priority', 'livelihood'])

/** 待确认, 已采纳, 已修改, 已排除. */
export const StatementStatus = z.enum(['suggested', 'accepted', 'edited', 'rejected'])
export type StatementStatus = z.infer<typeof StatementStatus>

/** What a statement says: one number about one thing (`spec/statements.md`), as the engine gives it. */
export const ExtractedStatement = z.object({
  /** Offset of `quantity` in the reading's text, UTF-16 code units. */
  start: z.int().nonnegative(),
  /** Numeral and unit, the exact substring of the text. */
  quantity: z.string().min(1),
  /** The number as written, before the unit's multiplier; the low end of a range; negative for a decline. */
  value: z.number(),
  /** High end of a range. */
  high: z.number().nullable(),
  /** As written: 亿元, %, 个百分点, 万户. */
  unit: z.string(),
  comparator: Comparator,
  kind: StatementKind,
  role: Role,
  /** 数据年份: '2022', a span '2017-2021', '' where it can't be told. */
  year: z.string().regex(/^(\d{4}(-\d{4})?)?$/),
  /** What is measured, as written. */
  indicator: z.string(),
  /** Indicator id, '' where the phrase is none that we know. */
  canonical: z.string(),
  /** 'own' for the report's own place, else the place or body named. */
  scope: z.string(),
  article: z.enum(['main', 'other']),
  /** As written: 前三季度, 截至11月底. */
  period: z.string(),
  /** 措辞力度 as written: 确保, 力争, 计划, 预计. */
  wording: z.string(),
  /** The indicator of the whole for a 其中, '' otherwise. */
  part_of: z.string(),
  /** What a change or a completion is measured against, as written: 同比, 比上年, 高于全市, 占年度目标. */
  base: z.string().default(''),
  /** A rank that stands beside the number, as written: 全市第一, 居八城区第三位. */
  rank: z.string().default(''),
  /** 口径 as written: 区本级, 可比价. */
  basis: z.string(),
  measure: Measure,
  /** As written: 省市重点, 非机动车. */
  subset: z.string(),
  binding: Binding,
  /** Deadline as written: 年底前, 6月底前. */
  due: z.string(),
  list: TargetList,
  /** The sentence it stands in. */
  sentence: z.object({ start: z.int().nonnegative(), end: z.int().nonnegative() }),
  /** Which rule made it; `user` for one made by hand. */
  rule: z.string().min(1),
  /** 0 to 1. */
  confidence: z.number().min(0).max(1),
})
export type ExtractedStatement = z.infer<typeof ExtractedStatement>

/** A statement that a user has touched (数据项): accepted, edited, rejected or made by hand. */
export const Statement = ExtractedStatement.extend({
  id: Uuid,
  source: Hash,
  reading: z.string(),
  report: Uuid,
  /** Characters before and after `quantity`, so that it can be found again in another reading. */
  prefix: z.string(),
  suffix: z.string(),
  status: StatementStatus,
  /** `statementKey` of the engine's statement that this one stands for; null for one made by hand. */
  origin: z.string().nullable(),
  author: z.string(),
  updatedAt: Instant,
  /** Others who decided the same. */
  also: z.array(Also).default([]),
})
export type Statement = z.infer<typeof Statement>

/**
 * Names an engine statement inside its report. Shared predicates give several statements one quantity, so the
 * indicator belongs to the name.
 */
export const statementKey = (s: Pick<ExtractedStatement, 'start' | 'quantity' | 'indicator'>): string =>
  `${s.start}:${s.quantity}:${s.indicator}`

/** What the engine found in one report, packed into one record (a row per statement is six times slower to store). */
export const EngineOutput = z.object({
  report: Uuid,
  source: Hash,
  /** Version of the engine; an older one is run again. */
  engine: z.int().positive(),
  statements: z.array(ExtractedStatement),
})
export type EngineOutput = z.infer<typeof EngineOutput>
