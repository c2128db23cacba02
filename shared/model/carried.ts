import { z } from 'zod'
import { Uuid } from './identity'

/** What is carried by drag and drop or by a command from one view to another. */
export const Carried = z.discriminatedUnion('type', [
  z.object({ type: z.literal('report'), report: Uuid }),
  /** `key` is the `statementKey` inside the report. */
  z.object({ type: z.literal('statement'), report: Uuid, key: z.string() }),
  /** `indicator` is an id or a phrase. */
  z.object({ type: z.literal('indicator'), indicator: z.string().min(1) }),
])
export type Carried = z.infer<typeof Carried>
