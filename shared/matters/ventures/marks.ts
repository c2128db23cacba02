/** What a character tells of a clause, as bits: most are none of these. */
const MARKS = new Uint8Array(0x1_0000)

/** It ends a clause. */
const ENDS = 1
/** It ends what every place has one of, or a road: a clause of common words may name one. */
const ONE_OF_A_KIND = 2

const note = (characters: string, bit: number): void => {
  for (const c of characters) MARKS[c.charCodeAt(0)] = (MARKS[c.charCodeAt(0)] ?? 0) | bit
}
note('，；：。！？\n', ENDS)
note('馆院道桥港号场期心园楼宫站', ONE_OF_A_KIND)

/** Where the clause around an offset begins, not before `from`. */
export function clauseStart(text: string, at: number, from: number): number {
  let start = at
  while (start > from && ((MARKS[text.charCodeAt(start - 1)] ?? 0) & ENDS) === 0) start--
  return start
}

/** Where the clause around an offset ends, not behind `to`. */
export function clauseEnd(text: string, at: number, to: number): number {
  let end = at
  while (end < to && ((MARKS[text.charCodeAt(end)] ?? 0) & ENDS) === 0) end++
  return end
}

/** Whether a stretch may name what every place has one of. */
export function mayHoldOneOfAKind(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (((MARKS[text.charCodeAt(at)] ?? 0) & ONE_OF_A_KIND) !== 0) return true
  return false
}
