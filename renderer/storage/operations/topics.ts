import { message } from '#shared/model/identity'
import type { JournalEntry } from '#shared/model/journal'
import type { TopicRule } from '#shared/model/topic'
import type { ProposedChange } from '../changes'
import type { Session } from '../session'

/** Replaces the user's topics inside the transaction; those that are not among the new ones are taken away. */
async function replaced(session: Session, topics: readonly TopicRule[]): Promise<ProposedChange[]> {
  const kept = new Set(topics.map(({ id }) => id))
  const before = await session.db.topics.toCollection().primaryKeys()
  return [
    ...before.filter((id) => !kept.has(id)).map((id): ProposedChange => ({ table: 'topics', key: id, after: null })),
    ...topics.map((topic): ProposedChange => ({ table: 'topics', key: topic.id, after: topic })),
  ]
}

/**
 * Saves the user's word on topics, all of them: names, words, order, which are off. Sections get their topics anew in
 * the background. Null when nothing is different.
 */
export const saveTopics = (session: Session, topics: readonly TopicRule[]): Promise<JournalEntry | null> =>
  session.write(message('project.history.topicsSaved'), () => replaced(session, topics))

/** Takes the user's word on topics back: the built-in ones stand again. Null when they do. */
export const resetTopics = (session: Session): Promise<JournalEntry | null> =>
  session.write(message('project.history.topicsReset'), () => replaced(session, []))
