import { PLACES_OF_CHARACTERS, placeFor, placeOf } from '../text/characters'

/**
 * A set of characters as one bit. All sets share one table of the UTF-16 code units: asking whether a text holds a
 * character is many times cheaper than starting a regular expression.
 */
export type Signs = number

const SETS = new Int32Array(PLACES_OF_CHARACTERS)
const KNOWN = new Map<string, Signs>()
let taken = 0

/** Makes a set of the characters of a text; for constants of modules, there are 31 different ones at most. */
export function signs(text: string): Signs {
  const known = KNOWN.get(text)
  if (known !== undefined) return known
  if (taken === 31) throw new RangeError('no set of characters is left')
  const bit = 1 << taken++
  KNOWN.set(text, bit)
  for (let i = 0; i < text.length; i++) {
    const place = placeFor(text.charCodeAt(i))
    SETS[place] = (SETS[place] ?? 0) | bit
  }
  return bit
}

/** The sets that a text's characters belong to, joined. */
export function signsIn(text: string): Signs {
  let sets = 0
  for (let i = 0; i < text.length; i++) sets |= SETS[placeOf(text.charCodeAt(i))] ?? 0
  return sets
}

/** Whether a UTF-16 code unit is in the set; none is at an offset outside of a text (NaN). */
export const isSign = (set: Signs, unit: number): boolean => ((SETS[placeOf(unit)] ?? 0) & set) !== 0

/** Whether one of a text's characters is in the set. */
export const holdsSign = (set: Signs, text: string): boolean => (signsIn(text) & set) !== 0

/** Whether a text's first character is in the set. */
export const startsWithSign = (set: Signs, text: string): boolean => text !== '' && isSign(set, text.charCodeAt(0))

/** Whether a text's last character is in the set. */
export const endsWithSign = (set: Signs, text: string): boolean =>
  text !== '' && isSign(set, text.charCodeAt(text.length - 1))

/** Offset of the first UTF-16 code unit of a set in `from`..`limit`; `limit` where there is none. */
export function findSign(set: Signs, text: string, from: number, limit: number): number {
  for (let i = from; i < limit; i++) if (((SETS[placeOf(text.charCodeAt(i))] ?? 0) & set) !== 0) return i
  return limit
}

/** Offset behind the last UTF-16 code unit of a set in `limit`..`from`; `limit` where there is none. */
export function behindSign(set: Signs, text: string, from: number, limit: number): number {
  for (let i = from - 1; i >= limit; i--) if (((SETS[placeOf(text.charCodeAt(i))] ?? 0) & set) !== 0) return i + 1
  return limit
}

/** The first characters of words, and the last ones. */
export const firstSigns = (words: readonly string[]): string => words.map((word) => word.charAt(0)).join('')
export const lastSigns = (words: readonly string[]): string =>
  words.map((word) => word.charAt(word.length - 1)).join('')
