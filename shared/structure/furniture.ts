import type { Span } from '../model/anchor'
import type { Line } from '../text/lines'
import { isChrome, isMeta, type Page } from './page'
import { CREDIT, MASTHEAD, PAGE_NOTE } from './patterns'

const LONGEST_CAPTION = 80

/**
 * What stands between the lines of a text and is none of it: page numbers, running headers, captions of pictures,
 * notes that it goes on elsewhere, what a site prints under a title; and what the format says is none.
 * @returns spans in the order of the text, without overlap
 */
export function furnitureOf(page: Page, told: readonly Span[]): Span[] {
  const { numbers, headers } = page.running
  const spans: Span[] = [...told]
  page.lines.forEach((line, index) => {
    const { ink, inkStart, inkEnd } = line
    if (ink === '' || index < page.frontMatter.next) return
    const whole =
      numbers.has(index) ||
      headers.has(ink) ||
      isMeta(ink) ||
      isChrome(ink) ||
      (ink.length <= LONGEST_CAPTION && MASTHEAD.test(ink)) ||
      (CREDIT.test(ink) && ink.length <= LONGEST_CAPTION)
    if (whole) spans.push({ start: inkStart, end: inkEnd })
    else spans.push(...pageNotes(line))
  })
  return merged(spans)
}

/** （下转第二版） at the end of a line, （上接第一版） at its beginning. */
function pageNotes({ ink, inkStart }: Line): Span[] {
  const notes: Span[] = []
  for (const { 0: note, index } of ink.matchAll(PAGE_NOTE)) {
    const isAtEdge = index === 0 || index + note.length === ink.length
    if (isAtEdge) notes.push({ start: inkStart + index, end: inkStart + index + note.length })
  }
  return notes
}

/** In order, overlaps and touching ones as one. */
function merged(spans: readonly Span[]): Span[] {
  const result: { start: number; end: number }[] = []
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const last = result.at(-1)
    if (last && start <= last.end) last.end = Math.max(last.end, end)
    else if (start < end) result.push({ start, end })
  }
  return result
}
