import { z } from 'zod'
import { Anchor } from './anchor'
import { Hash, Instant, Uuid } from './identity'

/** A place in a text that the user wants to come back to (书签). */
export const Bookmark = z.object({
  id: Uuid,
  source: Hash,
  reading: z.string(),
  /** The start of the line or passage; its quote names the bookmark where `name` is empty. */
  anchor: Anchor,
  name: z.string().max(200),
  author: z.string(),
  createdAt: Instant,
  /** True when neither position nor quote could be found in the current reading. */
  orphan: z.boolean(),
})
export type Bookmark = z.infer<typeof Bookmark>
