import { z } from 'zod'
import { Anchor, Span } from './anchor'
import { Hash, Instant, Uuid } from './identity'

/**
 * A place where a text was read wrongly, and what stands there instead. Offsets are those of the text as it was read,
 * before any correction.
 */
export const TextChange = Span.extend({ original: z.string(), replacement: z.string() })
export type TextChange = z.infer<typeof TextChange>

/**
 * A correction of a reading's text (更正): the user's word on characters that were misread. The text as it was read is
 * never lost: `texts` holds the corrected one with the list of what was changed, and every other offset in the database
 * counts in the corrected text. Corrections of one reading do not overlap.
 */
export const Correction = z.object({
  id: Uuid,
  source: Hash,
  reading: z.string(),
  /** Position, quote and context in the text as it was read, before any correction. An empty quote inserts. */
  anchor: Anchor,
  /** Empty where characters are only taken away. */
  replacement: z.string().max(1000),
  author: z.string(),
  createdAt: Instant,
})
export type Correction = z.infer<typeof Correction>
