import { Uuid } from '../../model/identity'

/*
 * Everything in a REFI-QDA file has a GUID. What has an id with us keeps it; what has none (a user, the coding of a span
 * by a code) gets one that follows from what it is, so that the same project gives the same file and a user is the same
 * person in two files.
 */

/** A mixing step of MurmurHash3 (Appleby, public domain). */
function mixed(hash: number): number {
  let h = hash ^ (hash >>> 16)
  h = Math.imul(h, 0x85ebca6b)
  h ^= h >>> 13
  h = Math.imul(h, 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}

function hashed(text: string, seed: number): string {
  let h = seed
  for (let at = 0; at < text.length; at++) {
    h = Math.imul(h ^ text.charCodeAt(at), 0x5bd1e995)
    h ^= h >>> 15
  }
  return mixed(h ^ text.length)
    .toString(16)
    .padStart(8, '0')
}

/** Makes 32 hexadecimal digits a UUID of version 8 (RFC 9562, section 5.8). */
const asUuid = (hex: string): string =>
  `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`

/** The GUID of something that is named by words. Names that nobody chooses to collide: 122 bits of a plain hash. */
export function guidFor(...names: readonly string[]): string {
  const name = names.join('\u0000')
  return asUuid([0x9747b28c, 0x1b873593, 0xcc9e2d51, 0x38495ab5].map((seed) => hashed(name, seed)).join(''))
}

/** The GUID of a source: the second half of its hash (the first names its reports). */
export const sourceGuid = (hash: string): string => asUuid(hash.slice(32))

/** The GUID of an author. */
export const userGuid = (author: string): string => guidFor('user', author)

/**
 * A GUID of a file as an id of ours: without braces, in small letters. Some tools write what is no UUID by RFC 9562; that
 * gets one that follows from it.
 */
export function idOf(guid: string): string {
  const bare = guid.trim().replace(/[{}]/g, '').toLowerCase()
  return Uuid.safeParse(bare).success ? bare : guidFor('guid', bare)
}
