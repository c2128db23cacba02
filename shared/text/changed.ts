import type { Anchor, Span } from '../model/anchor'
import { similarity } from './similarity'

/** Characters of context directly beside the quote that must still stand unchanged. */
const EDGE = 8
/** How alike the old and the new words must be, 0 to 1. */
const LIKENESS = 0.6
/** A quote may grow or shrink by this share, and by a few characters more. */
const STRETCH = 0.4
const SLACK = 4
/** Longer quotes are not compared letter by letter: what stands between both contexts in the right length is taken. */
const LONGEST_COMPARED = 400

/**
 * Finds a quote that was itself corrected: the unchanged words directly before and after it, with something between
 * them that is nearly the quote. The nearest such place is taken.
 * @returns null without both contexts in full, or where nothing like the quote stands between them
 */
export function findChanged(text: string, { start, quote, prefix, suffix }: Anchor): Span | null {
  const before = prefix.slice(-EDGE)
  const after = suffix.slice(0, EDGE)
  if (before.length < EDGE || after.length < EDGE) return null
  const reach = Math.ceil(quote.length * (1 + STRETCH)) + SLACK
  let nearest: Span | null = null
  for (let at = text.indexOf(before); at >= 0; at = text.indexOf(before, at + 1)) {
    const from = at + EDGE
    const to = text.slice(from, from + reach + EDGE).indexOf(after)
    if (to <= 0 || !isNearly(text.slice(from, from + to), quote)) continue
    if (!nearest || Math.abs(from - start) < Math.abs(nearest.start - start)) nearest = { start: from, end: from + to }
  }
  return nearest
}

function isNearly(words: string, quote: string): boolean {
  if (words.length < Math.floor(quote.length * (1 - STRETCH)) - SLACK) return false
  return quote.length > LONGEST_COMPARED || similarity(words, quote) >= LIKENESS
}
