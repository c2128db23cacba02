import type { PlaceLevel } from '#shared/model/place'
import { firstSigns, holdsSign, signs, startsWithSign } from './signs'

/** What is known of the report's place: it tells whose figure 全市 or a district's name stands for. */
export interface ReportPlace {
  level: PlaceLevel
  /** Names, full and short, of the divisions directly under it. */
  parts: readonly string[]
}

/** Finds the owner of a number's indicator where it is not the report's own place. */
export interface ScopeReader {
  /**
   * @param gap the words between the number before and this one, the clause's first words at its head
   * @param indicator the name that was found, with an owner from the clause before
   * @param before the clause before that, '' where the sentence begins with this one
   * @param counted the gap follows a count: what it begins with is a class of things (6个|产业园产值)
   * @returns the owner as named, '' where none is named
   */
  read(gap: string, indicator: string, before: string, counted: boolean): string
}

/** Words in front of an owner that are no part of it. */
const LEAD =
  /^(?:[、，：；—\-●#]|其中|预计|初步核算|据统计|全年|去年|今年|当年|上年|年[末底]|\d{4}年(?:末|底)?|截至[^，。]{1,8}[底末前日份]|[一二三四五六七八九十]{1,2}(?:是|要)|到\d{4}年|前三季度|上半年|力争|力促|争取|确保|支持|推动|推进|并?使|实现)+/u

const LEAD_HEADS = signs('、，：；—-●#其预初据全去今当上年0123456789截一二三四五六七八九十到前力争确支推并使实')
const cutOff = (text: string): string => (startsWithSign(LEAD_HEADS, text) ? text.replace(LEAD, '') : text)

/** What is measured of a place or a body; without one of these the words are about a thing in it. */
const MEASURE =
  /生产总值|GDP|增加值|产值|收入|支出|税收|利润|利税|营收|投资|存款|贷款|余额|人口|面积|价格|指数|浓度|天数|比重|占比|标准|吞吐量|进出口|出口|债务|就业|失业|[^效质容力]率(?!先)|总额|交易额|销售额|总量|产量|能耗|规模|密度/u
/** A thing in a place is the place's report's own: 西城区城市更新项目投资. */
const THING = /项目|工程|重点|示范|试点|百强|十强|首[批个家]|唯一|第[一二三四五六七八九十\d]|前列|优秀|排名|位居|先进/u

/** Larger places, by the level of the report; 全区 of a city is its autonomous region. */
const ABOVE: Readonly<Record<PlaceLevel, readonly string[]>> = {
  nation: ['全球', '世界'],
  province: ['全国', '我国', '全球', '世界'],
  city: ['全国', '我国', '全球', '世界', '全省', '我省'],
  county: ['全国', '我国', '全球', '世界', '全省', '我省', '全市'],
  township: ['全国', '我国', '全球', '世界', '全省', '我省', '全市', '全县'],
}

const ABOVE_HEADS = firstSigns(Object.values(ABOVE).flat())

/** Parts of a city that every city has; 城区 and 中心城区 are left to the city. */
const AREAS =
  /^(?<owner>主城(?:[一二三四五六七八九]?区)?|市内[一二三四五六七八九]区|市区|老城区|市郊|郊区(?:[一二三四五六七八九]市)?|市本级(?!财政|民生|安排|一般|预算|公共)|州本级|市直|市级(?=(?:一般|财政|公共)))(?<rest>.*)$/u
const AREA_HEADS = signs('主市老郊州')

const BODY =
  '集团|公司|机场|产业园区?|工业园区?|物流园区?|科技园区?|示范园区?|经济技术开发区|高新技术服务区|开发区|高新区|经开区|保税区|示范区|新区|新城|设计城|百货大楼|大厦|商城|商场|批发市场|大市场|火车站|高铁站|站(?=年?(?:旅客|货))|口岸|港口|社区|街道'
/** Investment is a body's own only where it is an area: in an airport it is the city's. */
const INVESTS = /[园区城]$/u
/** Words that make a body a class of things, or begin with a verb. */
const NO_BODY =
  /[的等各类个家每和与]|^(?:全市)?外贸|以上|群众|智慧|基金|保险|项目|大开发区|建设|建成|完成|实施|改造|新增|新建|发展|规划|加快|加强|提升|培育|引进|打造|创建|国家级|省级|市级|县级|上市|企业集团|股份公司|工业企业|规模|城乡|城市|农村|全[市区县省州]|管理|服务(?!区)|居民|人均|投资|生产|重点|标准|示范社区|社会|同比|增长/u

const NAMED = new RegExp(`^(?<owner>[\\u4e00-\\u9fff]{2,12}?(?:${BODY})|园区|产业园区|工业园区)(?<rest>.*)$`, 'u')
/** Each body's name holds one of these. */
const HINTS = signs('团司场园区城楼厦站港岸道')
/** The body itself does it: X园区收储土地500亩. */
const DOES = /^(?:累计|已|共|新)?(?:引进|收储|实现|完成|入驻|集聚|启动|开通|销售)/u
const TRADE =
  /(?:^|[，、和])(?<owner>对(?!外|接|进|出|全|我)[^，、。和的]{1,10}?)(?:国家|市场)?(?:外贸|货物|贸易)?(?:进出口|出口|进口|贸易)/u
const EACH = /每个?(?:县（市）|县（市、区）|县区|县市区?|县|乡镇|镇|街道|社区|行政村|村)(?!民|子|级)/u
/** Where the rest of a clause goes straight on to its number: 高明区提高到. */
const ARRIVES = /^(?:分别|均|都|预计|也)?(?:提高|增加|增长|达|下降|降低|上升)(?:到|至)?$/u

const escaped = (name: string): string => name.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')

interface Parts {
  /** The first characters of their names. */
  heads: ReadonlySet<string>
  pattern: RegExp
}

function partsOf(parts: readonly string[]): Parts | null {
  const names = parts.filter((name) => name.length >= 2)
  if (names.length === 0) return null
  const longest = names.map(escaped).sort((a, b) => b.length - a.length)
  const one = `(?:${longest.join('|')})(?:新?区|县|市|旗)?`
  return {
    heads: new Set(firstSigns(names)),
    pattern: new RegExp(`^(?<owner>${one}(?:[、和与]${one})*)(?<rest>.*)$`, 'u'),
  }
}

/** A clause that names no subject of its own: that of the clause before goes on. */
const LEANS = /^(?:累计引进|引进|年?(?:旅客|货邮)吞吐量|年?(?:销售|营业|交易)(?:收入|额))/u
const LEANS_HEADS = '累引年旅货销营交'

/** The body that a clause is about. */
function topicOf(clause: string): string {
  const found = holdsSign(HINTS, clause) ? ownerBy(NAMED, clause) : null
  return found && !NO_BODY.test(found.owner) && /^[\u4e00-\u9fff]/u.test(found.rest) ? found.owner : ''
}

const plain = (rest: string): boolean => MEASURE.test(rest) && !THING.test(rest)

function ownerBy(pattern: RegExp, text: string): { owner: string; rest: string } | null {
  const groups = pattern.exec(text)?.groups
  return groups ? { owner: groups.owner ?? '', rest: groups.rest ?? '' } : null
}

/** A body with a part's name is not that part. */
const BODY_OF_PART = /^(?:机场|火?车?站|港|集团|公司|大厦|社区|街道|[^，]{0,6}园区)/u

/** A district of a city, or several, with what is measured of it. */
function partOf(parts: Parts | null, text: string): string {
  const found = parts?.heads.has(text.charAt(0)) ? ownerBy(parts.pattern, text) : null
  if (!found || BODY_OF_PART.test(found.rest)) return ''
  return plain(found.rest) || ARRIVES.test(found.rest) ? found.owner : ''
}

/** 园区, 机场, 集团 and the like with what is measured of them, or with what they did. */
function bodyOf(text: string, whole: boolean): string {
  if (!holdsSign(HINTS, text)) return ''
  const found = ownerBy(NAMED, text)
  if (!found || NO_BODY.test(found.owner)) return ''
  if (/投资|规划/u.test(found.rest) && (!INVESTS.test(found.owner) || /^(?:总投资|规划)/u.test(found.rest))) return ''
  const direct = /^[\u4e00-\u9fffA-Z]/u.test(found.rest)
  return direct &&
    ((plain(found.rest) && !/^[\u4e00-\u9fff]{0,4}(?:建设|改造)/u.test(found.rest)) ||
      (whole && DOES.test(found.rest) && !THING.test(found.rest)))
    ? found.owner
    : ''
}

/**
 * Prepares the rules for one report. A place or body is taken for the owner only where it stands at the head of the
 * number's own clause, straight before what is measured; all else is the report's own.
 * @param place null where the report's place is not known: then no place above it is told apart
 */
export function scopeReader(place: ReportPlace | null): ScopeReader {
  const above = place ? ABOVE[place.level] : null
  const parts = place ? partsOf(place.parts) : null
  const areas = place && place.level !== 'city' ? null : AREAS
  return {
    read(gap, indicator, before, counted) {
      const clause = cutOff(gap)
      const larger = ABOVE_HEADS.includes(clause.charAt(0)) ? above?.find((name) => clause.startsWith(name)) : undefined
      if (larger !== undefined && plain(clause.slice(larger.length))) return larger
      const body = counted ? '' : bodyOf(indicator, false) || bodyOf(clause, true)
      const owner = body || (counted ? '' : partOf(parts, indicator) || partOf(parts, clause))
      if (owner !== '') return owner
      const area = areas && startsWithSign(AREA_HEADS, clause) ? ownerBy(areas, clause) : null
      if (area && plain(area.rest)) return area.owner
      const trade = clause.includes('对') ? TRADE.exec(clause)?.groups : null
      if (trade) return (trade.owner ?? '').slice(1)
      const each = clause.includes('每') ? EACH.exec(clause) : null
      if (each) return each[0]
      return before !== '' && LEANS_HEADS.includes(clause.charAt(0)) && LEANS.test(clause)
        ? topicOf(cutOff(before))
        : ''
    },
  }
}
