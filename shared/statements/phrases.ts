import { BARE, LEAD, LEAD_HEADS, LINK_ENDS, LINK_FORM, LINK_FORM_ENDS, LINKS_BY_END, ONLY_VERB } from './lexicon'
import { endsWithSign, findSign, holdsSign, signs, startsWithSign } from './signs'

/** What stands left of a number: the name of what is measured, and the words that link it to the number. */
export interface LeftPhrase {
  noun: string
  /** Links between noun and number, in the order of the text: 同比增长. */
  link: string
  /** Words taken off in front: 全年完成. */
  lead: string
  /** The kind of thing whose examples stand before 等: 科技领军人才等13人. */
  examples: string
}

const MAX_LEFT = 60
/** No link is longer. */
const REACH = 14

const NO_WORDS: readonly string[] = []

/** Length of the longest link at the end of a phrase, 0 where none stands there. */
function linkLength(phrase: string): number {
  const form = endsWithSign(LINK_FORM_ENDS, phrase) ? (LINK_FORM.exec(phrase.slice(-REACH))?.[0].length ?? 0) : 0
  for (const word of LINKS_BY_END.get(phrase.charCodeAt(phrase.length - 1)) ?? NO_WORDS)
    if (word.length <= form) break
    else if (phrase.endsWith(word)) return word.length
  return form
}

/** Takes the links off the end of a phrase. */
export function cutTail(phrase: string): [rest: string, link: string] {
  let rest = phrase
  while (endsWithSign(LINK_ENDS, rest)) {
    const length = linkLength(rest)
    if (length === 0 || (rest.endsWith('近') && /[附邻就临]近$/u.test(rest))) break
    rest = rest.slice(0, -length)
  }
  return [rest, phrase.slice(rest.length)]
}

/** Takes time, wording and light verbs off the front of a phrase, as long as a name stays behind. */
export function cutLead(phrase: string): [rest: string, lead: string] {
  let rest = phrase
  while (startsWithSign(LEAD_HEADS, rest)) {
    const m = LEAD.exec(rest)
    if (!m || m[0] === '') break
    const next = rest.slice(m[0].length)
    if (next !== '' && BARE.test(next)) break
    rest = next
  }
  return [rest, phrase.slice(0, phrase.length - rest.length)]
}

/** Short gaps are the same again and again (，同比增长; 、): they are read once. */
const read = new Map<string, LeftPhrase>()
const SHORT = 24
const LIMIT = 4_000

/** Splits the text left of a number into lead, name and links. */
export function readLeft(gap: string): LeftPhrase {
  if (gap.length > SHORT) return splitLeft(gap)
  const known = read.get(gap)
  if (known) return known
  const phrase = splitLeft(gap)
  if (read.size >= LIMIT) read.clear()
  read.set(gap, phrase)
  return phrase
}

function splitLeft(gap: string): LeftPhrase {
  const near = gap.length > MAX_LEFT ? gap.slice(-MAX_LEFT) : gap
  const [whole, tail] = cutTail(near)
  const [before, lead] = cutLead(whole)
  const stop = holdsSign(STOPS, before) ? STOP.exec(before) : null
  const noun = stop && stop.index > 1 ? cutTail(before.slice(0, stop.index))[0] : before
  const link = before.slice(noun.length) + tail
  if (noun === '' || ONLY_VERB.test(noun)) return { noun: '', link, lead: lead + noun, examples: '' }
  if (noun.endsWith('等')) return { noun: '', link, lead: lead + noun, examples: lastName(noun.slice(0, -1)) }
  return { noun: objectOf(trimNoun(noun)), link, lead, examples: '' }
}

/** What was done to the thing stands in front of it: 城市地下综合管廊形成|廊体. */
function objectOf(noun: string): string {
  const done = holdsSign(DOERS, noun) ? DOING.exec(noun) : null
  if (!done) return noun
  const rest = noun.slice(done[0].length)
  if ((done[0].match(/“/gu)?.length ?? 0) !== (done[0].match(/”/gu)?.length ?? 0)) return noun
  return rest.length < 2 || BARE.test(rest) || /^(?:率|额|量|数|情况|任务|项目|面积|资金|标准|人次?|人数)$/u.test(rest)
    ? noun
    : rest
}
const DOING =
  /^[^（）]*[\u4e00-\u9fff”]{2}(?:形成|打造|举办|获得|获批|创成|组建|拨付|查处|破获|促成|提供|给予|发放|审议|安排|签订|签约落地|聘请|建成(?!区)|实施(?!类|方案))(?:了|各类)?(?=[\u4e00-\u9fff“])(?![率量数额]|标准|投产|投用|投入|使用|运营|通车|开工|竣工)/u
const DOERS = signs('形打举获创组拨查破促提给发审安签聘建实')

/** Where a name ends and a comparison or a manner begins: 城镇登记失业率|低于省控指标, 常住人口城镇化率|由“十二五”末. */
const STOP =
  /(?:由|从|较|比|是|为)(?:“?(?:十[一二三四]?五|[八九]五)|\d{4}年|上年|去年|年初|原来|改革前|过去)|(?<![新不])(?:[低高快慢好]于)|(?:扣除|剔除|还原)[^，]*$|再创|首破|首次[^，]*$|(?:突破|过|超)(?:[百千万]亿|百亿)元?(?:大关)?$|(?:由|从)(?:最高|最低)?[^，]{0,6}(?:月份?|年)的?$|连续[^、]*$|持续$|一直$|不少于|相继$/u
const STOPS = signs('由从较比是为于扣剔还创破续直少相次过超')

const lastName = (names: string): string => trimNoun(names.split(/[、和]/u).at(-1) ?? '')

/** Takes quotes that do not pair and stray marks off a name. */
export function trimNoun(noun: string): string {
  const marked = startsWithSign(MARKS, noun) || endsWithSign(MARKS, noun)
  let out = marked ? noun.replace(/^[、，：；—\-·）)]+|[、，：；—\-·（(≥≤]+$/gu, '') : noun
  if (!holdsSign(QUOTES, out)) return out
  const opened = (out.match(/[“「]/gu) ?? []).length
  const closed = (out.match(/[”」]/gu) ?? []).length
  if (opened < closed) out = out.slice(out.indexOf('”') + 1)
  if (opened > closed && out.endsWith('“')) out = out.slice(0, -1)
  return out
}

const MARKS = signs('、，：；—-·）)（(≥≤')
const QUOTES = signs('“「”」')

/** Where the thing counted ends and a predicate begins: 12个省、市重点项目|完成投资. */
const PREDICATE =
  /完成|实现|达到|入选|荣?获|荣登|进入|迈入|走上|住进|被|投入|建成|竣工|开(?:竣|复)?工(?!率)|顺利|全部|全面|有力|按期|得到|受到|拿到|取得|通过|启动|纳入|加入|落户|落地|正式|全线|(?<!人)均|已|成功|成为|超过|突破|位居|跃居|排名|挂牌|上线|上市(?!公司|企业|后备)|升级为|提档升级|转型(?!升级|发展|创新|项目|示范)|就读|受益|享受|支援|支持(?!政策|中心|项目|体系|[，。；、]|$)|参加|参与|申报|进行|(?<!重点)实施|实行|发放|打造|首发|递交|每人|报(?=[省国])|提交|提请|配送(?!中心|站|点|车|体系|网)|具备|加强|开展|成立|建立|形成|解除|消除|解决|脱贫(?!攻坚|人口|户|村|劳动力)|越线|出列|摘帽|告别|提供|提前|接入(?!点|口|率)|[装安用喝住走过]上(?!海)|并入|签订|列入|试运行|完毕|圆满|分别|展开|开始|投产|按(?=[照原月])|[对向](?=外|社会|游人)|为(?:载体|指导|重点|依托|契机|支撑|主体|代表|核心|龙头|抓手|牵引|基础)|持续|稳步|加快|深入|有序|广泛|扎实|整体(?!规划|提升工程|搬迁)|如期|相继|陆续|先后|逐步|尽快|及时|较好|成效|卓有|倍[受感]|落[细实]|全年|年内|年底|坚守|齐聚|总投资|(?<=企业|项目|集群|园区|公司|单位|基地|产业|行业|[区县乡镇村市])(?:年|集体)?(?:主营业务|营业|销售)?(?:产值|收入|税收|利润|营收)(?:均|全部)?[达超过突]|能够|接受|自愿|奔?赴|，|。|；|：|！|？|\n|（(?![新改扩迁、]{1,3}）|[一二ⅠⅡ12I]{1,2}）型)|…/gu
const NOT_NOUN =
  /^(?:以上|以内|以下|左右|，|。|；|、|：|）|和|及|与|或|并|同比|增长|，|\n|”|！|？|…|（|左|完成|实现|达到|入选|荣?获|进入|被|投入|建成|竣工|开工|顺利|全部|按期|得到|通过|启动|纳入|落户|落地|正式|均|已|成功|超过|位居|挂牌|用于|就业(?!岗位)|脱贫|级|\/|数增长|，|其中|不低于|不少于|不超过|不高于|[增升降减]到|[增升降减]至|削减|突破|拓展|跃升|增加到|提高到|下降|减少|提高|提升|发展到|由|到|至|为(?!民)|占|赴|居(?=[全第八首前于中各])|列|是|在(?![建编册校园岗职读库谈])|上升|扩大|缩短|压缩|参加|参与|，|升级|受益|建设(?!项目|工程|用地|任务)|改造(?!项目|工程|任务)|，|等)/u

/** What a predicate begins with: the expression starts at the first of these, in a third of its time. */
const PREDICATE_HEADS = signs(
  '完实达入荣获进迈走住被投建竣开顺全有按得受拿取通启纳加落正均已成超突位跃排挂上升提转就享支参申发打首递每报配具形解消脱越出摘告接装安用喝过并签列试圆分展对向为持稳深广扎整如相陆先逐尽及较卓倍年坚齐总集主营销产收税利能自奔赴，。；：！？\n（…',
)

const isHan = (unit: number): boolean => unit >= 0x4e00 && unit <= 0x9fff

/** What may stand between a number and the thing counted. */
const OPENS_THING = '（的'
const LONGEST_RIGHT = 40
const VERB_ALONE = '达超过有'

/** No name stands behind these. */
const CLOSES = '，。；、：！？…”\n'

/**
 * The thing counted that stands right of a number (5个|公共停车场), '' where no name follows.
 * @param after the text after the number and its 以上, up to the next number
 * @param followed another number follows in the sentence: what stands after the last 、 belongs to that one
 */
export function readRight(after: string, followed = false): string {
  if (after === '' || CLOSES.includes(after.charAt(0))) return ''
  let text = OPENS_THING.includes(after.charAt(0)) ? after.replace(/^(?:（[个只条家处项间座头]）)?的?/u, '') : after
  if (NOT_NOUN.test(text)) return ''
  const head = findSign(PREDICATE_HEADS, text, 1, text.length)
  PREDICATE.lastIndex = head
  const stop = head < text.length ? PREDICATE.exec(text) : null
  if (stop) text = text.slice(0, stop.index)
  else if (followed) text = text.replace(/[、和及与][^、和及与]{0,12}$/u, '')
  if (text.endsWith('等')) text = text.replace(/(?:[和及与、][^和及与]*)?等$/u, '')
  if (LOOSE_ENDS.includes(text.charAt(text.length - 1))) text = text.replace(LOOSE, '')
  if (!isHan(text.charCodeAt(0)) && !/[\u4e00-\u9fffA-Za-z]/u.test(text)) return ''
  const name = bareName(trimNoun(text.slice(0, LONGEST_RIGHT)))
  return name.length === 1 && VERB_ALONE.includes(name) ? '' : name
}

/** Words at the end that belong to what follows. */
const LOOSE =
  /(?:[、和及与的了]|基本|(?<=.{3})后|(?<=[资入出额])中|大力|积极|充分|高度|共同|高标准|高质量|即将|正在|已经|分别|累计)+$/u
const LOOSE_ENDS = '、和及与的了本后中力极分度同准量将在经别计'

/** 8个|镇的新村建设规划 → 镇新村建设规划, 20个|示范园建设 → 示范园: what is done to a thing is not its name. */
function bareName(name: string): string {
  const done = DONE_ENDS.includes(name.charAt(name.length - 1)) ? DONE.exec(name) : null
  const bare = done && done.index > 2 ? name.slice(0, done.index) : name
  const of = bare.indexOf('的')
  return of > 0 && of <= PLAIN && !CLAUSE.test(bare.slice(0, of)) ? bare.slice(0, of) + bare.slice(of + 1) : bare
}
const DONE =
  /的?(?:(?:开工|续建|新建)?建设|(?:建设|(?<=的)(?:培育|创建|改造))?(?<!前期)(?:工作|任务)|建设(?:进度|步伐)|的(?:投产|达产|竣工|开工|推进|实施|落地|复工)(?:[、和](?:投产|达产|竣工|开工|见效))*)$/u
const DONE_ENDS = '设作务产工进施地效度伐'
/** No owner before 的 is longer. */
const PLAIN = 10
/** Words of a clause in front of 的: 年纳税200万元以上的企业. */
const CLAUSE = /\d|以[上下内]|[超达过有用成好]|扶持|培育|支持|列入|考核|建设|实施|经营|涉及|通过|完成/u
