import { z } from 'zod'
import { Instant, Uuid } from './identity'

/**
 * A note of its own on a project, report or code (备忘); an annotation carries its memo itself. The text of any memo may
 * hold links to other things of the project: `[[annotation:<id>|label]]`, likewise `report`, `code`, `memo`.
 */
export const Memo = z.object({
  id: Uuid,
  subject: z.object({ type: z.enum(['project', 'report', 'code']), id: z.string() }),
  text: z.string(),
  author: z.string(),
  updatedAt: Instant,
})
export type Memo = z.infer<typeof Memo>
