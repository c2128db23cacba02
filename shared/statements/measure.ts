import type { ExtractedStatement } from '#shared/model/statement'
import type { Act } from './acts'
import { traitsOf } from './traits'

type Measure = ExtractedStatement['measure']

/** What is known of a number when its 计量方式 is judged. */
export interface Measured {
  indicator: string
  unit: string
  /** Acts of the clause up to the number, with those of the numbers before it in the same list. */
  acts: readonly Act[]
  /** The words between the number before (or the clause's start) and this one. */
  gap: string
  /** The words behind the number, up to the next one or the clause's end, where `looksRight`. */
  after: string
  /** Several years are spoken of. */
  span: boolean
  /** The words before the number sum up: 共, 四年市财政安排. */
  summed: boolean
}

/** Flows of a year and states that come in one way only. */
const PLAIN = new Set(
  (
    '生产总值|GDP|增加值|产值|收入|支出|税收|利润|利税|消费|零售|零售额|零售总额|进出口|进出口额|进出口总额|出口|出口额|销售额|交易额|成交额|营业额|产量|总产|' +
    '单产|用电量|吞吐量|周转量|发电量|就业|人次|旅客|游客|面积稳定|补贴|救助|补助|标准|价格|待遇|养老金|工资|播种面积|粮食面积|销售面积|服务面积|建成区面积|饲养量|运输|集群规模|到位资金|在校生|规划|难题|天数|时间|次数|班列|航班|比例|人才|' +
    '人口|人员|职工|学生|教师|工人|居民|群众|劳动力|活动|案件|起数|人数|线索|问题|矛盾|纠纷|能力|不良资产|不良贷款'
  ).split('|'),
)
/** They by their last character. */
const BY_END = new Map<number, string[]>()
for (const name of PLAIN) {
  const end = name.charCodeAt(name.length - 1)
  BY_END.set(end, [...(BY_END.get(end) ?? []), name])
}
const isPlain = (name: string): boolean =>
  BY_END.get(name.charCodeAt(name.length - 1))?.some((plain) => name.endsWith(plain)) ?? false

const PEOPLE = new Set(
  ['', '万', '千', '亿'].flatMap((many) =>
    '人|名|人次|位|对|例|起|次|场|场次|天|小时|分钟|斤|公斤|吨|担|度|千瓦时'.split('|').map((unit) => many + unit),
  ),
)
const PLAIN_IDS = new Set(
  'gdp gdp_per_capita labour_productivity industrial_value_added fixed_asset_investment retail_sales public_budget_revenue tax_revenue income_all income_urban income_rural urban_new_jobs unemployment_rate urbanization_rate cpi foreign_trade foreign_investment domestic_capital energy_intensity livelihood_spending livelihood_spending_share technology_contracts tourism_revenue tourist_visits good_air_days pm25 pm10 skills_training'.split(
    ' ',
  ),
)

/** Whether what is counted may stand to the right of its number, and with it what was done. */
export const looksRight = (gap: string): boolean => gap === '' || RIGHT_ENDS.includes(gap.charAt(gap.length - 1))
const RIGHT_ENDS = '等，、的对'

/** Of each, not of all. */
const PER = /人均|户均|每[万千百]?[人名户个]|每千/u
const PLANNED = /总投资|计划投资|投资总额|投资概算|概算投资/u

/** What was done with the things that stand to the right of their count: 15所学校开工建设. */
const DONE_AFTER =
  /^[^，。；、\d]{1,24}?(?:开工建设|开工|竣工|建成|投产|投用|投入使用|投入运营|完工|通车|建成运营|交付使用|达产|投运|改造完成|改造|整治|整修|修缮)(?:[^，。；\d]{0,8})?$/u
const UNDER_WAY = /加快|推进|进展|前期|有序|开展|稳步|顺利|启动前|谋划|全力/u

/** The act that holds for the number: of a clause that ends in 等 the first, else the last, a state giving way to an act. */
function ruling(acts: readonly Act[], gap: string): Act | null {
  if (acts.length === 0) return null
  if (gap.endsWith('等')) return acts[0] ?? null
  const last = acts.at(-1) ?? null
  const before = acts.at(-2)
  if (
    last?.measure === 'stock' &&
    before &&
    gap.includes(before.word) &&
    /^(?:新增|新建|新登记|净增)/u.test(before.word)
  )
    return before
  return last
}

/**
 * 计量方式 that the name alone tells: '' for what comes in one way only (flows of a year, people, outputs), null where
 * it takes the words around.
 * @param rule what named it: the threshold of a class is no amount
 */
export function measureByName(indicator: string, canonical: string, unit: string, rule: string): Measure | null {
  if (rule === 'threshold') return ''
  if (indicator.includes('投资') || indicator.includes('概算')) {
    if (PLANNED.test(indicator) && traitsOf(unit).money) return 'planned_total'
  }
  if (indicator.includes('签约') && !traitsOf(unit).money) return 'signed'
  if (indicator.endsWith('余额')) return 'stock'
  if (PLAIN_IDS.has(canonical) || PEOPLE.has(unit) || isPlain(indicator)) {
    return TOTAL.test(indicator) && /[人户家位名]$/u.test(unit) ? 'stock' : ''
  }
  return (indicator.includes('均') || indicator.includes('每')) && PER.test(indicator) ? '' : null
}
const TOTAL = /(?:总量|总数|保有量)$/u

/** 计量方式 of a level by the acts of its clause, as far as the words tell. */
export function measureOf(m: Measured): Measure {
  const { money } = traitsOf(m.unit)
  if (isCumulative(m)) return 'cumulative'
  if (money && m.after.startsWith('的') && NAMED_VENTURE.test(m.gap)) return 'planned_total'
  if (m.after !== '' && DONE_AFTER.test(m.after) && !UNDER_WAY.test(m.after)) return 'done'
  const act = ruling(m.acts, m.gap)
  if (!act || act.measure === 'none') return ''
  if (money) return ofMoney(act, m)
  return act.measure
}

/** A venture with what it costs: X投资35亿元的Y项目. */
const NAMED_VENTURE = /^(?!.*完成).*投资$/u

/** Of money only investment, funds and loans come in several ways. */
function ofMoney(act: Act, { indicator }: Measured): Measure {
  if (act.measure === 'signed' || act.measure === 'sought' || act.measure === 'net') return act.measure
  if (act.measure === 'stock') return /余额|总量|存量|规模|资产|基金/u.test(indicator) ? 'stock' : ''
  if (act.measure === 'added') return /贷款|存款|融资|投放|债券|授信/u.test(indicator) ? 'added' : ''
  return /投资|工程$|项目$/u.test(indicator) ? 'done' : ''
}

/** 累计 over several years or since the start, not over the year reviewed. */
function isCumulative({ span, summed, unit, acts }: Measured): boolean {
  if (span && summed) return true
  const at = acts.findIndex((act) => act.measure === 'cumulative')
  if (at < 0) return false
  if (span) return true
  const next = acts[at + 1]
  if (!next || next.start > (acts[at]?.end ?? 0)) return false
  return traitsOf(unit).money ? /投资/u.test(next.word) : next.measure !== 'none'
}
