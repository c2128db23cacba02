import { shareOut } from '../statements/chains'
import { cutLead, readLeft } from '../statements/phrases'
import type { Given } from './given'

/** What statistics measure, by what a name ends with. */
const MEASURED =
  /(?:收入|支出|总?产值|增加值|生产总值|GDP|总[额量值]|(?<![质力能商])量|额度|(?<![名限])额|单产|销售|[^效质容力功速频]率(?!先|队)|比重|占比|比例|性别比|指数|[物房地油粮菜煤气水电]价|价格|物价|价格总?水平|物价总?水平|面积|人口|人次|(?<![多少无大次位])数|浓度|PM2\.5|PM10|[能煤水电物]耗|能耗强度|补贴标准|费用|经费预算|产能|覆盖面|警情|警情数|安全事故|排放量?|强度|投资|消费|消费品零售|[进出]口|外贸|[内外]资|存?贷款|存款|信贷|余额|税收|利润|利税|债务|赤字|保有量|吞吐量|周转量|用[电水地]量|电量|水量|就业|用工|数量|规模|发案|经费|投入|储备|指标|空气质量|水环境质量|土壤环境质量|水质|减排|节能|降耗|降碳|耕地|基本农田|[存出]栏|经济(?:增长|增速|发展速度)|经济总量|预期寿命|差距|收入比|编制|财政供养人员|养老金|工资|薪酬|报酬|低保标准|待遇标准|最低生活保障标准|补助标准|满意度|安全感|生产能力|生育水平|收入水平|断面|人均[\u4e00-\u9fff]{1,8})$/u

/** What ends like a statistic and is none. */
const NO_MEASURE =
  /(?:服务|保障|生活|发展|技术|工作|管理|治理|审批|办事|行政|运行|劳动|供给|供应|市场)(?:水平|效率|标准|质量|规模|成本|指数)$|^(?:标准|规模|数量|投入|储备|强度|差距|比例|率|排放|储存量|就业|消费|耕地|指标|价格)$|^占|率先$|幸福指数$|就业形势|市场(?:消费|价格)?$/u

/** The growth of a thing behind its name: 居民收入|增长. */
const GROWTH =
  /(?:的)?(?:年均|平均)?(?:增长速度|增长幅度|(?<!自然)增长率|增长(?!率)|增速|增幅|涨幅|降幅|上升幅度|上涨幅度|提高|上升|上涨|预期|实现|发展速度|增长情况)+$/u

/** Words in front of a name that the lists of statements do not know. */
const LEADS =
  /^(?:但是?|不过|促进|推动|推进|努力|实现|保持|确保|保证|使|让|力争|争取|带动|支持|引导|加快|稳定|同时|并|全年|预计|坚持|做到|持续|不断|切实|千方百计|全面|落实|严格|积极|防止|其中|全市|全区|全县|全州|我市|今年|要|将|主要是|分别是|包括|建立|健全|完善|优化|强化|巩固|合理|科学|多渠道|[一二三四五六七八九十]是|对(?!外)|提出|力求|我们|要坚持|初步安排|初步计划|财政对)+/u

/** What stays of a name's own words when leads are taken off: 主要|污染物排放量, 各项|约束性指标. */
const KEPT = /(?:其他|其余|主要|各项|其他主要|其他各项)+$/u

/** The economy itself is no statistic, its growth is one: 经济|增速. */
const PACE = /^(?:社会)?(?:发展速度|发展增速|增长速度|增长率|增速|增长)/u

/** A name in the view. */
interface NamedAt {
  readonly name: string
  /** Where it begins. */
  readonly start: number
}

/**
 * The bare name at the end of words that stand before a relation: 促进城乡居民收入增长 → 城乡居民收入; '' where they name
 * nothing of their own.
 * @param from where the words begin in the view
 */
export function nameIn(words: string, from: number): NamedAt {
  const read = readLeft(words).noun
  const grown = read.replace(GROWTH, '')
  const name = cutLead((grown.length > 1 ? grown : read).replace(LEADS, ''))[0].replace(/^、+|、+$/gu, '')
  const at = name === '' ? -1 : words.lastIndexOf(name)
  const growth = at < 0 || !name.endsWith('经济') ? '' : (PACE.exec(words.slice(at + name.length))?.[0] ?? '')
  if (at < 0) return { name, start: from }
  const kept = (name.startsWith('族') ? /各$/u : KEPT).exec(words.slice(0, at))?.[0] ?? ''
  return { name: kept + name + growth, start: from + at - kept.length }
}

/** Whether a phrase names a thing that statistics measure. */
export const isMeasured = (name: string, { dictionary }: Given): boolean =>
  isMeasure(name) || (name.length > 1 && !NO_MEASURE.test(name) && dictionary.match(name, null) !== '')

/** Whether a phrase ends like a statistic and is none: 保障水平. */
export const isNoMeasure = (name: string): boolean => NO_MEASURE.test(name)

/** Whether it does by its own last word: things that are only counted (社区卫生服务中心) do not. */
export const isMeasure = (name: string): boolean => {
  const bare = name.replace(/[“”]/gu, '')
  return bare.length > 1 && MEASURED.test(bare) && !NO_MEASURE.test(bare)
}

/** Nothing is told apart in examples: 生猪、蔬菜等主要农产品产量. */
const EXAMPLES = /等(?!$)(?!(?:主要|重要|各项|其他|约束性|相关)*指标$|工作$|任务$)/u
/** 节能减排、环境质量|等指标. */
const AND_SO_ON = /等(?:(?:主要|重要|各项|其他|约束性|相关)*指标|工作|任务|方面)?$/u

/** The names of a shared predicate, each on its own: 城镇、农村居民收入 → 城镇居民收入, 农村居民收入. */
export function namesIn(name: string): readonly string[] {
  if (EXAMPLES.test(name)) return [name]
  const bare = name.replace(AND_SO_ON, '')
  if (bare === '') return [name]
  const names = shareOut(bare.replace(LEVELS, `$<one>${JOINED}`), true, true)
  return names.map((one) => one.replaceAll(JOINED, '、')).filter((one) => one.length > 1)
}
/** 国、省控断面: levels of one thing are no names. */
const LEVELS = /(?<=^|[和、及])(?<one>国家?|省|市)、(?=[省市])/gu
/** Stands for a 、 that splits nothing; no text holds it. */
const JOINED = '\ue000'
