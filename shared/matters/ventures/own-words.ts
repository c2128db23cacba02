import { COMMON_PAIRS, KNOWN_PAIRS } from './common-pairs.data'

const pairAt = (text: string, at: number): number => text.charCodeAt(at) * 0x1_0000 + text.charCodeAt(at + 1)

/** Pairs of a table: every word is a first character with all that may follow it. */
const pairsOf = (table: string): number[] =>
  table
    .trim()
    .split(/\s+/u)
    .flatMap((word) => [...word.slice(1)].map((next) => pairAt(`${word.charAt(0)}${next}`, 0)))

/** How little of a name's own a pair of characters is: 2 common, 1 known. */
const COMMON: ReadonlyMap<number, number> = new Map([
  ...pairsOf(KNOWN_PAIRS).map((pair): [number, number] => [pair, 1]),
  ...pairsOf(COMMON_PAIRS).map((pair): [number, number] => [pair, 2]),
])

const HAN_FIRST = 0x4e00
const HAN_LAST = 0x9fff

/**
 * How many Chinese characters of a name stand in no pair that projects of many places have in common: what is the
 * name's own (唐寺门立交: 3). One in a pair that only some have counts half.
 */
export function ownCharacters(name: string): number {
  let own = 0
  let before = 0
  for (let at = 0; at < name.length; at++) {
    const unit = name.charCodeAt(at)
    const next = COMMON.get(pairAt(name, at)) ?? 0
    if (unit >= HAN_FIRST && unit <= HAN_LAST) own += 1 - Math.max(before, next) / 2
    before = next
  }
  return own
}
