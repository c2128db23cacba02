import { COMMON_PAIRS, KNOWN_PAIRS } from './widespread-pairs.data'

/** Places of the characters that begin or end a known pair, from 1; 0 for all others. */
const FIRSTS = new Uint16Array(0x1_0000)
const SECONDS = new Uint16Array(0x1_0000)

/** Pairs of a table: every word is a first character with all that may follow it. */
const rowsOf = (table: string): string[] => table.trim().split(/\s+/u)

let firsts = 0
let seconds = 0
for (const row of [...rowsOf(KNOWN_PAIRS), ...rowsOf(COMMON_PAIRS)]) {
  const first = row.charCodeAt(0)
  if (FIRSTS[first] === 0) FIRSTS[first] = ++firsts
  for (let at = 1; at < row.length; at++) {
    const second = row.charCodeAt(at)
    if (SECONDS[second] === 0) SECONDS[second] = ++seconds
  }
}

const WIDTH = seconds + 1
/** Whether a stretch has at least one character of its own, or two that are half; it stops at the first. */
export function holdsOwn(text: string, from: number, to: number): boolean {
  let own = 0
  let before = 0
  for (let at = from; at < to; at++) {
    const unit = text.charCodeAt(at)
    const row = at + 1 < to ? (FIRSTS[unit] ?? 0) : 0
    const next = row === 0 ? 0 : (HOW_COMMON[row * WIDTH + (SECONDS[text.charCodeAt(at + 1)] ?? 0)] ?? 0)
    if (unit >= HAN_FIRST && unit <= HAN_LAST) own += 2 - (next > before ? next : before)
    if (own >= 2) return true
    before = next
  }
  return false
}

/** How common the pair of two places is: 2 common, 1 known, 0 neither. */
const HOW_COMMON = new Uint8Array((firsts + 1) * WIDTH)

function note(table: string, common: number): void {
  for (const row of rowsOf(table)) {
    const base = (FIRSTS[row.charCodeAt(0)] ?? 0) * WIDTH
    for (let at = 1; at < row.length; at++) HOW_COMMON[base + (SECONDS[row.charCodeAt(at)] ?? 0)] = common
  }
}
note(KNOWN_PAIRS, 1)
note(COMMON_PAIRS, 2)

const HAN_FIRST = 0x4e00
const HAN_LAST = 0x9fff

/**
 * How many Chinese characters of a phrase stand in no pair that projects of many places have in common: what is a
 * name's own (唐寺门立交: 3). One in a pair that only some have counts half.
 */
export function ownCharacters(text: string, from: number, to: number): number {
  let own = 0
  let before = 0
  for (let at = from; at < to; at++) {
    const unit = text.charCodeAt(at)
    const row = at + 1 < to ? (FIRSTS[unit] ?? 0) : 0
    const next = row === 0 ? 0 : (HOW_COMMON[row * WIDTH + (SECONDS[text.charCodeAt(at + 1)] ?? 0)] ?? 0)
    if (unit >= HAN_FIRST && unit <= HAN_LAST) own += 2 - (next > before ? next : before)
    before = next
  }
  return own / 2
}

/** How common the pair of characters at an offset is among phrases of projects: 2 common, 1 known, 0 neither. */
export const howCommon = (text: string, at: number): number =>
  HOW_COMMON[(FIRSTS[text.charCodeAt(at)] ?? 0) * WIDTH + (SECONDS[text.charCodeAt(at + 1)] ?? 0)] ?? 0
