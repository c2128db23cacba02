import type { Line } from '../text/lines'
import { HAS_SENTENCE } from './patterns'

/** — 12 —, 第12页 共30页, 12/30 */
const PAGE_NUMBER =
  /^(?:[-—–·\s]*(\d{1,3})[-—–·\s]*|第\s*(\d{1,3})\s*页(?:\s*[,，/]?\s*共\s*\d{1,3}\s*页)?|(\d{1,3})\s*\/\s*\d{1,3})$/
/** A number alone in its line is a page's only where the next such one is one more. */
const FEWEST_PAGES = 2
/** A line of this length that stands so often on a page or in a print runs along its head. */
const LONGEST_HEADER = 30
const FEWEST_HEADERS = 3
const HEADER = /政府工作报告|人民政府|日报|公报|门户网|新闻网/

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

/** What stands on every page of a print: lines that are page numbers, and the words of running headers. */
export interface Running {
  readonly numbers: ReadonlySet<number>
  readonly headers: ReadonlySet<string>
}

/** Finds page numbers and running headers. */
export function runningOf(lines: readonly Line[]): Running {
  const numbers = pageNumbers(lines)
  return { numbers, headers: runningHeaders(lines, numbers) }
}

/**
 * The lines that run along the pages: numbers, and headers from their second time on (the first may be the title
 * itself, unless a number stands beside it).
 */
export function runningLines(lines: readonly Line[], { numbers, headers }: Running): Set<number> {
  const running = new Set(numbers)
  if (headers.size === 0) return running
  const seen = new Set<string>()
  lines.forEach(({ ink }, index) => {
    if (!headers.has(ink)) return
    if (seen.has(ink) || numbers.has(index - 1) || numbers.has(index + 1)) running.add(index)
    seen.add(ink)
  })
  return running
}
