/*
 * Rules look each character of a report up in many tables. A table of all UTF-16 code units is so wide that a few of
 * them crowd each other out of the processor's cache. So the characters that rules know are numbered in one table that
 * all share, and every other table has a place for each of those only.
 */
const PLACES = new Uint16Array(0x1_0000)
let taken = 0

/** How many places a table of characters has: more than all rules together know. Place 0 is of all other characters. */
export const PLACES_OF_CHARACTERS = 0x1000

/**
 * The place of a UTF-16 code unit in the tables, a new one where no rule knew it yet; for constants of modules.
 * @throws RangeError when no place is left
 */
export function placeFor(unit: number): number {
  const known = PLACES[unit] ?? 0
  if (known > 0) return known
  if (taken + 1 >= PLACES_OF_CHARACTERS) throw new RangeError('no place for a character is left')
  PLACES[unit] = ++taken
  return taken
}

/**
 * The place of a UTF-16 code unit; 0 where no rule knows it, and for NaN, which stands outside of a text. The mask makes
 * a whole number of that: a single look-up with NaN makes all later ones slow.
 */
export const placeOf = (unit: number): number => PLACES[unit & 0xffff] ?? 0
