import { beginsNews, endsArticle, inkAt, isChrome, lastInk, nextInk, type Page } from './page'
import { APPENDIX, CLOSING, CONTINUED, DATELINE, HAS_SENTENCE, NOT_TITLE, OPENING, SALUTATION, TITLE } from './patterns'

/** A region of lines that holds one report. `to` is exclusive. */
export interface Region {
  readonly from: number
  readonly to: number
  /** Line of the title, null where none was found. */
  readonly title: number | null
}

/** Lines between title and opening words at most. */
const HEADER_LINES = 14
/** Lines after the last address to the congress in which the closing words may stand. */
const CLOSING_LINES = 8
/** A title announces a report only when so many lines of body follow. */
const BODY_LINES = 3

/** Whether a line is the title of a work report. */
export const isTitle = (ink: string): boolean => TITLE.test(ink) && !NOT_TITLE.test(ink)

/**
 * Finds the reports that stand on the page as they were given: by their opening words (各位代表…现在，我代表…政府…报告工作),
 * or by a title with the body of a report under it.
 */
export function speechesOf(page: Page): Region[] {
  const regions: Region[] = []
  let after = page.frontMatter.next
  for (let index = after; index < page.lines.length; index++) {
    if (index < after) continue
    const start = startAt(page, index, after)
    if (start === null) continue
    const to = endOf(page, index + 1)
    regions.push({ from: start.from, to, title: start.title })
    after = to
  }
  return regions
}

function startAt(page: Page, index: number, floor: number): { from: number; title: number | null } | null {
  const ink = inkAt(page, index)
  if (ink === '' || isChrome(ink)) return null
  const opens = ink.length < 400 && OPENING.test(ink)
  if (opens || SALUTATION.test(ink)) return headerAbove(page, index, floor)
  return isTitle(ink) && announcesReport(page, index) ? headerAbove(page, index, floor) : null
}

/** Walks up from the opening words over speaker, date and title. */
function headerAbove(page: Page, index: number, floor: number): { from: number; title: number | null } {
  let from = index
  let title = isTitle(inkAt(page, index)) ? index : null
  let at = index
  for (let step = 0; step < HEADER_LINES && title === null; step++) {
    at = lastInk(page, at - 1, floor)
    const ink = inkAt(page, at)
    if (at < floor || isChrome(ink) || endsArticle(page, at)) break
    if (HAS_SENTENCE.test(ink) && !SALUTATION.test(ink) && !DATELINE.test(ink)) break
    if (ink.length > 80) break
    from = at
    if (isTitle(ink)) title = at
  }
  return { from, title: title ?? page.frontMatter.title }
}

/** Whether a title line is followed by a report: a note that it is continued, or the body of one. */
function announcesReport(page: Page, index: number): boolean {
  const first = nextInk(page, index + 1)
  if (first < 0 || isChrome(inkAt(page, first))) return false
  if (CONTINUED.test(inkAt(page, first).slice(0, 20))) return true
  let bodies = 0
  let addressed = false
  for (let at = first, seen = 0; at >= 0 && seen < 60; at = nextInk(page, at + 1), seen++) {
    const ink = inkAt(page, at)
    if (isChrome(ink)) return false
    if (HAS_SENTENCE.test(ink)) bodies++
    if (SALUTATION.test(ink) || OPENING.test(ink)) addressed = true
    if (beginsNews(page, at) || endsArticle(page, at)) break
  }
  return addressed && bodies >= BODY_LINES
}

/** The line behind the last of a report: its closing words, before appendix, chrome and other articles. */
function endOf(page: Page, from: number): number {
  let to = page.lines.length
  let addressed = -1
  for (let at = from; at < page.lines.length; at++) {
    const ink = inkAt(page, at)
    if (ink === '') continue
    if (isChrome(ink) || beginsNews(page, at) || (addressed >= 0 && (APPENDIX.test(ink) || isTitle(ink)))) {
      to = at
      break
    }
    if (SALUTATION.test(ink)) addressed = at
    if (endsArticle(page, at)) {
      to = at + 1
      break
    }
  }
  return closingAfter(page, addressed, to)
}

function closingAfter(page: Page, addressed: number, to: number): number {
  const last = lastInk(page, to - 1) + 1
  if (addressed < 0) return last
  let closing = -1
  for (
    let at = addressed, seen = 0;
    at >= 0 && at < to && seen < CLOSING_LINES;
    at = nextInk(page, at + 1, to), seen++
  ) {
    if (CLOSING.test(inkAt(page, at))) closing = at
  }
  return closing < 0 ? last : closing + 1
}
