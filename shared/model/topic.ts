import { z } from 'zod'

/** What a section is about, and the words that tell so. The user's word on a topic stands over the one built in. */
export const TopicRule = z.object({
  /** One of the built-in ids (`economy` …), or `u-<uuid>` for a topic of the user's own. */
  id: z.string().min(1),
  /** Null: the name of the built-in topic in the interface's language. */
  name: z.string().min(1).nullable(),
  /** Words of headings and opening sentences that speak for the topic. */
  words: z.array(z.string().min(1)),
  /** Place among the topics, from 0. */
  order: z.int().nonnegative(),
  /** True for a topic that is not given to any section. */
  off: z.boolean().default(false),
})
export type TopicRule = z.infer<typeof TopicRule>
