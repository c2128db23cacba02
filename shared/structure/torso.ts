import type { Span } from '../model/anchor'
import { inkAt, type Page } from './page'
import { CLOSING, NEWS_LEAD, SALUTATION, THIRD_PERSON } from './patterns'
import type { Region } from './speech'

/** What the body of a work report speaks of, and what it weighs: only governments have the first ones. */
const SIGNS: readonly { readonly sign: RegExp; readonly weight: number; readonly own?: true }[] = [
  { sign: /政府自身建设|(?:法治|服务型|廉洁|阳光|效能|人民满意|有为)政府/, weight: 2, own: true },
  { sign: /(?:代表|议案)[^。]{0,10}建议[^。]{0,12}提案|人大[^。]{0,16}监督[^。]{0,16}政协/, weight: 2, own: true },
  { sign: /各位代表/, weight: 2 },
  { sign: /预期目标|总体要求|总体思路|奋斗目标/, weight: 1 },
  { sign: /过去的?(?:一年|五年)|工作回顾|一年来|五年来|去年/, weight: 1 },
  { sign: /今年|今后五年|新的一年/, weight: 1 },
  { sign: /实事|民生支出|民生工程/, weight: 1 },
  { sign: /生产总值|财政(?:总)?收入|公共预算收入/, weight: 1 },
  { sign: /固定资产投资|社会消费品零售|人均(?:可支配|纯)收入/, weight: 1 },
]
/** The sum needed, out of 13 with closing words. */
const NEEDED = 9
/** A torso is a good part of a report: so many characters at least. */
const SHORTEST = 2500
/** Figures in so many places: a report counts, a manifesto does not. */
const FIGURES = /\d[\d.]*(?:[%％]|[万亿]?元|个|项|家|万)/g
const FIGURES_NEEDED = 15

/** A headline of papers that share much of a work report's words: plans, budgets, other bodies' reports, orders. */
const OTHER_PAPER =
  /计划|规划|纲要|预算|决算|财政|常务委员会|常委会|法院|检察院|政协|公报|通知|印发|意见|方案|分工|讲话|致辞|解读|问答|说明|热议|党代会|党委|全会|全体会议|审计|评论|年鉴|发布会/
/** The same where a paragraph says so. */
const OTHER_VOICE =
  /受[^。，]{0,16}(?:政府|委)[^。，]{0,4}委托|代表[^。，]{0,24}(?:法院|检察院|常务委员会|常委会|委员会)|印发给你们|各位委员[：:，,]|同志们[：:]/
/** Whoever turns to comrades or members speaks elsewhere. */
const OTHER_AUDIENCE = /^[*#\s]*(?:同志们|各位委员|各位政协委员|同学们|女士们|记者朋友)/
const HEAD_LINES = 12
const LONGEST_HEADLINE = 60

/**
 * Reports whose beginning is lost or too misread to be known by title and opening words, told by their body alone.
 * Strict, since plans, budgets, speeches to the party and other bodies' reports share most of the words.
 */
export function torsosOf(page: Page, articles: readonly Region[]): Region[] {
  return articles.filter((article) => isTorso(page, article))
}

function isTorso(page: Page, { from, to }: Region): boolean {
  const inks: string[] = []
  for (let at = from; at < to; at++) if (inkAt(page, at) !== '') inks.push(inkAt(page, at))
  const text = inks.join('\n')
  if (text.length < SHORTEST || isOtherPaper(inks)) return false
  if ((text.match(FIGURES)?.length ?? 0) < FIGURES_NEEDED) return false
  const found = SIGNS.filter(({ sign }) => sign.test(text))
  const closes = inks.slice(-3).some((ink) => CLOSING.test(ink))
  const sum = found.reduce((total, { weight }) => total + weight, closes ? 1 : 0)
  return found.some(({ own }) => own) && sum >= NEEDED
}

function isOtherPaper(inks: readonly string[]): boolean {
  const head = inks.slice(0, HEAD_LINES)
  const isHeadline = (ink: string): boolean => ink.length <= LONGEST_HEADLINE && !/[。；]/.test(ink)
  if (inks.some((ink) => OTHER_AUDIENCE.test(ink)) || head.some((ink) => OTHER_VOICE.test(ink))) return true
  if (head.some((ink) => NEWS_LEAD.test(ink)) || inks.some((ink) => THIRD_PERSON.test(ink))) return true
  const beginning = head.findIndex((ink) => !isHeadline(ink) || SALUTATION.test(ink))
  return head.slice(0, beginning < 0 ? HEAD_LINES : beginning).some((ink) => OTHER_PAPER.test(ink))
}

/** The words of a body by which it was known, for the reasons; null where none are quoted. */
export function tellingWords({ start, end }: Span, text: string): string | null {
  const body = text.slice(start, end)
  for (const { sign, own } of SIGNS) {
    const words = own ? sign.exec(body)?.[0] : undefined
    if (words !== undefined) return words
  }
  return null
}
