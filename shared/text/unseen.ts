import type { Span } from '../model/anchor'
import { simplified } from './traditional'

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
 * two others; and the blanks of a text in which every character stands apart. A text in traditional characters is shown
 * in simplified ones. Nearly all texts come back as they are. Offsets are UTF-16 code units.
 */
export function seenText(text: string): SeenText {
  const gone = [...unseenIn(text), ...blanksBetween(text)].sort((a, b) => a - b)
  if (gone.length === 0) return { text: simplified(text), back: (span) => span, forth: (span) => span }
  const back = (offset: number): number => offset + countUntil(gone, (at, before) => at - before <= offset)
  const forth = (offset: number): number => offset - countUntil(gone, (at) => at < offset)
  return {
    text: simplified([0, ...gone.map((at) => at + 1)].map((from, part) => text.slice(from, gone[part])).join('')),
    back: (span) => ({ ...span, start: span.start === 0 ? 0 : back(span.start), end: back(span.end) }),
    forth: (span) => ({ ...span, start: forth(span.start), end: forth(span.end) }),
  }
}

function unseenIn(text: string): number[] {
  const found: number[] = []
  for (const { 0: char, index } of text.matchAll(UNSEEN)) if (index > 0 || char !== BYTE_ORDER_MARK) found.push(index)
  return found
}

const BLANK = /[ \u00a0\u3000]/g
/** A blank of any width between two characters that stand together elsewhere. */
const BETWEEN =
  /(?<=[\p{Script=Han}\d，。、；：！？“”（）])[ \u00a0\u3000](?=[\p{Script=Han}\d，。、；：！？“”（）%％])/gu
/** So much of a text is looked at, and so many of its characters stand apart in one that is set widely. */
const SAMPLE = 4_000
const APART_SHARE = 0.5

/** The blanks of a text that is set widely throughout (全 市 生 产 总 值); none in others, where they part words. */
function blanksBetween(text: string): number[] {
  const sample = text.slice(0, SAMPLE)
  const least = sample.replace(/\s/g, '').length * APART_SHARE
  if ((sample.match(BLANK)?.length ?? 0) < least || (sample.match(BETWEEN)?.length ?? 0) < least) return []
  return Array.from(text.matchAll(BETWEEN), ({ index }) => index)
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
