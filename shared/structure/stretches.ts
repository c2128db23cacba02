import type { Span } from '../model/anchor'
import type { Stretch } from '../model/reading'
import { inkAt, isBody, type Page } from './page'
import type { Region } from './speech'

/**
 * Cuts the whole text into stretches: reports, articles with body text, and furniture for everything else, also inside
 * a report, which then has several stretches. White space belongs to the stretch before it.
 */
export function stretchesOf(
  page: Page,
  reports: readonly Span[],
  articles: readonly Region[],
  furniture: readonly Span[],
): Stretch[] {
  const { text } = page
  const found: Stretch[] = [
    ...reports.flatMap((span, report) => partsOf(text, span, report, furniture)),
    ...articles.flatMap((article) => articleStretch(page, article, reports)),
  ].sort((a, b) => a.start - b.start)
  const stretches: Stretch[] = []
  let at = 0
  for (const stretch of found) {
    fill(text, stretches, at, stretch.start)
    stretches.push(stretch)
    at = stretch.end
  }
  fill(text, stretches, at, text.length)
  return stretches
}

/** A report without the furniture inside it. */
function partsOf(text: string, { start, end }: Span, report: number, furniture: readonly Span[]): Stretch[] {
  const parts: Stretch[] = []
  let at = start
  for (const piece of furniture) {
    if (piece.start < start || piece.end > end) continue
    const last = parts.at(-1)
    if (last && text.slice(at, piece.start).trim() === '') last.end = piece.end
    else {
      if (piece.start > at) parts.push({ start: at, end: piece.start, kind: 'report', report })
      parts.push({ start: piece.start, end: piece.end, kind: 'furniture', report: null })
    }
    at = piece.end
  }
  if (at < end) parts.push({ start: at, end, kind: 'report', report })
  return parts
}

function articleStretch(page: Page, { from, to }: Region, reports: readonly Span[]): Stretch[] {
  const start = page.lines[from]?.inkStart ?? 0
  const end = page.lines[to - 1]?.inkEnd ?? start
  if (reports.some((report) => start < report.end && report.start < end)) return []
  const hasBody = Array.from({ length: to - from }, (_, step) => inkAt(page, from + step)).some(isBody)
  return hasBody ? [{ start, end, kind: 'article', report: null }] : []
}

/** Furniture between two stretches; a gap of white space goes to the one before it. */
function fill(text: string, stretches: Stretch[], start: number, end: number): void {
  if (start >= end) return
  const last = stretches.at(-1)
  if (last && text.slice(start, end).trim() === '') last.end = end
  else stretches.push({ start, end, kind: 'furniture', report: null })
}
