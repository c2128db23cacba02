import type { Span } from '../model/anchor'
import type { Line } from '../text/lines'
import { isChrome, isMeta, type Page } from './page'
import { CREDIT, HAS_SENTENCE, PAGE_NOTE } from './patterns'

/** — 12 —, 第12页 共30页, 12/30 */
const PAGE_NUMBER =
  /^(?:[-—–·\s]*(\d{1,3})[-—–·\s]*|第\s*(\d{1,3})\s*页(?:\s*[,，/]?\s*共\s*\d{1,3}\s*页)?|(\d{1,3})\s*\/\s*\d{1,3})$/
/** A number alone in its line is a page's only where the next such one is one more. */
const FEWEST_PAGES = 2
/** A line of this length that stands so often on a page or in a print runs along its head. */
const LONGEST_HEADER = 30
const FEWEST_HEADERS = 3
const HEADER = /政府工作报告|人民政府|日报|公报|门户网|新闻网/
const LONGEST_CAPTION = 80

/**
 * What stands between the lines of a text and is none of it: page numbers, running headers, captions of pictures,
 * notes that it goes on elsewhere, what a site prints under a title; and what the format says is none.
 * @returns spans in the order of the text, without overlap
 */
export function furnitureOf(page: Page, told: readonly Span[]): Span[] {
  const numbers = pageNumbers(page.lines)
  const headers = runningHeaders(page.lines, numbers)
  const spans: Span[] = [...told]
  page.lines.forEach((line, index) => {
    const { ink, inkStart, inkEnd } = line
    if (ink === '' || index < page.frontMatter.next) return
    const whole =
      numbers.has(index) ||
      headers.has(ink) ||
      isMeta(ink) ||
      isChrome(ink) ||
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

/** Lines that hold a page number: signs say so, or bare numbers count the pages. */
function pageNumbers(lines: readonly Line[]): Set<number> {
  const found = new Set<number>()
  let bare: { index: number; value: number }[] = []
  lines.forEach(({ ink }, index) => {
    if (ink.length > 16 || !/\d/.test(ink)) return
    const match = PAGE_NUMBER.exec(ink)
    if (!match) return
    if (/^\d+$/.test(ink)) bare.push({ index, value: Number(ink) })
    else found.add(index)
  })
  bare = bare.filter(({ value }, at) => bare[at - 1]?.value === value - 1 || bare[at + 1]?.value === value + 1)
  if (bare.length >= FEWEST_PAGES) for (const { index } of bare) found.add(index)
  return found
}

/** Short lines that come back on every page. */
function runningHeaders(lines: readonly Line[], numbers: ReadonlySet<number>): Set<string> {
  const counts = new Map<string, { times: number; beside: number }>()
  lines.forEach(({ ink }, index) => {
    if (ink.length < 3 || ink.length > LONGEST_HEADER || numbers.has(index) || HAS_SENTENCE.test(ink)) return
    const count = counts.get(ink) ?? { times: 0, beside: 0 }
    const beside = [-2, -1, 1, 2].some((step) => numbers.has(index + step))
    counts.set(ink, { times: count.times + 1, beside: count.beside + (beside ? 1 : 0) })
  })
  const headers = new Set<string>()
  for (const [ink, { times, beside }] of counts) {
    const isHeader = beside * 2 > times || (HEADER.test(ink) && !/[：:，,]$/.test(ink))
    if (times >= FEWEST_HEADERS && isHeader) headers.add(ink)
  }
  return headers
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
