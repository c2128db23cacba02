import { z } from 'zod'
import { Hash, Instant, Uuid } from './identity'

/** How much a finding (核查发现) weighs: `error` the figures cannot both be right, `check` worth a look, `note` for information. */
export const Severity = z.enum(['error', 'check', 'note'])
export type Severity = z.infer<typeof Severity>

/** What the user says of a finding: 报告有误, 口径或基数不同, 读取有误, 无问题. */
export const AuditJudgement = z.enum(['report_error', 'explained', 'misread', 'fine'])
export type AuditJudgement = z.infer<typeof AuditJudgement>

/** The user's word on a finding: settled, with a note. */
export const AuditRuling = z.object({
  id: Uuid,
  /** `findingKey` of the finding. */
  finding: z.string().min(1),
  /** Source of its first sentence. */
  source: Hash,
  judgement: AuditJudgement,
  note: z.string(),
  author: z.string(),
  updatedAt: Instant,
})
export type AuditRuling = z.infer<typeof AuditRuling>

/**
 * A break in a series (断点): figures before and from `year` on are not of one kind. Lines are interrupted there and
 * footnoted.
 */
export const SeriesBreak = z.object({
  id: z.string().min(1),
  /** Place codes; empty for all. */
  places: z.array(z.string()),
  /** Indicator ids or phrases; empty for all. */
  indicators: z.array(z.string()),
  /** The first data year of the new series. */
  year: z.int().min(1949).max(2100),
  cause: z.enum(['division', 'census', 'definition', 'method', 'other']),
  note: z.string(),
  author: z.string().default(''),
  updatedAt: Instant,
})
export type SeriesBreak = z.infer<typeof SeriesBreak>

/** What the audit of a project goes by. */
export const AuditSettings = z.object({
  id: z.literal('audit'),
  /** Names of rules that are switched off; those that only inform (`prices`, `mended`) are off until they are asked for. */
  off: z.array(z.string()).default(() => ['prices', 'mended']),
  /** Implied deflators inside this band, in percent a year, may be 价格因素. */
  bandLow: z.number().default(-3),
  bandHigh: z.number().default(6),
  updatedAt: Instant,
})
export type AuditSettings = z.infer<typeof AuditSettings>
