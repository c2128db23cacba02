import { listMarkOf } from './list-marks'
import {
  beginsNews,
  beginsStory,
  endsArticle,
  inkAt,
  isBody,
  isChrome,
  isTitle,
  lastInk,
  nextInk,
  opensReport,
  type Page,
} from './page'
import { APPENDIX, CLOSING, CONTINUED, FOOTNOTE, LIVELIHOOD_LIST, OTHER_REPORT, SALUTATION } from './patterns'

/** Broken lines that a closing paragraph may have. */
const PARAGRAPH_LINES = 16
/** How much of the end of a line is searched for closing words. */
const CLOSING_WIDTH = 260
/** Lines with ink after the last address to the congress in which the closing words may stand. */
const CLOSING_LINES = 8
/** The share of a speech that can follow its closing words: notes that no heading announces. */
const LONGEST_TAIL = 0.25
/** A salutation alone, and how far into the next line the opening words may stand. */
const SALUTATION_WIDTH = 20
const OPENING_WIDTH = 80
/** Lines with ink that title, date, speaker and what a site prints between them can take. */
const HEADER_LINES = 24

/** Where a report ends: the line behind the last one of the speech, and behind what is appended to it. */
export interface ReportEnd {
  readonly speech: number
  readonly to: number
}

/**
 * The end of a report that was found by its opening words or title: its closing words, then lists and explanations of
 * terms appended to it; never chrome or other articles.
 */
export function endOfReport(page: Page, from: number): ReportEnd {
  const speech = endOfSpeech(page, from)
  return { speech, to: endOfAppendix(page, speech) }
}

function endOfSpeech(page: Page, from: number): number {
  let addressed = -1
  let to = page.lines.length
  for (let at = nextInk(page, from); at >= 0; at = nextInk(page, at + 1)) {
    const ink = inkAt(page, at)
    if (at > from && beginsAnother(page, at)) {
      to = aboveHeader(page, at, from)
      break
    }
    if (isChrome(ink) && goesOnBehind(page, at)) continue
    if (isChrome(ink) || beginsNews(page, at) || (addressed >= 0 && endsReport(page, at))) {
      to = at
      break
    }
    if (SALUTATION.test(ink)) addressed = at
    if (endsArticle(page, at)) {
      to = at + 1
      break
    }
  }
  const last = lastInk(page, to - 1) + 1
  const closing = addressed < 0 ? -1 : closingFrom(page, addressed, to)
  if (closing < 0) return last
  const storied = beginsStory(page, nextInk(page, closing + 1))
  if (continuesAt(page, closing + 1, last)) return last
  if (!storied && isMidway(page, from, closing, last)) return last
  return closing + 1
}

/** An appendix, or the title of another report (not of the same one continued on a later page). */
function endsReport(page: Page, index: number): boolean {
  const ink = inkAt(page, index)
  if (APPENDIX.test(ink) || FOOTNOTE.test(ink) || OTHER_REPORT.test(ink) || opensAgain(page, index)) return true
  return isTitle(ink) && !CONTINUED.test(inkAt(page, nextInk(page, index + 1)).slice(0, 20))
}

/** Whether another numbered part of the speech follows some closing words. */
function continuesAt(page: Page, index: number, last: number): boolean {
  const next = nextInk(page, index, last)
  const family = next < 0 ? null : listMarkOf(inkAt(page, next).replace(/^\*+/, ''))?.family
  return family === 'numeral' || family === 'part' || family === 'bracket'
}

/** Whether so much follows some closing words that they closed a part of the speech and not the whole. */
function isMidway(page: Page, from: number, closing: number, last: number): boolean {
  const startOf = (line: number): number => page.lines[line]?.start ?? page.text.length
  return startOf(last) - startOf(closing + 1) > (startOf(last) - startOf(from)) * LONGEST_TAIL
}

/** Whether another speech begins: its salutation alone on a line, with the opening words below. */
function opensAgain(page: Page, index: number): boolean {
  const ink = inkAt(page, index)
  if (ink.length > SALUTATION_WIDTH || !SALUTATION.test(ink)) return false
  return opensReport(inkAt(page, nextInk(page, index + 1)).slice(0, OPENING_WIDTH))
}

/** How many lines with ink of a menu may stand in a text, and how long a paragraph of it is at least. */
const MENU_LINES = 6
const PARAGRAPH = 30

/**
 * Whether a text goes on behind a line of the site: what stands above it is not the end of a speech, and a paragraph
 * or a numbered heading follows soon.
 */
function goesOnBehind(page: Page, index: number): boolean {
  const above = lastInk(page, index - 1)
  if (above >= 0 && CLOSING.test(inkAt(page, above).slice(-CLOSING_WIDTH))) return false
  let at = index
  for (let step = 0; step < MENU_LINES; step++) {
    at = nextInk(page, at + 1)
    if (at < 0 || beginsNews(page, at) || beginsStory(page, at) || isTitle(inkAt(page, at))) return false
    const ink = inkAt(page, at)
    if (isChrome(ink)) continue
    if (listMarkOf(ink)?.family === 'bracket' || listMarkOf(ink)?.family === 'numeral') return true
    return ink.length >= PARAGRAPH && isBody(ink) && !endsArticle(page, at)
  }
  return false
}

/** Whether another report opens in a line: with its salutation, or with title and opening words all in one. */
function beginsAnother(page: Page, index: number): boolean {
  const head = inkAt(page, index).slice(0, OPENING_WIDTH * 5)
  return opensAgain(page, index) || (head.includes('政府工作报告') && opensReport(head) && /各位代表/.test(head))
}

/** The line behind the last body text above a report's opening words: title, date and speaker belong to that report. */
function aboveHeader(page: Page, index: number, from: number): number {
  let at = lastInk(page, index - 1, from)
  for (let step = 0; step < HEADER_LINES && at > from && !isBody(inkAt(page, at)); step++)
    at = lastInk(page, at - 1, from)
  return at + 1
}

/** The line of the closing words after the last address; -1 where there are none. */
function closingFrom(page: Page, addressed: number, to: number): number {
  let closing = -1
  let seen = 0
  for (let at = addressed; at >= 0 && seen < CLOSING_LINES; at = nextInk(page, at + 1, to)) {
    const end = endOfParagraph(page, at, to)
    if (CLOSING.test(inkAt(page, end))) closing = end
    else if (closing >= 0) break
    at = end
    seen++
  }
  return closing
}

/** The last line of a paragraph that a scan or a print has broken into lines; the line itself where it ends with a stop. */
function endOfParagraph(page: Page, index: number, to: number): number {
  let at = index
  for (let step = 0; step < PARAGRAPH_LINES && !/[。！!？…：:”"）)*]$/.test(inkAt(page, at)); step++) {
    const next = nextInk(page, at + 1, to)
    if (next < 0 || isAppendix(page, next)) break
    at = next
  }
  return at
}

/** The line behind what is appended to a speech that ends before `from`, else `from`. */
function endOfAppendix(page: Page, from: number): number {
  let at = nextInk(page, from)
  for (let step = 0; step < LINES_BETWEEN && at >= 0 && !isAppendix(page, at); step++) {
    if (!BETWEEN.test(inkAt(page, at))) return from
    at = nextInk(page, at + 1)
  }
  if (at < 0 || !isAppendix(page, at)) return from
  let to = from
  while (at >= 0 && !isOther(page, at)) {
    to = at + 1
    at = nextInk(page, at + 1)
  }
  return to
}

/** What can stand between the closing words and an appendix: a rule, a note, thanks. */
const BETWEEN = /^(?:---|[*#\-—_=\s]+$|[（(]?注[：:]|谢谢|[（(].{0,30}[)）]$|\d{1,3}$)/
const LINES_BETWEEN = 4
/** An appendix has a short name. */
const LONGEST_NAME = 60

function isAppendix(page: Page, index: number): boolean {
  const ink = inkAt(page, index)
  return ink.length <= LONGEST_NAME && (APPENDIX.test(ink) || LIVELIHOOD_LIST.test(ink.replaceAll('*', '')))
}

/** Whether something of its own begins behind an appendix: another report, news, what a site prints. */
function isOther(page: Page, index: number): boolean {
  const ink = inkAt(page, index)
  if (isChrome(ink) || beginsNews(page, index) || opensAgain(page, index)) return true
  return (isTitle(ink) && !APPENDIX.test(ink)) || OTHER_REPORT.test(ink)
}
