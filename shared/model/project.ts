import { z } from 'zod'
import { Instant, Uuid } from './identity'

/** Version of the stored records. A database or a project folder with a higher one is refused by name. */
export const DATA_VERSION = 12

/** A project (课题), as `project.json` and the catalog keep it. */
export const Project = z.object({
  id: Uuid,
  name: z.string(),
  createdAt: Instant,
  dataVersion: z.int().positive(),
})
export type Project = z.infer<typeof Project>

/**
 * A row of the table `meta`. `lastSequence` is the sequence of the last journal entry that the database holds,
 * `rulesSeen` that of the last one whose imports the autocoding rules have run over. `textsWhole` is 1 where
 * each source was seen to have a text; without that row some may lack theirs, and an opening looks for them.
 */
export const MetaRow = z.object({
  key: z.enum(['dataVersion', 'lastSequence', 'rulesSeen', 'textsWhole']),
  value: z.int().nonnegative(),
})
export type MetaRow = z.infer<typeof MetaRow>
