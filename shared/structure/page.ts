import type { Line } from '../text/lines'
import { type FrontMatter, frontMatterOf } from './front-matter'
import { listMarkOf } from './list-marks'
import {
  BYLINE,
  CHROME,
  CREDIT,
  HAS_SENTENCE,
  META,
  NEWS_LEAD,
  NOT_TITLE,
  ON_SOMETHING,
  OPENING,
  REPRINTED,
  RUBRIC,
  SIGNED,
  SITE,
  TITLE,
} from './patterns'
import { plainInk } from './plain-ink'
import { type Running, runningLines, runningOf } from './running'

/** A text as its lines, with what every step asks about them. */
export interface Page {
  readonly text: string
  readonly lines: readonly Line[]
  /** What each line says: its ink without the blanks of characters that are set apart, '' for a running header. */
  readonly inks: readonly string[]
  readonly running: Running
  readonly frontMatter: FrontMatter
}

/** Prepares a text for the steps of this folder. */
export function pageOf(text: string, lines: readonly Line[]): Page {
  const frontMatter = frontMatterOf(lines)
  const running = runningOf(lines)
  const passing = runningLines(lines, running)
  const inks = lines.map(({ ink }, index) => (passing.has(index) ? '' : plainInk(ink)))
  return { text, lines, inks, running, frontMatter }
}

/** What a line says, '' outside the page; not as long as in the text, so no offsets are counted in it. */
export const inkAt = (page: Page, index: number): string => page.inks[index] ?? ''

/** The next line with ink from `index` on, up to `limit`; -1 where there is none. */
export function nextInk(page: Page, index: number, limit = page.lines.length): number {
  for (let at = Math.max(0, index); at < limit; at++) if (inkAt(page, at) !== '') return at
  return -1
}

/** The last line with ink at or before `index`, down to `floor`; -1 where there is none. */
export function lastInk(page: Page, index: number, floor = 0): number {
  for (let at = index; at >= floor; at--) if (inkAt(page, at) !== '') return at
  return -1
}

/** A menu may be long; a paragraph is longer. */
const LONGEST_CHROME = 120

/** Whether a line belongs to the site or forum around a text. */
export const isChrome = (ink: string): boolean =>
  ink.length <= LONGEST_CHROME && (CHROME.test(ink) || (!ink.includes('。') && SITE.test(ink)))

/** Whether a line is one of those that a site prints between title and text. */
export const isMeta = (ink: string): boolean => META.test(ink)

/** The next line with ink that is none of those; -1 where there is none. */
export function nextText(page: Page, index: number): number {
  let at = nextInk(page, index)
  while (at >= 0 && isMeta(inkAt(page, at))) at = nextInk(page, at + 1)
  return at
}

/** Whether a line is the title of a work report. */
export const isTitle = (ink: string): boolean => TITLE.test(ink) && !NOT_TITLE.test(ink)

/** Whether words open a work report; the reports on plan, budget, audit open alike and name what they report on. */
export const opensReport = (words: string): boolean =>
  OPENING.test(words) && (!ON_SOMETHING.test(words) || /报告(?:政府)?工作|工作报告/.test(words))

/** Body text: a line with the end of a sentence inside, and no photo credit. */
export const isBody = (ink: string): boolean => HAS_SENTENCE.test(ink) && !CREDIT.test(ink)

/** Names in brackets take so many characters at most; longer lines are not searched. */
const LONGEST_SIGNATURE = 60
const isSigned = (ink: string): boolean => /[)）]$/.test(ink) && SIGNED.test(ink.slice(-LONGEST_SIGNATURE))

/** Whether an article ends with this line: by names in brackets, a reporter's line under body text, a reprint note. */
export function endsArticle(page: Page, index: number): boolean {
  const ink = inkAt(page, index)
  if (REPRINTED.test(ink) || isSigned(ink)) return true
  if (!BYLINE.test(ink) || CREDIT.test(ink)) return false
  return isBody(inkAt(page, lastInk(page, index - 1)))
}

/** What a story begins with that nobody signed at its head: 昨日7时许，…; 今年71岁的…. */
const STORY =
  /^(?:昨[日天]|近日|日前|连日来|近年来，记者|入[春夏秋冬]以来|\d{1,2}月\d{1,2}日(?:上午|下午|晚|，(?:记者|在|由))|今年\d{2}岁|记者|“[^”]{4,60}”[^。]{0,16}(?:说|介绍|告诉)|(?:走进|来到|在)[^，。]{2,24}(?:村|社区|企业|公司|车间|学校|医院|现场)[，,])/
/** Headlines of a story, above its first paragraph. */
const HEADLINES = 3
const LONGEST_HEADLINE = 40

/**
 * Whether a story begins here that nothing marks: a headline, without a number or a sign, over a first paragraph as
 * only news have it.
 */
export function beginsStory(page: Page, index: number): boolean {
  const ink = inkAt(page, index)
  if (isBody(ink) || !isHeadline(ink)) return false
  let at = index
  for (let step = 0; step < HEADLINES && at >= 0; step++) {
    at = nextInk(page, at + 1)
    const below = inkAt(page, at)
    if (isBody(below)) return STORY.test(below)
    if (!isHeadline(below)) return false
  }
  return false
}

const isHeadline = (ink: string): boolean =>
  ink.length >= 6 && ink.length <= LONGEST_HEADLINE && /^[\p{Script=Han}“《\d]/u.test(ink) && listMarkOf(ink) === null

/** Whether a new article can only begin here: a rubric, or headlines over a news item or a reporter's line. */
export function beginsNews(page: Page, index: number): boolean {
  const ink = inkAt(page, index)
  if (RUBRIC.test(ink)) return true
  if (BYLINE.test(ink) || CREDIT.test(ink) || isSigned(ink)) return false
  if (isBody(ink)) return NEWS_LEAD.test(ink)
  let at = index
  for (let step = 0; step < 4 && at >= 0; step++) {
    at = nextInk(page, at + 1)
    const below = inkAt(page, at)
    if (isBody(below)) return NEWS_LEAD.test(below)
    if (BYLINE.test(below) && !CREDIT.test(below)) return isBody(inkAt(page, nextInk(page, at + 1)))
  }
  return false
}
