import { endOfReport } from './closing'
import {
  beginsNews,
  endsArticle,
  inkAt,
  isChrome,
  isMeta,
  isTitle,
  lastInk,
  nextInk,
  nextText,
  opensReport,
  type Page,
} from './page'
import { CONTINUED, DATELINE, HAS_SENTENCE, SALUTATION } from './patterns'

/** A region of lines that holds one report. */
export interface Region {
  readonly from: number
  /** Exclusive. */
  readonly to: number
  /** Line behind the last one of the speech: what follows up to `to` is appended to it. */
  readonly speech: number
  /** Line of the title, null where none was found. */
  readonly title: number | null
  /** First line of the body, behind title, date, speaker and opening words. */
  readonly body: number
}

type Start = Omit<Region, 'to' | 'speech'>

/** Lines with ink between title and opening words at most. */
const HEADER_LINES = 14
/** The longest line of a header, and how much of a line is searched for opening words. */
const HEADER_WIDTH = 80
const OPENING_WIDTH = 400
/** A line that a scan broke is shorter. */
const BROKEN_WIDTH = 80
/** A title announces a report only when so many lines of body follow. */
const BODY_LINES = 3
/** Lines with ink that are read to see whether a report follows a title. */
const LOOK_AHEAD = 60

/** The reports of a page, and where it prints one of them again. */
export interface Speeches {
  readonly regions: readonly Region[]
  readonly repeats: readonly Region[]
}

/**
 * Finds the reports that stand on the page as they were given: by their opening words (各位代表…现在，我代表…政府…报告工作),
 * or by a title with the body of a report under it.
 */
export function speechesOf(page: Page): Speeches {
  const regions: Region[] = []
  const repeats: Region[] = []
  let after = page.frontMatter.next
  for (let index = after; index < page.lines.length; index++) {
    if (index < after) continue
    const start = startAt(page, index, after)
    if (start === null) continue
    const end = endOfReport(page, start.body)
    const region = { ...start, ...end }
    if (regions.some((above) => isRepeated(page, above, region))) repeats.push(region)
    else regions.push(region)
    after = end.to
  }
  return { regions, repeats }
}

/** How many characters of body show that a report is printed twice, and how far the lengths may differ. */
const SAMPLE = 400
const SAME_LENGTH = 0.15

/** Whether a region repeats one above: some sites print the whole report once for every page of it. */
function isRepeated(page: Page, above: Region, region: Region): boolean {
  const [a, b] = [above, region].map(({ body, speech }) => bodyOf(page, body, speech))
  if (a === undefined || b === undefined || a.length < SAMPLE) return false
  const near = Math.abs(a.length - b.length) <= a.length * SAME_LENGTH
  const middle = Math.floor(Math.min(a.length, b.length) * 0.7)
  return (
    near &&
    a.slice(0, SAMPLE) === b.slice(0, SAMPLE) &&
    a.slice(middle, middle + SAMPLE / 2) === b.slice(middle, middle + SAMPLE / 2)
  )
}

const bodyOf = (page: Page, from: number, to: number): string =>
  page.lines
    .slice(from, to)
    .map(({ ink }) => ink)
    .join('')
    .replace(/\s+/g, '')

/** The start of a report whose title or opening words stand in a line, null where there are none. */
function startAt(page: Page, index: number, floor: number): Start | null {
  const ink = inkAt(page, index)
  if (ink === '' || isChrome(ink)) return null
  if (opensAt(page, index)) return headerAbove(page, index, floor)
  const front = page.frontMatter.title
  const titled = isTitle(ink) || (front !== null && isTitle(inkAt(page, front)) && index === nextInk(page, floor))
  return titled && announcesReport(page, index) ? withTitle(page, index, floor) : null
}

/**
 * Whether a line holds the opening words, or turns to the congress with them directly below. 各位代表 alone does not
 * do: the reports of the standing committee, the courts and the treasury begin with it, too.
 */
function opensAt(page: Page, index: number): boolean {
  const ink = inkAt(page, index)
  if (opensReport(openingAt(page, index))) return true
  if (!SALUTATION.test(ink)) return false
  const next = nextInk(page, index + 1)
  return [next, nextInk(page, next + 1)].some(
    (at) => at > index && opensReport(inkAt(page, at).slice(0, OPENING_WIDTH)),
  )
}

/** The beginning of a line, with the next two where its sentence was broken: …向大会作工作 / 报告，请予审议. */
function openingAt(page: Page, index: number): string {
  let words = inkAt(page, index).slice(0, OPENING_WIDTH)
  if (!OPENING_HEAD.test(words)) return words
  for (let at = index, step = 0; step < 2 && words.length < BROKEN_WIDTH && !/[。！：:]$/.test(words); step++) {
    at = nextInk(page, at + 1)
    if (at < 0) break
    words += inkAt(page, at).slice(0, BROKEN_WIDTH)
  }
  return words
}

const OPENING_HEAD = /^(?:现在|下面|我|受)[^。]{0,30}(?:代表(?!大会)|委托)/

/** Walks up from the opening words over speaker, date and title. */
function headerAbove(page: Page, index: number, floor: number): Start {
  let from = index
  let title = isTitle(inkAt(page, index)) ? index : null
  let at = index
  for (let step = 0; step < HEADER_LINES && title === null; step++) {
    at = lastInk(page, at - 1, floor)
    if (at >= floor && isMeta(inkAt(page, at))) continue
    if (at < floor || !isHeader(page, at)) break
    from = at
    if (isTitle(inkAt(page, at))) title = at
  }
  return { from, title: title ?? page.frontMatter.title, body: bodyAfter(page, index) }
}

function isHeader(page: Page, index: number): boolean {
  const ink = inkAt(page, index)
  if (isChrome(ink) || endsArticle(page, index) || ink.length > HEADER_WIDTH) return false
  return !HAS_SENTENCE.test(ink) || DATELINE.test(ink)
}

/** A report known by its title: its body begins behind date and speaker. */
function withTitle(page: Page, index: number, floor: number): Start {
  const title = isTitle(inkAt(page, index)) ? index : null
  const { from } = headerAbove(page, index, floor)
  for (let at = nextInk(page, index), step = 0; at >= 0 && step < HEADER_LINES; at = nextInk(page, at + 1), step++) {
    if (opensAt(page, at)) return { from, title: title ?? page.frontMatter.title, body: bodyAfter(page, at) }
  }
  let body = title === null ? index : index + 1
  for (let at = nextText(page, body); at >= 0 && isDateline(inkAt(page, at)); at = nextText(page, at + 1)) body = at + 1
  body = Math.max(body, nextText(page, body))
  return { from, title: title ?? page.frontMatter.title, body }
}

const isDateline = (ink: string): boolean => ink.length <= HEADER_WIDTH && DATELINE.test(ink)

/** The line behind the opening words, which may come a line or two after 各位代表. */
function bodyAfter(page: Page, index: number): number {
  let at = index
  for (let step = 0; step < 3 && at >= 0; step++) {
    const ink = inkAt(page, at)
    if (opensReport(ink.slice(0, OPENING_WIDTH))) return ink.length < OPENING_WIDTH ? at + 1 : at
    if (opensReport(openingAt(page, at))) return nextInk(page, at + 1) + 1
    at = nextInk(page, at + 1)
  }
  return index + 1
}

/** Whether a title is followed by a report and not by another title: a note that it is continued, a date of the congress, or an address to it. */
function announcesReport(page: Page, index: number): boolean {
  const first = nextText(page, isTitle(inkAt(page, index)) ? index + 1 : index)
  if (first < 0 || isChrome(inkAt(page, first))) return false
  if (CONTINUED.test(inkAt(page, first).slice(0, 20))) return true
  let bodies = 0
  let addressed = isDateline(inkAt(page, first))
  for (let at = first, seen = 0; at >= 0 && seen < LOOK_AHEAD; at = nextInk(page, at + 1), seen++) {
    const ink = inkAt(page, at)
    if (isChrome(ink)) break
    if (at > first && isTitle(ink)) return false
    if (HAS_SENTENCE.test(ink)) bodies++
    if (SALUTATION.test(ink) || opensReport(ink)) addressed = true
    if (beginsNews(page, at) || endsArticle(page, at)) break
  }
  return addressed && bodies >= BODY_LINES
}
