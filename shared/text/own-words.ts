import { PLACES_OF_CHARACTERS, placeFor, placeOf } from './characters'
import { COMMON_PAIRS, KNOWN_PAIRS } from './widespread-pairs.data'

/** Numbers of the characters that begin or end a known pair, from 1; 0 for all others. */
const FIRSTS = new Uint16Array(PLACES_OF_CHARACTERS)
const SECONDS = new Uint16Array(PLACES_OF_CHARACTERS)

/** Pairs of a table: every word is a first character with all that may follow it. */
const rowsOf = (table: string): string[] => table.trim().split(/\s+/u)

let firsts = 0
let seconds = 0
for (const row of [...rowsOf(KNOWN_PAIRS), ...rowsOf(COMMON_PAIRS)]) {
  const first = placeFor(row.charCodeAt(0))
  if (FIRSTS[first] === 0) FIRSTS[first] = ++firsts
  for (let at = 1; at < row.length; at++) {
    const second = placeFor(row.charCodeAt(at))
    if (SECONDS[second] === 0) SECONDS[second] = ++seconds
  }
}

const WIDTH = seconds + 1
/** How common the pair of two numbers is: 2 common, 1 known, 0 neither. Four stand in a byte: the cache holds them so. */
const HOW_COMMON = new Uint8Array(((firsts + 1) * WIDTH + 3) >> 2)

function note(table: string, common: number): void {
  for (const row of rowsOf(table)) {
    const base = (FIRSTS[placeFor(row.charCodeAt(0))] ?? 0) * WIDTH
    for (let at = 1; at < row.length; at++) {
      const pair = base + (SECONDS[placeFor(row.charCodeAt(at))] ?? 0)
      const shift = (pair & 3) << 1
      HOW_COMMON[pair >> 2] = ((HOW_COMMON[pair >> 2] ?? 0) & ~(3 << shift)) | (common << shift)
    }
  }
}
note(KNOWN_PAIRS, 1)
note(COMMON_PAIRS, 2)

/** How common the pair of two UTF-16 code units is among phrases of projects: 2 common, 1 known, 0 neither. */
function commonness(first: number, second: number): number {
  const row = FIRSTS[placeOf(first)] ?? 0
  if (row === 0) return 0
  const pair = row * WIDTH + (SECONDS[placeOf(second)] ?? 0)
  return ((HOW_COMMON[pair >> 2] ?? 0) >> ((pair & 3) << 1)) & 3
}

const HAN_FIRST = 0x4e00
const HAN_LAST = 0x9fff

/** Whether a stretch has at least one character of its own, or two that are half; it stops at the first. */
export function holdsOwn(text: string, from: number, to: number): boolean {
  let own = 0
  let before = 0
  for (let at = from; at < to; at++) {
    const unit = text.charCodeAt(at)
    const next = at + 1 < to ? commonness(unit, text.charCodeAt(at + 1)) : 0
    if (unit >= HAN_FIRST && unit <= HAN_LAST) own += 2 - (next > before ? next : before)
    if (own >= 2) return true
    before = next
  }
  return false
}

/**
 * How many Chinese characters of a phrase stand in no pair that projects of many places have in common: what is a
 * name's own (唐寺门立交: 3). One in a pair that only some have counts half.
 */
export function ownCharacters(text: string, from: number, to: number): number {
  let own = 0
  let before = 0
  for (let at = from; at < to; at++) {
    const unit = text.charCodeAt(at)
    const next = at + 1 < to ? commonness(unit, text.charCodeAt(at + 1)) : 0
    if (unit >= HAN_FIRST && unit <= HAN_LAST) own += 2 - (next > before ? next : before)
    before = next
  }
  return own / 2
}

/** How common the pair of characters at an offset is among phrases of projects: 2 common, 1 known, 0 neither. */
export const howCommon = (text: string, at: number): number => commonness(text.charCodeAt(at), text.charCodeAt(at + 1))
