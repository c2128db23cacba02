import type { UserIndicator } from '#shared/model/indicator'
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

/** The user's word on indicators: those of the user's own and changes to built-in ones, by name. */
export async function listIndicators(db: ProjectDatabase): Promise<UserIndicator[]> {
  const indicators = await db.indicators.toArray()
  return indicators.sort((a, b) => a.name.localeCompare(b.name, 'zh'))
}

/** The user's records that the analysis of a file goes by. */
export interface UserRecords {
  places: Place[]
  topics: TopicRule[]
  indicators: UserIndicator[]
}

/** What the analysis of a file goes by besides the file. */
export async function userRecords(db: ProjectDatabase): Promise<UserRecords> {
  const [places, topics, indicators] = await Promise.all([listUserPlaces(db), listTopics(db), listIndicators(db)])
  return { places, topics, indicators }
}
