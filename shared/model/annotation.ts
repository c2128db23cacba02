import { z } from 'zod'
import { Anchor } from './anchor'
import { Hash, Instant, Uuid } from './identity'

/** A highlighted span with any number of codes and a memo (标注). */
export const Annotation = z.object({
  id: Uuid,
  source: Hash,
  reading: z.string(),
  /** The report it stands in, null outside every report. */
  report: Uuid.nullable(),
  anchor: Anchor,
  codes: z.array(Uuid),
  /** 备忘 */
  memo: z.string(),
  author: z.string(),
  /** The autocoding rule that made it, null for one made by hand. */
  rule: Uuid.nullable().default(null),
  createdAt: Instant,
  updatedAt: Instant,
  /** True when neither position nor quote could be found in the current reading. */
  orphan: z.boolean(),
})
export type Annotation = z.infer<typeof Annotation>
