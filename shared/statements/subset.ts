import { holdsSign, signs } from './signs'

/** Characters of which everything that has a subset holds one. */
const OF_SUBSET = signs('级重上超过国厕停泊桩充游夜旅外津企属')

/** Levels whose own things are a part of all of them: 省重点, 自治区级, 市级以上. */
const LEVEL =
  /国家(?:和|、)省|国家(?=高新技术企业|科技型|科技项目|重大科技)|(?:省、市|省市(?=级|重点)|国家|自治区|自治州|旗县|(?<!副)省|市|州|盟|区县|区|县(?!级市)|部)(?:(?:级(?!行政审批|审批|财政)|(?=重点))(?:重点)?(?:[（(]?及?以上[）)]?)?|以上)/u
const MAGNITUDE =
  /(?:总?投资|利税)(?:超|过|超过)(?:\d+(?:\.\d+)?)?(?:亿|千万|百万|万)元(?=[^，。；\d]{0,12}(?:项目|企业))|(?:\d+(?:\.\d+)?(?:[-—]\d+)?|[十百千]?)(?:亿|千万|百万|万)(?:美?元)?及?以上(?=[^，。；\d]{0,12}(?:项目|企业|园区|市场|产业|单位|投资|集群))/u
/** A thing that has a name of its own without its kinds; `ends` are the last characters of its names, '' for any. */
type Kinds = readonly [ends: string, thing: RegExp, kinds: RegExp]
const OF: readonly Kinds[] = [
  ['厕所间', /(?:公厕|厕所|卫生间)$/u, /旅游|农村|乡村|生态|城市/u],
  ['场位', /(?:停车场|停车位|泊位)$/u, /公共|立体|生态|地下|智慧/u],
  ['桩施站', /(?:充电桩|充电设施|充电站)$/u, /非机动车|电动自行车|公共|电动汽车/u],
  [
    '',
    /旅客|游客|旅游者|旅游人数|旅游人次|过夜人数|旅游(?:总|外汇)?收入/u,
    /国内(?!外)|入境|海外(?!内)|境外|过夜|乡村|红色|冰雪/u,
  ],
  ['目资', /(?:投资)?项目(?:总投资|投资|协议投资)?$/u, /省外(?!境内)|市外(?!境内)|境外|京津(?!冀)|央企|中央企业|外资/u],
  ['业', /企业$/u, /限额以上|市属|省属|央属/u],
]
const KEY_KIND = /文旅|文化旅游|产业|工业|水利|交通|旅游|城建|农业|服务业|民生|能源|基础设施|生态|制造业/u

/**
 * The words that make what is counted a part of an indicator (省市重点, 市级以上, 亿元以上, 旅游公厕); '' where it is
 * the whole.
 * @param indicator its name as found
 */
export function subsetOf(indicator: string, canonical: string): string {
  if (!holdsSign(OF_SUBSET, indicator)) return ''
  const level = LEVEL.exec(indicator)
  if (level && !/(?:全|本|各|我|我们)$/u.test(indicator.slice(0, level.index)) && !OFFICE.test(indicator))
    return level[0]
  const magnitude = indicator.includes('元') || indicator.includes('上') ? MAGNITUDE.exec(indicator) : null
  if (magnitude) return magnitude[0]
  if (canonical === 'key_projects' || canonical === 'key_project_investment') {
    return KEY_KIND.exec(indicator)?.[0] ?? ''
  }
  return OF.find((kinds) => isOf(kinds, indicator))?.[2].exec(indicator)?.[0] ?? ''
}

const isOf = ([ends, thing]: Kinds, name: string): boolean =>
  (ends === '' || ends.includes(name.charAt(name.length - 1))) && thing.test(name)

/** 380个|10亿元以上项目: the class is told between the count and the thing. */
export function classBehind(after: string): string {
  const found = after.charAt(0) === '的' ? after.slice(1) : after
  const m = MAGNITUDE.exec(found)
  return m && m.index === 0 ? m[0] : ''
}

/**
 * 投资500万元以上|工业项目311个: the threshold before a count is the class of what is counted.
 * @param between the words from the threshold to the count
 */
export const classBefore = (threshold: string, between: string): string =>
  CLASS_BETWEEN.test(between) ? `${threshold}${/^及?以上/u.exec(between)?.[0] ?? ''}` : ''
const CLASS_BETWEEN = /^及?以上[^，。；、\d]{0,14}(?:项目|企业|园区|市场|产业|集群|单位)[^，。；、\d]{0,6}$/u

/** A level of government that spends or holds, not a grade of things. */
const OFFICE = /(?:市|区|县|州|省)级(?:财政|机关|部门|领导|政府|一般|公共|国企|单位)/u
