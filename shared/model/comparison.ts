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
  updatedAt: Instant,
})
export type Comparison = z.infer<typeof Comparison>
export type ComparisonRole = Comparison['role']
