import type { PlaceLevel, PlaceRef } from '../model/place'
import { childrenOf } from './gazetteer'
import { ORDINARY_WORDS } from './ordinary-words'

/** What tells a report's own figures from those of the places above and below it. */
export interface OwnPlace {
  level: PlaceLevel
  /** Names of the divisions inside it. */
  parts: string[]
}

/** A part whose short name is the place's own, or an ordinary word, goes by its full name alone. */
const namesOfParts = (place: PlaceRef): string[] =>
  childrenOf(place.code).flatMap(({ name, short }) =>
    short === place.short || ORDINARY_WORDS.has(short) ? [name] : [name, short],
  )

/** What the statement engine is told of a report's place; null where the place is not known. */
export const ownPlace = (place: PlaceRef | null): OwnPlace | null =>
  place && { level: place.level, parts: namesOfParts(place) }
