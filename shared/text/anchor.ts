import { type Anchor, CONTEXT_LENGTH, type Span } from '../model/anchor'
import { findChanged } from './changed'
import { similarity } from './similarity'

/**
 * Quotes of this length or more are told apart by themselves; shorter ones (5%, 全市) stand in any text and need
 * their context too.
 */
const SPEAKING_QUOTE = 16
/** How alike the surroundings of a short quote must be, 0 to 1, before it counts as the same place. */
const CONTEXT_NEEDED = 0.4
/** What nearness to the old position may add at most: it only decides between places with equal context. */
const NEARNESS_WEIGHT = 0.1

/**
 * Makes an anchor of a span: position, quote and up to 32 characters of context either side. A context never begins
 * or ends with half of a surrogate pair, since half a pair would not survive being stored as UTF-8.
 * @param text the text of a reading
 * @param start UTF-16 offset, from 0
 * @param end UTF-16 offset, exclusive
 * @throws RangeError when the span does not lie in the text
 */
export function makeAnchor(text: string, start: number, end: number): Anchor {
  if (start < 0 || end < start || end > text.length) throw new RangeError(`span ${start}..${end} outside the text`)
  return {
    start,
    end,
    quote: text.slice(start, end),
    prefix: withoutLeadingHalf(text.slice(Math.max(0, start - CONTEXT_LENGTH), start)),
    suffix: withoutTrailingHalf(text.slice(end, end + CONTEXT_LENGTH)),
  }
}

/**
 * Finds the place of an anchor in a text that may have changed: the old position while the quote still stands there,
 * else the occurrence of the quote whose context is most alike, the nearer one of equals, else what now stands between
 * its contexts when that is nearly the quote (漯河区 corrected to 瀍河区).
 * @returns null when the quote is gone, or is short and stands only in other surroundings
 */
export function resolveAnchor(text: string, anchor: Anchor): Span | null {
  const { start, end, quote } = anchor
  if (quote.length === end - start && end <= text.length && text.startsWith(quote, start)) return { start, end }
  if (quote === '') return null
  let best: Span | null = null
  let bestScore = Number.NEGATIVE_INFINITY
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) {
    const context = contextScore(text, at, at + quote.length, anchor)
    if (quote.length < SPEAKING_QUOTE && context < CONTEXT_NEEDED) continue
    const score = context + NEARNESS_WEIGHT * nearness(at - start)
    if (score > bestScore) {
      best = { start: at, end: at + quote.length }
      bestScore = score
    }
  }
  return best ?? findChanged(text, anchor)
}

/** Mean likeness of the contexts that the anchor has; an anchor without any (its quote was the whole text) fits anywhere. */
function contextScore(text: string, start: number, end: number, { prefix, suffix }: Anchor): number {
  const scores: number[] = []
  if (prefix !== '') scores.push(similarity(text.slice(Math.max(0, start - prefix.length), start), prefix))
  if (suffix !== '') scores.push(similarity(text.slice(end, end + suffix.length), suffix))
  return scores.length === 0 ? 1 : scores.reduce((sum, score) => sum + score, 0) / scores.length
}

/** 1 at the old position, falling towards 0; half at a thousand characters away. */
const nearness = (distance: number): number => 1000 / (1000 + Math.abs(distance))

const withoutLeadingHalf = (text: string): string => (/^[\uDC00-\uDFFF]/.test(text) ? text.slice(1) : text)
const withoutTrailingHalf = (text: string): string => (/[\uD800-\uDBFF]$/.test(text) ? text.slice(0, -1) : text)
