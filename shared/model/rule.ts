import { z } from 'zod'
import { Instant, Uuid } from './identity'

/** A saved autocoding rule: what it looks for and the codes it gives. */
export const Rule = z.object({
  id: Uuid,
  name: z.string(),
  type: z.enum(['phrase', 'regex', 'indicator']),
  pattern: z.string(),
  codes: z.array(Uuid),
  onImport: z.boolean(),
  updatedAt: Instant,
})
export type Rule = z.infer<typeof Rule>
