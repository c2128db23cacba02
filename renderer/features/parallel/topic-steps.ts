import type { TopicParts } from '#shared/compare/alignment'

/**
 * The topic that comes next (1) or before (-1) the one that is being read, from the last to the first.
 * @param at the part that is read on the left
 * @param topicAt the topic that was gone to, null where none was
 */
export function topicBeside(
  topics: readonly TopicParts[],
  at: number,
  topicAt: number | null,
  direction: 1 | -1,
): number {
  const known = topicAt === null ? undefined : topics[topicAt]
  const stands = known && (known.a.length === 0 || known.a.includes(at)) ? topicAt : null
  const here = stands ?? topics.findIndex(({ a }) => a.includes(at))
  if (here >= 0) return (here + direction + topics.length) % topics.length
  // What is being read has no topic: an introduction, or a heading that only holds others.
  const first = topics.map(({ a }) => a[0] ?? Number.POSITIVE_INFINITY)
  const found = direction === 1 ? first.findIndex((part) => part > at) : first.findLastIndex((part) => part < at)
  return found >= 0 ? found : direction === 1 ? 0 : topics.length - 1
}
