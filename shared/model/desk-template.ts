import { z } from 'zod'
import { Instant, Uuid } from './identity'
import { StatementKind } from './statement'

/** A row of a table for a leader's desk. */
export const DeskRow = z.object({
  /** Series key of the indicator. */
  indicator: z.string().min(1),
  /** 总量, 增速 …: a row never mixes them, a table has rows of each. */
  kind: StatementKind,
  /** What it is called in the table, '' for the indicator's own name. */
  label: z.string(),
  /** Unit that its numbers are shown in, '' for the one that the reports use most. */
  unit: z.string(),
  /** Digits behind the point; null for those of the reports. */
  decimals: z.int().min(0).max(6).nullable(),
})
export type DeskRow = z.infer<typeof DeskRow>

/** A table for a leader's desk (对比表): fixed rows in their order, and what stands beside them. */
export const DeskTemplate = z.object({
  id: Uuid,
  name: z.string().min(1),
  rows: z.array(DeskRow),
  /** Targets, results, or both beside each other. */
  role: z.enum(['actual', 'target', 'both']),
  /** 位次 among the places of the table. */
  rank: z.boolean(),
  /** The places above (全市, 全省) beside them. */
  above: z.boolean(),
  /** 口径说明 below the table. */
  notes: z.boolean(),
  size: z.enum(['A4', 'A3']),
  landscape: z.boolean(),
})
export type DeskTemplate = z.infer<typeof DeskTemplate>

/** The templates of a project. */
export const DeskTemplates = z.object({
  id: z.literal('templates'),
  templates: z.array(DeskTemplate).default([]),
  updatedAt: Instant,
})
export type DeskTemplates = z.infer<typeof DeskTemplates>
