import { z } from 'zod'
import { Instant, Uuid } from './identity'

/** A saved autocoding rule (自动编码规则): what it looks for, what it marks around a hit, and the codes it gives. */
export const Rule = z.object({
  id: Uuid,
  name: z.string().max(200),
  /** `phrase` finds across the line breaks of a scan; `indicator` takes the statements of an indicator's id. */
  type: z.enum(['phrase', 'regex', 'indicator']),
  pattern: z.string().max(1000),
  /** What becomes the annotation: the hit itself, its sentence or its paragraph. */
  extent: z.enum(['hit', 'sentence', 'paragraph']).default('hit'),
  codes: z.array(Uuid),
  /** Runs by itself over what is imported. */
  onImport: z.boolean(),
  author: z.string().default(''),
  updatedAt: Instant,
})
export type Rule = z.infer<typeof Rule>
