import type { Outlook } from '../model/section'

/** What a heading or the beginning of a paragraph says about looking back or ahead. */
export interface View {
  readonly outlook: Outlook
  /** The one year it names; null where it names none, or a span (过去五年, 今后五年, 2017—2021年). */
  readonly year: number | null
}

const REVIEW =
  /回顾|过去的?[一二三四五]?年|过去的?20\d\d|[一五四三]年来|完成情况|执行情况|取得[^。]{0,8}(?:成就|成绩|成效|成果|进展)|(?:发展|主要)情况|精彩20\d\d|(?:主要|发展|工作)(?:成就|成绩)|共创新绩|存在的?(?:困难|问题)|所做的?(?:主要)?工作/
const PLAN =
  /总体要求|总体思路|总体安排|总体部署|总体工作|预期目标|奋斗目标|发展目标|目标任务|总体目标|努力方向|目标定位|战略任务|展望|主要目标|重点(?:工作|任务)|主要任务|工作(?:安排|部署|打算|建议|思路|重点|任务)|今后|未来[三五]年|下一步|今年(?:的|要|我们|经济|工作|政府)|明年|指导思想|任务和措施|聚力.{0,4}重点|拟投资|民生实事|愿景|远景|规划(?:的|纲要|目标|主要)/
/** Heads of a review paragraph; weaker words than a heading needs. */
export const LOOKS_BACK =
  /^(?:(?:刚刚)?过去的?[一这]?年|一年来|五年来|过去[三四五]年|20\d\d年[，,][^。]{0,60}(?:完成|达到|实现|增长|面对|我们|在)|20\d\d年(?:以来)?是[^。]{0,60}(?:一年|之年)[^。]{0,4}[。，][^要]{0,80}(?:一年来|我们(?!要|将|必须)))/
const SPAN = /五年|四年|三年|“?十[二三四五六]五”?|\d{4}年?[—\-–~至]+\d{4}|本届/
/** Distance of ０ from 0. */
const FULL_WIDTH = 0xfee0
const YEAR = /(?<!\d)(19[89]\d|20\d\d)(?!\d)(?!年?[—\-–~至]+\d{4})/g

/** Words that decide even against the section above: a review says 取得新进展 as lightly as a plan does. */
const DECIDED =
  /回顾|(?:完成|执行)情况|过去|[一五]年来|总体要求|总体思路|指导思想|预期目标|奋斗目标|发展目标|今后|未来|下一步|工作(?:安排|部署|打算|建议)|(?:重点|主要)任务|重点工作|(?<!\d)(?:19|20)\d\d(?!\d)/

/** Whether a heading's own words stand over what the section above says. */
export const isDecided = (title: string): boolean => DECIDED.test(halfWidth(title))

/** What the words of a heading say. */
export function viewOfHeading(title: string): View {
  return { outlook: outlookOfWords(title), year: yearOf(title) }
}

/** What the first words of a section's body say, for a heading that says nothing. */
export function viewOfBody(body: string): View {
  const head = halfWidth(body.slice(0, 100)).replace(/\s+/g, '').slice(0, 90)
  if (PLAN_BODY.test(head)) return { outlook: 'plan', year: yearOf(head) }
  if (LOOKS_BACK.test(head)) return { outlook: 'review', year: yearOf(head.slice(0, 12)) }
  return { outlook: 'none', year: null }
}
const PLAN_BODY = /总体要求|预期目标|重点(?:抓好|做好)|今后五年|今年(?:是|的|要|我们|工作)|未来五年/

/** Said of what is over, whatever else the heading says: 2019年重点工作回顾, 十件民生实事顺利完成. */
const OVER = /回顾|完成情况|执行情况|(?:顺利|圆满|全面|超额)完成(?!.{0,4}(?:任务|目标|各项))/

function outlookOfWords(title: string): Outlook {
  if (OVER.test(title)) return 'review'
  const plan = title.search(PLAN)
  const review = title.search(REVIEW)
  if (review >= 0 && (plan < 0 || review < plan)) return 'review'
  return plan >= 0 ? 'plan' : 'none'
}

/** Digits as reports of the years before 2010 write them: ２００６年 for 2006年. The length stays the same. */
export const halfWidth = (words: string): string =>
  words.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - FULL_WIDTH))

/** The one year that some words name, null for none, several or a span. */
export function yearOf(words: string): number | null {
  const plain = halfWidth(words)
  if (SPAN.test(plain)) return null
  const years = new Set([...plain.matchAll(YEAR)].map((match) => Number(match[1])))
  const [year] = years
  return years.size === 1 && year !== undefined ? year : null
}

/** First years of the five-year plans by their names. */
const FIVE_YEARS: Readonly<Record<string, number>> = {
  九五: 1996,
  十五: 2001,
  十一五: 2006,
  十二五: 2011,
  十三五: 2016,
  十四五: 2021,
  十五五: 2026,
}

/** Whether the one five-year plan that a heading names begins with the year planned for, or has ended before it. */
export function outlookByPlan(title: string, planned: number): Outlook {
  const names = new Set(
    [...title.matchAll(/“?(十[一二三四五]?五|九五)”?(?=时期|期间|规划|计划|发展|目标|主要|和|”)/g)].map((m) => m[1]),
  )
  const [name] = names
  const start = names.size === 1 && name !== undefined ? FIVE_YEARS[name] : undefined
  if (start === undefined) return 'none'
  if (planned === start || planned === start - 1) return 'plan'
  return planned >= start + 5 ? 'review' : 'none'
}

/** Words of what is to be done, and of what has been done, in running text. */
const AHEAD = /加快|推进|推动|培育|力争|确保|争取|年底前|打造|实施|开展|支持|将/g
const BEHIND = /同比|比上年|获评|荣获|圆满|连续\d*年|一年来|五年来|突破|分别增长|已|超额/g
/** So many times more words ahead than behind make a text a plan; a plan's verbs also stand in reviews. */
const AHEAD_FACTOR = 4
const FEWEST_WORDS = 5

/** Whether running text without any heading that tells looks ahead or back; 'none' for too few words. */
export function leaningOf(text: string): Outlook {
  const ahead = text.match(AHEAD)?.length ?? 0
  const behind = text.match(BEHIND)?.length ?? 0
  if (ahead + behind < FEWEST_WORDS) return 'none'
  if (ahead >= behind * AHEAD_FACTOR) return 'plan'
  return behind * 2 >= ahead ? 'review' : 'none'
}
