import { z } from 'zod'
import { Instant, Uuid } from './identity'

/** A wording (提法) whose use is followed. What is written otherwise and means the same counts as it. */
export const PhraseTerm = z.object({
  id: Uuid,
  /** The wording itself: a plain phrase, found as it stands, never a word or an expression. */
  name: z.string().min(1),
  /** Other ways of writing it: plain phrases too. */
  variants: z.array(z.string().min(1)),
})
export type PhraseTerm = z.infer<typeof PhraseTerm>

/** Wordings that are followed together (提法追踪): what displaced what, who began and who came after. */
export const PhraseGroup = z.object({
  id: Uuid,
  name: z.string(),
  /** In the order in which they are shown. */
  terms: z.array(PhraseTerm),
  /** Why they stand together, in the words of the user. */
  note: z.string(),
  author: z.string(),
  updatedAt: Instant,
})
export type PhraseGroup = z.infer<typeof PhraseGroup>
