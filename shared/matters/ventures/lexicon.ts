import { PLACES_OF_CHARACTERS, placeFor, placeOf } from '../../text/characters'

/** A word of a lexicon and what it stands for. */
export interface Entry<T> {
  readonly word: string
  readonly value: T
}

/**
 * All forms of a word pattern: `[ab]c` stands for ac and bc, `ab?` for a and ab.
 * Lists of words are written so where they differ in one character only.
 */
function formsOf(pattern: string): string[] {
  const found = /\[([^\]]+)\](\??)|(.)\?/u.exec(pattern)
  if (!found) return [pattern]
  const [whole, set, optional, single = ''] = found
  const choices = set === undefined ? [single, ''] : [...set, ...(optional ? [''] : [])]
  const before = pattern.slice(0, found.index)
  const behind = pattern.slice(found.index + whole.length)
  return choices.flatMap((choice) => formsOf(before + choice + behind))
}

/** All words of a list of patterns. */
export const wordsIn = (list: string): string[] => [...new Set(list.split('|').flatMap(formsOf))]

/**
 * Where a character stands in words, a bit for each of 32 lexicons: at one end, and next to that end. A place of
 * a text where none begins or ends is told by two glances. The tables have a place for each character that rules know.
 */
interface Units {
  readonly first: Int32Array
  readonly second: Int32Array
  readonly last: Int32Array
  readonly nextToLast: Int32Array
}
const PER_TABLE = 32
const TABLES: Units[] = []
let taken = 0

const units = (): Int32Array => new Int32Array(PLACES_OF_CHARACTERS)

/** The table and the bit of a new lexicon. */
function unitsFor(): Units & { bit: number } {
  const at = taken++
  const number = Math.floor(at / PER_TABLE)
  const table = TABLES[number] ?? { first: units(), second: units(), last: units(), nextToLast: units() }
  TABLES[number] = table
  return { ...table, bit: 1 << (at % PER_TABLE) }
}

/** Notes a unit; NaN stands for the one next to the end of a word of one character, which any may follow. */
function mark(table: Int32Array, unit: number, bit: number): void {
  if (Number.isNaN(unit)) for (let any = 0; any < table.length; any++) table[any] = (table[any] ?? 0) | bit
  else table[placeFor(unit)] = (table[placeFor(unit)] ?? 0) | bit
}

/** Words by the unit at one end; a power of two of places, of which several units may share one. */
const PLACES = 0x100

/** A word of a group, and its unit next to that end: of the words that begin alike it tells most apart. */
interface Member<T> {
  readonly entry: Entry<T>
  /** `ANY` where the word is of one character. */
  readonly unit: number
}
type Group<T> = readonly Member<T>[]
const ANY = -1

function grouped<T>(
  entries: readonly Entry<T>[],
  unitOf: (word: string) => number,
  nextOf: (word: string) => number,
): (Group<T> | null)[] {
  const groups = Array.from({ length: PLACES }, (): Member<T>[] => [])
  for (const entry of entries) {
    const { word } = entry
    const unit = word.length === 1 ? ANY : nextOf(word)
    groups[unitOf(word) & (PLACES - 1)]?.push({ entry, unit })
  }
  return groups.map((group) => (group.length === 0 ? null : group))
}

/**
 * Words that are looked for at a place of a text, many times faster than by a regular expression: tables of the
 * UTF-16 code units tell whether one may begin or end there at all.
 */
export class Lexicon<T> {
  readonly #first: Int32Array
  readonly #second: Int32Array
  readonly #last: Int32Array
  readonly #nextToLast: Int32Array
  readonly #bit: number
  readonly #byFirst: readonly (Group<T> | null)[]
  readonly #byLast: readonly (Group<T> | null)[]

  /** @param patterns words with what they stand for, of equal words the first holds */
  constructor(patterns: Iterable<readonly [pattern: string, value: T]>) {
    const { first, second, last, nextToLast, bit } = unitsFor()
    this.#first = first
    this.#second = second
    this.#last = last
    this.#nextToLast = nextToLast
    this.#bit = bit
    const values = new Map<string, T>()
    for (const [pattern, value] of patterns)
      for (const word of formsOf(pattern)) if (!values.has(word)) values.set(word, value)
    const entries = [...values].map(([word, value]): Entry<T> => ({ word, value }))
    entries.sort((a, b) => b.word.length - a.word.length)
    for (const { word } of entries) {
      mark(first, word.charCodeAt(0), bit)
      mark(second, word.charCodeAt(1), bit)
      mark(last, word.charCodeAt(word.length - 1), bit)
      mark(nextToLast, word.charCodeAt(word.length - 2), bit)
    }
    this.#byFirst = grouped(
      entries,
      (word) => word.charCodeAt(0),
      (word) => word.charCodeAt(1),
    )
    this.#byLast = grouped(
      entries,
      (word) => word.charCodeAt(word.length - 1),
      (word) => word.charCodeAt(word.length - 2),
    )
  }

  /** The longest word that begins at `at` and ends by `to`. */
  at(text: string, at: number, to: number): Entry<T> | null {
    const unit = text.charCodeAt(at)
    if (((this.#first[placeOf(unit)] ?? 0) & (this.#second[placeOf(text.charCodeAt(at + 1))] ?? 0) & this.#bit) === 0)
      return null
    return this.#longestAt(text, at, to, unit)
  }

  #longestAt(text: string, at: number, to: number, unit: number): Entry<T> | null {
    const group = this.#byFirst[unit & (PLACES - 1)]
    if (!group) return null
    const next = text.charCodeAt(at + 1)
    for (let i = 0; i < group.length; i++) {
      const member = group[i]
      if (!member || (member.unit !== next && member.unit !== ANY)) continue
      const { entry } = member
      if (at + entry.word.length <= to && text.startsWith(entry.word, at)) return entry
    }
    return null
  }

  /** The longest word that ends at `at` and begins not before `from`. */
  before(text: string, at: number, from: number): Entry<T> | null {
    const unit = text.charCodeAt(at - 1)
    if (
      ((this.#last[placeOf(unit)] ?? 0) & (this.#nextToLast[placeOf(text.charCodeAt(at - 2))] ?? 0) & this.#bit) ===
      0
    )
      return null
    return this.#longestBefore(text, at, from, unit)
  }

  #longestBefore(text: string, at: number, from: number, unit: number): Entry<T> | null {
    const group = this.#byLast[unit & (PLACES - 1)]
    if (!group) return null
    const next = text.charCodeAt(at - 2)
    for (let i = 0; i < group.length; i++) {
      const member = group[i]
      if (!member || (member.unit !== next && member.unit !== ANY)) continue
      const { entry } = member
      if (at - entry.word.length >= from && text.startsWith(entry.word, at - entry.word.length)) return entry
    }
    return null
  }

  /** The first word between two offsets, with where it begins; null where none stands there. */
  first(text: string, from: number, to: number): (Entry<T> & { at: number }) | null {
    for (let at = from; at < to; at++) {
      const entry = this.at(text, at, to)
      if (entry) return { word: entry.word, value: entry.value, at }
    }
    return null
  }
}

/** A lexicon of words that stand for nothing but themselves. */
export const wordsOf = (list: string): Lexicon<true> =>
  new Lexicon(list.split('|').map((word): [string, true] => [word, true]))
