import { PLACES_OF_CHARACTERS, placeFor, placeOf } from '../../text/characters'
import { wordsIn } from './lexicon'
import { DOING } from './words.data'

/*
 * What a character tells of a clause, in one number: the flags below, and whether it begins or ends a word of doing. One
 * look at each character finds the clauses that may hold a venture; most of a report is passed over so.
 */
const MARKS = new Int32Array(PLACES_OF_CHARACTERS)

/** It ends a clause. */
const ENDS = 1
/** It ends what every place has one of, or a road: a clause of common words may name one. */
export const ONE_OF_A_KIND = 2
/** What a clause is taken apart at: 等, a numeral, what joins or encloses names, 的, a dash, a quote. */
export const ETC = 4
export const NUMERAL = 8
export const JOIN = 16
export const OF = 32
export const DASH = 64
/** Numbers of the characters that begin and end words of doing stand above the flags, from 1. */
const FIRST = 8
const SECOND = 16
const NUMBER = 0xff

const markOf = (unit: number): number => MARKS[placeOf(unit)] ?? 0

function note(characters: string, bit: number): void {
  for (const c of characters) MARKS[placeFor(c.charCodeAt(0))] = markOf(c.charCodeAt(0)) | bit
}
note('，；：。！？\n', ENDS)
note('馆院道桥港号场期心园楼宫站', ONE_OF_A_KIND)
note('等', ETC)
note('0123456789一二三四五六七八九十', NUMERAL)
note('（“《【〔）”》】〕、和及与暨以', JOIN)
note('的', OF)
note('—', DASH)

/** The number of a character among those that begin or end a word; a new one where it has none yet. */
function numberFor(unit: number, shift: number, next: number): number {
  const known = (markOf(unit) >> shift) & NUMBER
  if (known > 0) return known
  MARKS[placeFor(unit)] = markOf(unit) | (next << shift)
  return next
}

/** Whether two characters, by their numbers, are a word of doing. */
const DOES = new Uint8Array((NUMBER + 1) * (NUMBER + 1))
let [firsts, seconds] = [0, 0]
for (const word of wordsIn(DOING)) {
  const first = numberFor(word.charCodeAt(0), FIRST, firsts + 1)
  const second = numberFor(word.charCodeAt(1), SECOND, seconds + 1)
  firsts = Math.max(firsts, first)
  seconds = Math.max(seconds, second)
  DOES[first * (NUMBER + 1) + second] = 1
}

/** A clause that may hold ventures; offsets in the view, end exclusive. */
interface Doing {
  readonly from: number
  readonly to: number
  /** Where its first word of building or founding stands. */
  readonly trigger: number
  /** The flags of its characters, joined. */
  readonly seen: number
  /** Where the search for the next one begins. */
  readonly next: number
}

/** A list of ventures is no longer; a longer clause is read in parts. */
const LONGEST = 1_200
/** A verb and a name are no shorter. */
const SHORTEST = 5

/** The first clause from an offset on, which begins one, that tells of building or founding; null where none does. */
export function nextClause(text: string, at: number): Doing | null {
  let from = at
  let trigger = -1
  let seen = 0
  let first = 0
  for (let i = at; i <= text.length; i++) {
    const mark = i < text.length ? markOf(text.charCodeAt(i)) : ENDS
    if ((mark & ENDS) !== 0 || i - from === LONGEST) {
      if (trigger >= 0 && i - from >= SHORTEST)
        return { from, to: i, trigger, seen, next: (mark & ENDS) !== 0 ? i + 1 : i }
      from = (mark & ENDS) !== 0 ? i + 1 : i
      trigger = -1
      seen = 0
      first = 0
      continue
    }
    seen |= mark
    if (first > 0 && trigger < 0 && DOES[first * (NUMBER + 1) + ((mark >> SECOND) & NUMBER)] === 1) trigger = i - 1
    first = (mark >> FIRST) & NUMBER
  }
  return null
}

/** Where the clause around an offset ends, not behind `to`. */
export function clauseEnd(text: string, at: number, to: number): number {
  let end = at
  while (end < to && (markOf(text.charCodeAt(end)) & ENDS) === 0) end++
  return end
}
