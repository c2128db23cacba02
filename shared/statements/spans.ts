import type { StatementKind } from '#shared/model/statement'
import type { Zone } from './outlook'
import { planStart } from './years'

/** How many years a numeral stands for in 四年来, 过去五年. */
export const YEARS: Readonly<Record<string, number>> = { 一: 1, 两: 2, 二: 2, 三: 3, 四: 4, 五: 5, 5: 5 }

/** The years up to the one reviewed: 2018-2022 for five of a report of 2023. */
export const lastYears = (count: number, reportYear: number): string =>
  count <= 1 ? String(reportYear - 1) : `${reportYear - count}-${reportYear - 1}`

/** Words that name a time by themselves, in a stretch that speaks of several years. */
const TOLD =
  /(?<last>去年|(?<!每)全年|上年(?!同|的|相)|过去的?一年|一年来)|(?<now>目前|现在|截[至止]|如今)|(?:(?:过去|近|这|这几|最近)(?:的)?(?<past>[两二三四五])年|(?<come>[两二三四五])年(?:来|间|累计|共|以来))|[到至](?<until>20\d\d)年(?:底|末)?|(?<!比|较|[于由从\d])(?<year>(?:19|20)\d\d)年(?!以来|来|底前|前|的|度|版|(?:底|末)?相比)|“?(?<plan>十[一二三四]五|十五|九五)”?(?:期间|时期|以来)/gu
/** A change against a year long past is still told of the last one. */
const AGAINST = /(?:比|较|是|为|相当于)(?:19|20)\d\d年|同比|比上年|较上年|比去年|由|从/u
const ARRIVED = /[增升降扩提减缩跃].{0,3}[到至]/u
const FROM_TO = /[由从][^。；]{2,40}[增升降扩提减缩跃].{0,3}[到至][^；]*$/u
/** Against the sum of years before: 是“十五”的3倍. */
const EARLIER = /“?(?:十[一二三四]?五|九五)(?!”?(?:期)?末)|前[三四五]年|上届|总和/u
const YEARLY = /年(?:平)?均/u
const SUMMED = /累计|(?<!公)共(?![同建享])|总共|合计|五年|四年|三年/u
/** Words behind which a level stands as it came to be in the end. */
const REACHED =
  /达到?|突破|超过|超|控制在|稳定在|保持在|增至|升至|降至|[增升降扩提减]\S{0,3}[到至]|为$|实现(?:了)?$|余额|总量|保有量|总数|已有|现有|拥有/u
const DOING =
  /新增|新建|建成|完成|改造|引进|投入|实施|建设|培育|安排|争取|竣工|投产|治理|修建|累计|共|解决|转移|落实|发放|开工|签约|拆除|搬迁|安置|帮助|减少|增加|举办/u
/** Amounts of a single year by their nature. */
const OF_A_YEAR =
  /(?:生产总值|GDP|增加值|总产值|产值|财政(?:总)?收入|预算收入|可支配收入|纯收入|零售总额|进出口总额|余额|总量|保有量|人口|覆盖率|里程|绿地面积|住房面积|天数|产量)$/u

/** What comes in over the years: behind 五年累计 it is their sum. */
const FLOW = /(?:利用|引进|到位)(?:外商|[内外境])[^，]{0,4}[资金]/u
/** How many of them there are: 全市高新技术企业665家. */
const STOCK = /^全[市州区县盟](?:共有|有)?[^增建引获认]{0,8}(?:企业|主体|合作社)$/u

/** Only the year that has just ended is estimated. */
const ESTIMATED = /预计|初步(?:核算|统计)/u

/** What a number of a span tells of the time, and by which rule. */
export interface Told {
  year: string
  by: string
}

interface Named {
  year: string
  single: boolean
  /** It holds for the sentences behind it too. */
  carries: boolean
}

function namedIn(text: string, reportYear: number): Named | null {
  let found: Named | null = null
  TOLD.lastIndex = 0
  for (let m = TOLD.exec(text); m; m = TOLD.exec(text)) {
    const groups = m.groups ?? {}
    const count = YEARS[groups.past ?? groups.come ?? '']
    const year = groups.until ?? groups.year
    const plan = groups.plan ? planStart(groups.plan) : null
    if (groups.last || groups.now) found = { year: String(reportYear - 1), single: true, carries: true }
    else if (count !== undefined) found = { year: lastYears(count, reportYear), single: false, carries: true }
    else if (year !== undefined && Number(year) < reportYear && Number(year) >= reportYear - 8)
      found = { year, single: true, carries: false }
    else if (plan !== null && plan < reportYear - 1 && plan + 5 >= reportYear - 1)
      found = { year: `${plan}-${Math.min(plan + 4, reportYear - 1)}`, single: false, carries: true }
  }
  return found
}

/** Whether a number tells how things stand at the end of a span, not what was done over it. */
function ofTheEnd(kind: StatementKind, sentence: string, gap: string, indicator: string): boolean {
  if (kind === 'ratio') return !EARLIER.test(gap)
  if (ARRIVED.test(gap)) return true
  if (kind === 'growth') return AGAINST.test(gap) || FROM_TO.test(sentence)
  if (kind === 'points') return false
  if (SUMMED.test(gap) || (FLOW.test(indicator) && SUMMED.test(sentence))) return false
  if (OF_A_YEAR.test(indicator)) return true
  return (REACHED.test(gap) && !DOING.test(gap)) || (kind === 'level' && STOCK.test(gap))
}

/**
 * The year of a number in a review of several years. What was done is told of all of them, how things stand of the
 * last; a time that the paragraph names goes before both (去年, 目前, 两年来).
 * @param paragraph the paragraph's words up to the number, `sentence` those of its sentence
 */
export function pastOf(
  zone: Zone,
  paragraph: string,
  sentence: string,
  gap: string,
  kind: StatementKind,
  indicator: string,
  reportYear: number,
): Told {
  const end = zone.year.slice(-4)
  if (YEARLY.test(gap)) {
    const named = namedIn(sentence, reportYear)
    return { year: named && !named.single ? named.year : zone.year, by: 'yearly' }
  }
  const here = namedIn(sentence, reportYear)
  if (here?.single) return { year: here.year, by: 'named' }
  if (here)
    return ofTheEnd(kind, sentence, gap, indicator) ? { year: end, by: 'state' } : { year: here.year, by: 'named' }
  if (ofTheEnd(kind, sentence, gap, indicator)) return { year: end, by: 'state' }
  if (!SUMMED.test(gap) && ESTIMATED.test(sentence)) return { year: end, by: 'estimate' }
  if (!SUMMED.test(gap)) {
    const before = namedIn(paragraph.slice(0, paragraph.length - sentence.length), reportYear)
    if (before?.carries) return { year: before.year, by: 'carried' }
  }
  return { year: zone.year, by: 'span' }
}

/**
 * The year of a target in a stretch that plans for several: its end for a level to be reached by then.
 * @param span the years planned for
 */
export function aheadOf(span: string, gap: string, kind: StatementKind, indicator: string): Told {
  if (YEARLY.test(gap) || SUMMED.test(gap)) return { year: span, by: 'span' }
  const reached =
    kind === 'ratio' ||
    ARRIVED.test(gap) ||
    (kind === 'level' && (OF_A_YEAR.test(indicator) || (REACHED.test(gap) && !DOING.test(gap)))) ||
    (kind === 'growth' && gap.includes('翻'))
  return reached ? { year: span.slice(-4), by: 'state' } : { year: span, by: 'span' }
}

/** The last years that a sentence of a one-year review looks back on: 三年来累计投资5亿元; null where it tells of none. */
export function backOf(
  sentence: string,
  gap: string,
  kind: StatementKind,
  indicator: string,
  reportYear: number,
): Told | null {
  const back = YEARS_BACK.exec(sentence)
  const count = YEARS[back?.[1] ?? back?.[2] ?? '']
  if (count !== undefined && !ofTheEnd(kind, sentence, gap, indicator))
    return { year: lastYears(count, reportYear), by: 'years' }
  return /年平?均(?:分别)?(?:增长|递增|下降|提高)/u.test(gap) ? { year: lastYears(5, reportYear), by: 'years' } : null
}
const YEARS_BACK =
  /(?:过去|近|这|最近)的?([两二三四五])年(?!级|规划|计划|行动)|(?<!连续)([两二三四五]|(?<!\d)5)年(?:来|累计|间|共)/u
