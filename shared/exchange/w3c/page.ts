import type { Counting } from '../refi/plain-text'

/*
 * Web annotations (W3C Web Annotation Data Model, Recommendation of 23 February 2017) as one page of JSON-LD. Positions
 * count Unicode code points ("not in terms of code units") of the text as it was read: a line end of two characters is
 * two. A quote with its context stands beside each, so that a reader who counts otherwise finds the place.
 */

/** The context of the standard, and ours for what it has no words for. It stands in the file: nothing is fetched. */
export const CONTEXT = [
  'http://www.w3.org/ns/anno.jsonld',
  {
    duibiao: 'urn:duibiao:',
    codes: { '@id': 'duibiao:codes', '@type': '@json' },
    statement: { '@id': 'duibiao:statement', '@type': '@json' },
    Statement: 'duibiao:Statement',
  },
] as const

/** The program that writes them. */
export const GENERATOR = { id: 'urn:duibiao:app', type: 'Software', name: 'Duibiao' } as const

/** What a source is called: by the hash of its file, never by a path. */
export const SOURCE_URN = 'urn:sha256:'
/** What anything with a UUID is called. */
export const ID_URN = 'urn:uuid:'

/** How positions are counted. */
export const COUNTING: Counting = { codePoints: true, joinedLineEnds: false, skipsMark: false }
