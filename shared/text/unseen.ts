import type { Span } from '../model/anchor'

/** Characters that nobody sees: zero-width spaces and joiners, soft hyphens, a byte order mark inside a text. */
const UNSEEN = /[\u00ad\u200b-\u200f\u2060\ufeff]/g

/** At the very beginning of a text it is its encoding's, and stays. */
const BYTE_ORDER_MARK = '\ufeff'

/** A text without what nobody sees, with the way back to the offsets of the text itself. */
export interface SeenText {
  readonly text: string
  /** The same record with its span in the text itself. */
  back<T extends Span>(span: T): T
  /** The same record with its span of the text itself in this one. */
  forth<T extends Span>(span: T): T
}

/**
 * Takes out what nobody sees, so that no pattern stumbles over it: web pages and Word put such characters between any
 * two others. Nearly all texts hold none and come back as they are. Offsets are UTF-16 code units.
 */
export function seenText(text: string): SeenText {
  const gone: number[] = []
  for (const { 0: char, index } of text.matchAll(UNSEEN)) if (index > 0 || char !== BYTE_ORDER_MARK) gone.push(index)
  if (gone.length === 0) return { text, back: (span) => span, forth: (span) => span }
  const back = (offset: number): number => offset + countUntil(gone, (at, before) => at - before <= offset)
  const forth = (offset: number): number => offset - countUntil(gone, (at) => at < offset)
  return {
    text: [0, ...gone.map((at) => at + 1)].map((from, part) => text.slice(from, gone[part])).join(''),
    back: (span) => ({ ...span, start: span.start === 0 ? 0 : back(span.start), end: back(span.end) }),
    forth: (span) => ({ ...span, start: forth(span.start), end: forth(span.end) }),
  }
}

/** How many of the offsets, in order, fulfil what holds for the first ones and for none behind. */
function countUntil(gone: readonly number[], holds: (at: number, before: number) => boolean): number {
  let low = 0
  let high = gone.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(gone[middle] ?? 0, middle)) low = middle + 1
    else high = middle
  }
  return low
}
