import { z } from 'zod'
import { Message } from '../model/identity'

/** What is new in a watched folder. */
export const WatchedFiles = z.object({
  /** Absolute path of the folder. */
  folder: z.string(),
  /** Paths of the new files as seen from the folder, with forward slashes. */
  files: z.array(z.string()),
  /** Why the folder, or a part of it, cannot be watched; null while it can. */
  problem: Message.nullable(),
})
export type WatchedFiles = z.infer<typeof WatchedFiles>
