import type { ReportPlace } from './scope'
import { behindSign, holdsSign, signs, startsWithSign } from './signs'

/** Words in front of an owner that are no part of it. */
const LEAD =
  /^(?:[、，：；—\-●#]|其中|预计|去年|今年|全年|年内|同时|并|继续|进一步|全面|全部|已|共|确保|力争|在|对|加快|推进|推动|实施|完成|建设|支持|引导|规划建设)+/u
/** What an owner does, straight behind its name; things in it that are planned or renewed are the place's own. */
const DOES =
  /^(?:要|将|已|共|累计|全年|年内|今年|新|再|可|实际|预计|计划|力争)*(?:均|都|也)?(?:实施|新增|新建|新开|新改建|建成|交付|整治|完成|开工|竣工|投入|引进|收储|签约|搬迁|减少|改造|整修|建设|实现|利用|安排|培育|主攻|入驻|种植|提供|种|养|有)/u
/** What is measured of a part of a city. */
const TOLD =
  /生产总值|增加值|产值|收入|税收|利润|投资|利用外资|进出口|出口|人口|空气|天数|浓度|能力|产能|产量|单产|吞吐量|分担率|覆盖率|竣工|危旧房|棚户区|通航|达标率|增速|债务|规模|占/u
/** Measures that are of the town by their nature: they make no part of it. */
const OF_TOWNS =
  /^(?:要|将)?(?:建成区|绿化|绿地|园林|水面|生活垃圾|生活污水|污水处理率|供水|燃气|范围|面积|适龄|居民|繁华|段|特困|道路完好)/u
const AREA =
  /^(?<owner>主城(?:[一二三四五六七八九]?区)?|市内[一二三四五六七八九]区|[\d二三四五六七八九]区(?=[^、县]{2})|中心城区|中心城市|市中心区|城区|市区|老城区|市郊|郊区(?:[一二三四五六七八九]市)?|市本级(?!财政|民生|安排|一般|预算|公共)|东部山区|西部山区)(?<rest>.*)$/u
const ZONE =
  /^(?<owner>(?:\d+个|[两三四五六七八九十]+个|各)?(?:省级以上|国家级|省级|重点|产业|工业|“[^”]{2,6}”)*(?:园区|开发区|工业集中区)|“[两三四五六七八九]区[一二三四五六七八九十]+园”|[\u4e00-\u9fff·]{2,8}?(?:新区|经开区|高新区|经济技术开发区|高新技术开发区|产业园|工业园|科技园|产业基地|产业集聚区|保税区|综保区|产业园区|工业园区|园区|先导区|港区|机场|集团))(?<rest>.*)$/u
const EACH =
  /^(?:保证|确保|支持|帮助|让|使|为|给)*(?<owner>每个?(?:贫困|中心|行政|重点|县|乡|脱贫)?(?:户|村|镇|街道|社区|乡镇|县区|县))(?<rest>.*)$/u
const GROUPS =
  /^(?<owner>[二三四五六七八九]县（市）(?:和[二三四五六七八九]郊区)?(?!六区|\d区)|[三四五六]郊区|(?:\d+个)?涉农区(?:（市）|市)?县|[二三四五六]县[二三四五六七]区|各县（?市?、?区?）?|各区（?县?）?|各县区|各乡镇|县域(?=地区|生产|经济总量|工业))(?<rest>.*)$/u
const GROUPS_HEADS = '二三四五六七八九0123456789涉各县'
/** Each zone's name holds one of these: most clauses need no closer look. */
const ZONE_HOLDS = /[区园]|产业基地|机场|集团/u
/** Owner names that hold a verb or a class are no names. */
const NO_NAME =
  /^(?:投资|的|总投资|其中)|[、和]|推进|加快|建设|打造|培育|发展|实施|支持|新建|建成|规划|完善|加强|提升|引进|一批|全市|我市|国家级新区/u

/** 入选全国|30座示范城市: the count is of the larger place's. */
const AMONG = /(?:^|[在榜选围列是为])(全[国省])$/u

const HEADS = signs('主市中城老郊东西各每园开工产重国省高经新区“0123456789两三四五六七八九十全')
/** A zone's or a body's name holds one of these. */
const NAMES = signs('区园每团场县')
const LEADS = signs('、，：；—-●#其预去今全年同并继进已共确力在对加推实完建支引规')
const BREAK = signs('，；：。\n')

/** A lead that holds a verb makes the owner an object, of which nothing is carried on. */
const VERBS = /确保|对|在|加快|推进|推动|实施|完成|建设|支持|引导/u

/** Whether a clause has its owner at its head, not behind a verb, and tells what that does: then others go on with it. */
export function isHead(clause: string, owner: string): boolean {
  const rest = clause.slice(clause.indexOf(owner) + owner.length)
  return (
    !VERBS.test(startsWithSign(LEADS, clause) ? (LEAD.exec(clause)?.[0] ?? '') : '') &&
    (DOES.test(rest) || /竣工/u.test(rest))
  )
}

export interface SubjectReader {
  /**
   * The part of a place that a clause speaks of at its head, '' where it speaks of the place itself.
   * @param parts false where the sentence names no part that every place has: then only divisions are looked for
   */
  read(clause: string, parts: boolean): string
  /** Whether a clause speaks of the whole place or of a division, so that it takes over no subject. */
  turns(clause: string): boolean
}

/** Prepares the names of a place's divisions, full and short; only a city has the parts that every city has. */
export function subjectReader(place: ReportPlace | null): SubjectReader {
  const parts = place?.parts ?? []
  const city = place === null || place.level === 'city'
  const heads = new Map<string, string[]>()
  for (const name of parts) {
    if (name.length < 2) continue
    const group = heads.get(name.charAt(0)) ?? []
    group.push(name)
    heads.set(name.charAt(0), group)
  }
  for (const group of heads.values()) group.sort((a, b) => b.length - a.length)
  return {
    turns: (clause) =>
      OTHER.test(clause) || (heads.get(clause.charAt(0))?.some((name) => clause.startsWith(name)) ?? false),
    read(raw, parts) {
      const clause = startsWithSign(LEADS, raw) ? raw.replace(LEAD, '') : raw
      if (clause === '') return ''
      const part = heads.size === 0 || raw.startsWith('在') ? '' : divisionOf(heads, clause)
      if (part !== '') return part
      if (clause.endsWith('全国') || clause.endsWith('全省')) return AMONG.exec(clause)?.[1] ?? ''
      if (!parts) return ''
      if (!startsWithSign(HEADS, clause) && !holdsSign(NAMES, clause)) return ''
      const area = city ? AREA.exec(clause)?.groups : undefined
      if (area) return ruled(area.owner ?? '', area.rest ?? '', OF_TOWNS)
      const each =
        (clause.includes('每') ? EACH.exec(clause)?.groups : undefined) ??
        (GROUPS_HEADS.includes(clause.charAt(0)) ? GROUPS.exec(clause)?.groups : undefined)
      if (each) return each.owner ?? ''
      const zone = ZONE_HOLDS.test(clause) ? ZONE.exec(clause)?.groups : undefined
      return zone?.rest && !NO_NAME.test(zone.owner ?? '') ? ruled(zone.owner ?? '', zone.rest ?? '', null) : ''
    },
  }
}

function divisionOf(heads: ReadonlyMap<string, string[]>, clause: string): string {
  for (const at of clause.startsWith('新区', 2) ? [0, 4] : [0]) {
    const name = heads.get(clause.charAt(at))?.find((one) => clause.startsWith(one, at))
    if (name === undefined) continue
    let end = at + name.length
    end += SUFFIX.exec(clause.slice(end))?.[0].length ?? 0
    for (let link = /^[、和与]/u.exec(clause.slice(end)); link; link = /^[、和与]/u.exec(clause.slice(end))) {
      const next = heads.get(clause.charAt(end + 1))?.find((one) => clause.startsWith(one, end + 1))
      if (next === undefined) break
      end += 1 + next.length
      end += SUFFIX.exec(clause.slice(end))?.[0].length ?? 0
    }
    const rest = clause.slice(end)
    if (rest === '' || DOES.test(rest) || REACHES.test(rest)) return clause.slice(0, end)
  }
  return ''
}

/** A thing of it that came to an amount. */
const REACHES = /^(?:[^，]{2,14})?(?:均|都|也)?(?:达到?|突破|增至|超过)$/u
const SUFFIX = /^(?:新?区|县|市|旗)/u

const ruled = (owner: string, rest: string, never: RegExp | null): string =>
  rest === '' || ((DOES.test(rest) || TOLD.test(rest)) && !(never?.test(rest) ?? false)) ? owner : ''

/** A clause that speaks of the whole place again, or of another part of it. */
const OTHER = /^(?:全市|全区|全县|全州|我市|全省|全国|农村|城乡|各|其他|市域)/u

/** A clause behind a ； that has no subject of its own. */
const GOES_ON = /；(?:共|累计)?(?:完成|实现|新增|新建|引进|建成|新开工|签约)[^；]*$/u

/**
 * The owner that a number takes over from the head of its sentence or from the number before in its list.
 * @param topic whom the sentence speaks of from its head on, '' for none; `whole` where that holds past a ；
 * @param since the view's words from that head, `between` those from the number before
 */
export function carried(
  reader: SubjectReader,
  topic: string,
  whole: boolean,
  since: string,
  before: string,
  between: string,
): string {
  if (topic !== '' && (whole || !since.includes('；') || GOES_ON.test(since))) {
    const clauses = since.split(/[，；]/u)
    const first = clauses[0]?.includes(topic) ? 1 : 0
    if (!clauses.slice(first).some((clause) => reader.turns(clause))) return topic
  }
  return before !== 'own' && /^(?:以上|左右)?[、和][^，；。]*$/u.test(between) ? before : ''
}

/**
 * Whom a paragraph or a sentence speaks of: its head names a part of the place and what that is to do. A sentence may
 * also begin with what is to be done with one.
 */
export function topicOf(reader: SubjectReader, text: string, ofParagraph: boolean): string {
  if (!text.includes('区') && !text.includes('园') && !text.includes('县域')) return ''
  const head = MARKS_HEADS.includes(text.charAt(0)) ? text.replace(MARKS, '') : text
  const named = actsAsZone(head) ? TOPIC.exec(head)?.[0] : undefined
  if (named) return NO_NAME.test(named) ? '' : reader.read(`${named}实现`, true)
  if (ofParagraph) return ''
  if (!LED_HEADS.includes(head.charAt(0))) return ''
  const { owner, area } = LED.exec(head)?.groups ?? {}
  return owner && !NO_NAME.test(owner) ? owner : (area ?? '')
}
const MARKS = /^(?:[—\-●#*]|[（(]?[一二三四五六七八九十\d]{1,2}[)）、.])+/u
const MARKS_HEADS = '—-●#*（(一二三四五六七八九十0123456789'
/** A zone with what it is to do right behind its name: few of the words that hold 区 or 园 are so. */
function actsAsZone(head: string): boolean {
  for (let at = 1; at < head.length; at++) {
    const end = head.charCodeAt(at - 1)
    if ((end === DISTRICT || end === PARK) && ZONE_ACTS.includes(head.charAt(at))) return true
  }
  return false
}
const DISTRICT = '区'.charCodeAt(0)
const PARK = '园'.charCodeAt(0)
const ZONE_ACTS = '要将承坚着围'
/** 做强X园区，…: what a sentence begins to be done with a zone is of that zone. */
const LED =
  /^(?:积极|集中力量|大力|全力|着力|持续)?(?:做强|建强|推进|推动|加快|全面启动了?|启动|提升)(?<owner>[\u4e00-\u9fff·]{1,10}?(?:新区|产业园区?|工业园区?|先导区|保税区))(?:的?(?:开发)?建设|平台载体|发展|提质[^，。]{0,4})?[，。]|^(?<area>县域)(?:工业|经济|财政实力)/u
const LED_HEADS = '积集大全着持做建推加启提县'
const TOPIC =
  /^[\u4e00-\u9fff·]{0,8}?(?:新区|经开区|高新区|开发区|产业园|工业园|园区|先导区|保税区|综保区|产业集聚区)(?=(?:要|将|承载|坚持|着力|围绕))/u

/** Where the clause of an offset begins. */
export const headOf = (text: string, at: number, limit: number): number => behindSign(BREAK, text, at, limit)
