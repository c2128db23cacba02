import type { Place } from '#shared/model/place'
import type { TopicRule } from '#shared/model/topic'
import type { ProjectDatabase } from '../database'

/** The user's places, by name. */
export async function listUserPlaces(db: ProjectDatabase): Promise<Place[]> {
  const places = await db.places.toArray()
  return places.sort((a, b) => a.name.localeCompare(b.name, 'zh'))
}

/** The user's word on topics, in its order; empty while there is none and the built-in ones stand. */
export async function listTopics(db: ProjectDatabase): Promise<TopicRule[]> {
  const topics = await db.topics.toArray()
  return topics.sort((a, b) => a.order - b.order)
}

/** What the analysis of a file goes by besides the file. */
export async function userRecords(db: ProjectDatabase): Promise<{ places: Place[]; topics: TopicRule[] }> {
  const [places, topics] = await Promise.all([listUserPlaces(db), listTopics(db)])
  return { places, topics }
}
