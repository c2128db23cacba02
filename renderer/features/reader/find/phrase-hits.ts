import { patternOf } from '#shared/coding/scan/pattern'
import type { Span } from '#shared/model/anchor'

/** What is looked for in a text. */
export interface FindQuery {
  phrase: string
  /** The phrase is a regular expression. */
  regex: boolean
  matchCase: boolean
  /** Only in the report in front, not in the whole file. */
  inReport: boolean
}

/** So many characters are looked through at a time; then other things get their turn. */
const SLICE = 200_000

/** A hit may reach so far past the end of a slice: blanks and line breaks of a scan inside the phrase. */
const OVERLAP = 4_000

/** More hits than these are of no use to anyone, and cost memory. */
export const MOST_HITS = 50_000

/**
 * Finds a phrase, slice by slice: each step of the generator looks through `SLICE` characters.
 * @param within the part of the text that is looked through; UTF-16 code units
 * @returns hits in the order of the text, found also where a scan broke the line inside the phrase
 */
export function* phraseHits(text: string, query: FindQuery, within: Span): Generator<Span[], void> {
  const { pattern } = patternOf({ type: 'phrase', pattern: query.phrase, caseSensitive: query.matchCase })
  if (!pattern) return
  let from = within.start
  while (from < within.end) {
    const until = Math.min(from + SLICE, within.end)
    const slice = text.slice(from, Math.min(until + OVERLAP, within.end))
    const hits: Span[] = []
    let next = until
    for (const { index, 0: hit } of slice.matchAll(pattern)) {
      if (from + index >= until) break
      hits.push({ start: from + index, end: from + index + hit.length })
      next = Math.max(until, from + index + hit.length)
    }
    yield hits
    from = next
  }
}

/** The first hit that starts at an offset or behind it, from the last one to the first; -1 where there is none. */
export function hitFrom(hits: readonly Span[], offset: number): number {
  if (hits.length === 0) return -1
  const index = firstNotBefore(hits, offset)
  return index < hits.length ? index : 0
}

/** The last hit that starts before an offset, from the first one to the last; -1 where there is none. */
export function hitBefore(hits: readonly Span[], offset: number): number {
  if (hits.length === 0) return -1
  const index = firstNotBefore(hits, offset) - 1
  return index >= 0 ? index : hits.length - 1
}

/** Index of the first hit whose start is not before an offset; the number of hits where all are. */
export function firstNotBefore(hits: readonly Span[], offset: number): number {
  let low = 0
  let high = hits.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((hits[middle]?.start ?? 0) < offset) low = middle + 1
    else high = middle
  }
  return low
}
