import type { TopicRule } from '#shared/model/topic'
import { TOPICS, topicsWith } from '#shared/text/topics'

/** Words of a topic as one types them: parted by white space, commas or 顿号. Each counts once. */
export const wordsIn = (typed: string): string[] => [...new Set(typed.split(/[\s,，、;；]+/u).filter(Boolean))]

const builtIn = (id: string): TopicRule | undefined => TOPICS.find((topic) => topic.id === id)

/** True for a topic of the user's own. */
export const isOwn = (topic: TopicRule): boolean => !builtIn(topic.id)

const saysTheSame = (a: TopicRule, b: TopicRule): boolean =>
  a.name === b.name && a.off === b.off && a.words.join(' ') === b.words.join(' ')

const isSame = (a: TopicRule, b: TopicRule): boolean => a.order === b.order && saysTheSame(a, b)

/** True for a built-in topic with another name, other words, or off; its place among the others doesn't count. */
export function isChanged(topic: TopicRule): boolean {
  const original = builtIn(topic.id)
  return original !== undefined && !saysTheSame(original, topic)
}

/** The built-in topic as it was, in the place where it stands. */
export const asBuiltIn = (topic: TopicRule): TopicRule => ({ ...(builtIn(topic.id) ?? topic), order: topic.order })

/** Numbers the topics by where they stand. */
const inOrder = (topics: readonly TopicRule[]): TopicRule[] => topics.map((topic, order) => ({ ...topic, order }))

/** The topics that are to be edited, from what the user has changed so far. */
export const draftFrom = (changed: readonly TopicRule[]): TopicRule[] => inOrder(topicsWith(changed))

/** What is to be stored of a draft: the topics that differ from those built in, and the user's own. */
export const changesIn = (draft: readonly TopicRule[]): TopicRule[] =>
  inOrder(draft).filter((topic) => {
    const original = builtIn(topic.id)
    return !original || !isSame(original, topic)
  })

/** True when two drafts say the same. */
export const isSameDraft = (a: readonly TopicRule[], b: readonly TopicRule[]): boolean =>
  a.length === b.length && a.every((topic, at) => topic.id === b[at]?.id && isSame(topic, b[at]))

/** A topic of the user's own at the end of a draft. */
export function added(draft: readonly TopicRule[], name: string): TopicRule[] {
  return [...draft, { id: `u-${crypto.randomUUID()}`, name, words: [], order: draft.length, off: false }]
}

/** A draft in which one topic is another. */
export const replaced = (draft: readonly TopicRule[], topic: TopicRule): TopicRule[] =>
  draft.map((one) => (one.id === topic.id ? topic : one))

/** A draft in which a topic stands one place further up (-1) or down (1). Places settle which of two topics wins a tie. */
export function moved(draft: readonly TopicRule[], id: string, step: -1 | 1): TopicRule[] {
  const from = draft.findIndex((topic) => topic.id === id)
  const to = from + step
  const [here, there] = [draft[from], draft[to]]
  if (!here || !there) return [...draft]
  return inOrder(draft.with(from, there).with(to, here))
}
