import type { ExtractedStatement } from '#shared/model/statement'

type TargetList = ExtractedStatement['list']

/** What a paragraph of a plan is part of. */
export interface Listing {
  list: TargetList
  /** 预期 where the paragraph is told to be expected figures. */
  expected: boolean
}

const NUMBERED =
  /^(?:#+\s*)?(?:[（(][一二三四五六七八九十]{1,3}[）)]|[一二三四五六七八九十]{1,3}[、.．]|第[一二三四五六七八九十]{1,2}[，、：]|\d{1,2}[.、．）)](?!\d)|[（(]\d{1,2}[）)]|[①②③④⑤⑥⑦⑧⑨⑩]|(?:——)?[一二三四五六七八九十]{1,2}(?:是|要)|重点[一二三四五六七八九十])/u
const NUMBERED_HEADS = '#（(一二三四五六七八九十第0123456789①②③④⑤⑥⑦⑧⑨⑩—重'
/** Headings of the whole plan, not of one of its tasks. */
const WHOLE =
  /(?:今后|未来)[三四五]年|五年|十[一二三四]?五|(?:总体|指导)(?:要求|思路|思想)|目标(?:任务)?$|主要(?:预期)?目标|工作(?:安排|建议|部署|打算|计划|任务|重点|总体)|主要任务|重点(?:工作|任务)$|\d{4}年(?:的)?(?:政府|经济|主要|重点)?工作|今年(?:的)?(?:政府|经济|主要|重点)?工作/u
const OWN_WORK = /(?:政府|自身|作风|廉政|效能)建设|建设.{0,12}政府|政府治理|自身改革/u
const LIVELIHOOD = /民生实事|(?:惠民|便民|为民)(?:办)?(?:实事|工程)|(?:办|干|抓)(?:好|成)?.{0,6}件?实事|十件大?实事/u
/** Whether words name a livelihood list; few hold what each of its names ends with. */
const isLivelihood = (words: string): boolean =>
  (words.includes('实事') || words.includes('工程')) && LIVELIHOOD.test(words)
/** The clause that opens the paragraph of the main targets. */
const HEADLINE =
  /(?:主要|预期|奋斗|工作|发展|计划|总体|具体|综合|控制|经济|调控|增长)?(?:预期)?(?:目标|指标)(?:任务|安排|建议)?(?:初步|总体)?(?:拟|建议|确定|安排|考虑|预期)?(?:是|为|如下|有|：|建议)/u
const EXPECTED = /预期(?:性)?(?:发展)?(?:目标|指标)|指标预期/u
const BULLET = /^(?:[—－\-–•●·◆■]+|[（(]?\d{1,2}[）).、]|[（(][一二三四五六七八九十]+[）)])/u
const ABOUT_TARGETS = /^(?:[^。]{0,40})(?:目标|指标)/u

const MAIN = /(?:主要|预期|经济(?:和|与)?社会发展)[^。]{0,12}(?:目标|指标)/u

/** Whether the words that open the main targets have figures behind them, or end their paragraph. */
const tellsFigures = (line: string, at: number): boolean => /\d|[：:]$|(?:是|为|如下)$/u.test(line.slice(at))

/** Longest heading, and what none ends with. */
const HEADING = 45
const STOPS = '。；：'

/**
 * Follows the paragraphs of a report and tells what each of its targets is part of: the paragraph (or list) of main
 * targets, a livelihood list, a numbered list of tasks of the year.
 */
export function listReader(): (line: string, plan: boolean, oneYear: boolean) => Listing {
  let livelihood = false
  let numbered = false
  let opened = false
  let expected = false
  return (line, plan, oneYear) => {
    if (!plan) {
      livelihood = false
      numbered = false
      opened = false
      return NOTHING
    }
    const heading = line.length <= HEADING && !STOPS.includes(line.charAt(line.length - 1))
    const item = NUMBERED_HEADS.includes(line.charAt(0)) && NUMBERED.test(line)
    if (heading) {
      opened = line.includes('标') && ABOUT_TARGETS.test(line) && /目标$|指标$|主要(?:预期)?目标/u.test(line)
      expected = opened && EXPECTED.test(line)
      if (isLivelihood(line)) livelihood = true
      else if (item || /^#/u.test(line)) {
        livelihood = livelihood && /^(?:\d|[（(]\d)/u.test(line)
        numbered = !WHOLE.test(line) && !OWN_WORK.test(line.slice(0, HEADING))
      }
      return { list: opened && oneYear ? 'headline' : listed(livelihood, numbered, oneYear), expected: false }
    }
    const head = line.includes('标') ? HEADLINE.exec(line) : null
    if (
      head &&
      oneYear &&
      head.index < 400 &&
      tellsFigures(line, head.index) &&
      (!numbered || MAIN.test(line.slice(0, 60)))
    ) {
      opened = /(?:[：:]|是|为|如下)$/u.test(line)
      expected = EXPECTED.test(line.slice(0, head.index + head[0].length + 4))
      return { list: 'headline', expected }
    }
    if (head && !oneYear && EXPECTED.test(line.slice(0, head.index + head[0].length)))
      return { list: '', expected: true }
    if (opened && oneYear && (BULLET.test(line) || !item)) {
      if (!BULLET.test(line)) opened = false
      return { list: 'headline', expected }
    }
    opened = false
    if (isLivelihood(line.slice(0, HEADING)) && /[：:]$/u.test(line)) livelihood = true
    else if (item && !livelihood) numbered = !WHOLE.test(line.slice(0, 24)) && !OWN_WORK.test(line.slice(0, 30))
    return { list: listed(livelihood, numbered, oneYear), expected: false }
  }
}

const NOTHING: Listing = { list: '', expected: false }

const listed = (livelihood: boolean, numbered: boolean, oneYear: boolean): TargetList => {
  if (livelihood) return 'livelihood'
  return numbered && oneYear ? 'priority' : ''
}
