import { z } from 'zod'
import { Instant, Uuid } from './identity'
import { StatementKind } from './statement'

/** A saved comparison (对比): what stands beside what, and how it is shown. */
export const Comparison = z.object({
  id: Uuid,
  name: z.string(),
  /** Place codes, in the order of the rows. */
  places: z.array(z.string()),
  /** 数据年份 */
  years: z.array(z.string()),
  /** Indicator ids. */
  indicators: z.array(z.string()),
  role: z.enum(['actual', 'target', 'both']),
  kind: StatementKind,
  view: z.enum(['table', 'bar', 'line']),
  /** Who saved it first; empty while it is not saved. */
  author: z.string().default(''),
  updatedAt: Instant,
})
export type Comparison = z.infer<typeof Comparison>
export type ComparisonRole = Comparison['role']

/**
 * What the user has chosen and not saved, and where the table stood. It is no record of the project: the window keeps
 * it in its local storage, so that leaving the view or restarting loses nothing.
 */
export const ComparisonDrafts = z.object({
  /** The comparison shown last in the view without a key. */
  last: z.string().nullable(),
  drafts: z.record(z.string(), Comparison),
  /** The cell with the focus, by comparison: what one comes back to. */
  cursor: z.record(z.string(), z.object({ row: z.int().nonnegative(), column: z.int().nonnegative() })),
})
export type ComparisonDrafts = z.infer<typeof ComparisonDrafts>
