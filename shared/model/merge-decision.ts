import { z } from 'zod'
import { Instant, Uuid } from './identity'
import { JournalTable } from './journal'

/** What a side said: the fields that both had otherwise, or all that it held where the other side had taken it away. */
const Said = z.record(z.string(), z.unknown()).nullable()

/** How a conflict of a merge was settled: a later merge that meets the very same conflict goes by it. */
export const MergeDecision = z.object({
  id: Uuid,
  /** The table of what both had otherwise. */
  table: JournalTable,
  /** Its key here (there, where it was not here any more); of two that cannot stand beside each other this and theirs. */
  keys: z.array(z.string().min(1)).min(1).max(2),
  /** What this project said; null where it had taken the thing away. */
  mine: Said,
  /** What the package said; null where the thing was taken away there. */
  theirs: Said,
  choice: z.enum(['mine', 'theirs', 'both']),
  /** True where nobody chose: the suggestion was left to stand. */
  suggested: z.boolean(),
  author: z.string(),
  updatedAt: Instant,
})
export type MergeDecision = z.infer<typeof MergeDecision>
