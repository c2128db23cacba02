import { holdsSign, signs } from './signs'

/** Characters of which everything that has a subset holds one. */
const OF_SUBSET = signs('级重元厕停泊桩充游')

/** Levels whose own things are a part of all of them: 省重点, 自治区级, 市级以上. */
const LEVEL =
  /(?:省、市|省市(?=级|重点)|国家|自治区|自治州|旗县|省|市|州|盟|区县|区|县|部)(?:级|(?=重点))(?:重点)?(?:[（(]?及?以上[）)]?)?/u
const MAGNITUDE = /(?:\d+(?:\.\d+)?|[十百千]?)(?:亿|千万|百万|万)(?:美?元)(?:及?以上)?/u
/** Kinds of a thing that has a name of its own without them. */
const OF: readonly (readonly [thing: RegExp, kinds: RegExp])[] = [
  [/(?:公厕|厕所|卫生间)$/u, /旅游|农村|乡村|生态|城市/u],
  [/(?:停车场|停车位|泊位)$/u, /公共|立体|生态|地下|智慧/u],
  [/(?:充电桩|充电设施|充电站)$/u, /非机动车|电动自行车|公共|电动汽车/u],
  [/(?:旅客|游客|旅游者|旅游人数|旅游人次|旅游(?:总)?收入|旅游(?:外汇)?收入)/u, /国内|入境|海外|境外|乡村|红色|冰雪/u],
]
const KEY_KIND = /重点(?<kind>[^项工建]{2,6}?)(?:建设)?项目|(?<before>[^、，新重在]{2,6}?)重[点大](?:建设)?项目/u
const PREFIX = /^(?:新增|新建|新认定|新开工|新签约|签约|实施|开工|累计|推进|完成|安排|新)+/u

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
  const magnitude = indicator.includes('元') ? MAGNITUDE.exec(indicator) : null
  if (magnitude && /项目|企业|园区|市场|产业|单位|投资/u.test(indicator)) return magnitude[0]
  if (canonical === 'key_projects' || canonical === 'key_project_investment') {
    const groups = KEY_KIND.exec(indicator.replace(PREFIX, ''))?.groups
    return groups?.kind ?? groups?.before ?? ''
  }
  for (const [thing, kinds] of OF) {
    if (!thing.test(indicator)) continue
    return kinds.exec(indicator)?.[0] ?? ''
  }
  return ''
}
/** A level of government that spends or holds, not a grade of things. */
const OFFICE = /(?:市|区|县|州|省)级(?:财政|机关|部门|领导|政府|一般|公共|国企|单位)/u
