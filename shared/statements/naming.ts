import { isAttribute, own, STOCK, stockOf, withHead } from './attributes'
import { shareOut } from './chains'
import { cutTail, type LeftPhrase, readLeft, readRight } from './phrases'
import { afterOf, isRate, type State, suffixLength, topicBefore, topicOf } from './sentence'
import { endsWithSign, signs } from './signs'
import { traitsOf, type UnitTraits } from './traits'

/** What a number's names are, by which rule, and how sure that is. */
export interface Naming {
  names: string[]
  rule: string
  confidence: number
}

/** 高于全市3个百分点, 超年度目标34个百分点: a comparison of what was named before. */
const COMPARED =
  /^(?:累计|年均|预计)?比[^，]*翻$|^(?:是|为)[^，]*的?$|^(?:完成|占|为|达到?|超额完成)[^，]{0,8}(?:计划|目标|预算|任务)|^(?:增速|增幅|总量)?(?:均|分别)?(?:比|较|高于|高出|低于|快于|慢于|超|超过|好于|优于|领先|大幅)/u
/** 剔除留抵退税因素，可比增长: the same thing on another basis. */
const CORRECTED = /^(?:剔除|扣除|不含|按)[^，]*(?:因素|影响|口径|价格?|退税|后|计算)$/u
/** 占 as a verb, not the one in 占有率, 占地, 占补平衡. */
const SHARE = /占(?![有补用道领]|地(?!区生产总值))[^，]*$/u
/** Attributes that say of what they are by their verb: 惠及群众. */
const REACHED = /(?:惠及|带动|覆盖|受益|吸纳)$/u

/** 汽车、医药、食品4大产业增加值: one share of all of them. */
const SUMMED = /[\d一二三四五六七八九十两]大[^、]{0,8}$/u

function rateName(state: State, gap: string, from: number): Naming | null {
  const share = gap.includes('占') ? SHARE.exec(gap) : null
  if (!share) return null
  const [target] = cutTail(share[0].replace(/[^\u4e00-\u9fff”“）（A-Za-z]+$/u, ''))
  const near = readLeft(gap.slice(0, share.index)).noun
  const before = state.last || topicBefore(state, from)
  const owner = near === '' ? before : isAttribute(near) ? own(state.owner || topicBefore(state, from), near) : near
  const names = shareOut(owner, false, near !== '' && !isAttribute(near) && !SUMMED.test(near)).map(
    (name, i, all) => withHead(name, i, all) + target,
  )
  return { names, rule: 'share', confidence: near === '' ? 0.75 : 0.9 }
}

/** 总投资50亿元的安置房项目: the owner stands to the right of the number. */
function ownedRight(state: State, i: number, attribute: string, after: string): Naming | null {
  const quantity = state.quantities[i]
  const next = state.quantities[i + 1]
  if (!quantity || !after.startsWith('的')) return null
  const beyond =
    next && /^的(?:[^，]{1,20}等)?$/u.test(after)
      ? state.text.slice(next.end, Math.min(state.end, next.end + 40))
      : after
  const owner = readRight(beyond, next !== undefined).replace(/等(?:一批|一系列)?[\u4e00-\u9fff]{0,6}$/u, '')
  if (owner === '' || /^(?:目标|任务|速度|增速|比例|幅度|水平|要求|良好|历史|较)/u.test(owner)) return null
  const before = state.text.slice(state.quantities[i - 1]?.end ?? quantity.start)
  const name =
    (/^的/u.test(before) && !isAttribute(attribute)) ||
    attribute === '' ||
    (GIVEN.test(owner) && !isAttribute(attribute))
      ? owner
      : own(owner, attribute)
  return { names: [name], rule: 'right-owner', confidence: 0.85 }
}

/** What a class is told by: 人均住房面积不到12平方米的渔民. */
const THRESHOLD =
  /(?:纳税|注册资[金本]|资产|金额|容量|面积|收入|产值|投资|销售额|税收|人口|规模|总额|营收|交易额|利润|利税|额)$/u

/** What a threshold measures: 新上|投资500万元以上的项目; where nothing does, the class itself: 新签约10亿元以上|产业项目. */
function thresholdName(noun: string, after: string, suffix: number): string {
  if (/投资$/u.test(noun) && noun.length <= 8) return '投资'
  return THRESHOLD.test(noun) || /[率额量值资金入]$/u.test(noun) ? noun : readRight(after.slice(suffix), true) || noun
}

/** 产值超, 年销售收入: a class is told by a measure, and how much of it. */
function isThreshold(right: string): boolean {
  const [measure, link] = cutTail(right)
  return isAttribute(measure) || (link !== '' && THRESHOLD.test(measure) && /[超过达到足于破]$/u.test(link))
}

/** 年产6000万只|铝制不粘锅等重大项目: goods are no projects. */
const thingOf = (right: string, unit: string): string =>
  !right.includes('等') || /^[百千万亿]*[个项件]$/u.test(unit)
    ? right
    : right.replace(/(?<=[\u4e00-\u9fffA-Za-z]{2})等[^等]{0,8}(?:项目|工程)$/u, '')

/** 10个|年交易额5000万元以上的专业市场: what is counted is named with its own threshold. */
function thresholdRight(state: State, i: number, right: string): string {
  const quantity = state.quantities[i]
  const next = state.quantities[i + 1]
  if (!quantity || !next) return ''
  const adjacent = next.start === quantity.end
  if (!adjacent && !isThreshold(right)) return ''
  const from = next.end + suffixLength(state.text, next.end)
  const beyond = state.quantities[i + 2]
  const rest = state.text.slice(from, Math.min(beyond?.start ?? state.end, from + 30))
  const thing = readRight(rest, beyond !== undefined && beyond.start <= from + 30)
  if (thing === '') return ''
  if (adjacent && traitsOf(next.unit).counts) return thing
  const start = quantity.end + suffixLength(state.text, quantity.end)
  return state.text.slice(start, from + rest.indexOf(thing) + thing.length)
}

/** The last of coordinated names where it is an attribute of the first: 38个治理项目、投资126亿元. */
function lastAttribute(noun: string): string {
  const cut = Math.max(noun.lastIndexOf('、'), noun.lastIndexOf('和'))
  const last = noun.slice(cut + 1)
  return cut > 0 && isAttribute(last) ? last : noun
}

const STATUS_ENDS = signs('项划工产展达设利或和、')
/** How far things have come, not what they are: 已立项或开工47项. */
const STATUS =
  /^(?:已|新|全部|顺利)?(?:(?:立项|谋划|开工|动工|竣工|投产|完工|进展|达产)(?:建设|投产|顺利)?[或和、]?)+$/u

const isStatus = (state: State, noun: string): boolean =>
  endsWithSign(STATUS_ENDS, noun) && STATUS.test(noun) && state.owner !== '' && !STATUS.test(state.owner)

/** 其中亿元以上107个: the thing itself was named before. */
function completed(state: State, noun: string, lead: string): string {
  if (isStatus(state, noun)) return state.owner + (lead.endsWith('已') ? '已' : '') + noun
  return noun.endsWith('以上') ? noun + (/(?:项目|企业|单位|小区|家庭|社区|人口)$/u.exec(state.owner)?.[0] ?? '') : noun
}

const NO_TOPIC = { topic: '', done: false }
/** Measures that are better named alone than by what was done in the clause before. */
const OWN_WORD = /(?:产值|收入|营收|利润|税收|投资额?)$/u

function attributeName(state: State, left: LeftPhrase, noun: string, from: number, threshold: boolean): Naming {
  const reached = REACHED.exec(left.lead)
  if (reached) return { names: [reached[0] + noun], rule: 'attribute', confidence: 0.8 }
  if (threshold)
    return { names: [noun.replace(/^(?:新?引进|新增|新上|新建|新开工)/u, '')], rule: 'threshold', confidence: 0.8 }
  const raised =
    noun === '资金' ? (/(?:筹措|筹集|投入|拨付|争取|安排|落实|下达|整合|拨出|补助)$/u.exec(left.lead)?.[0] ?? '') : ''
  if (raised !== '') return { names: [raised + noun], rule: 'verb', confidence: 0.8 }
  const { topic, done: acted } = state.owner === '' ? topicOf(state, from) : NO_TOPIC
  const owner = (STOCK.test(noun) ? state.counted : '') || state.owner || topic
  if (acted && OWN_WORD.test(noun) && !left.lead.endsWith('完成') && !/(?:项目|工程|产业|园区)$/u.test(topic))
    return { names: [noun], rule: 'attribute', confidence: 0.6 }
  if (/(?:产值|收入|营收|利润|税收)$/u.test(noun) && state.owner === '' && owner.includes('、'))
    return { names: [noun], rule: 'attribute', confidence: 0.6 }
  const done = /^投资/u.test(noun) ? (/(?:累计)?完成$/u.exec(left.lead)?.[0] ?? '') : ''
  return { names: [own(owner, done + noun)], rule: 'attribute', confidence: owner === '' ? 0.6 : 0.85 }
}

/** Time and place alone name nothing. */
const ONLY_TIME =
  /^(?:(?:全[市区县州省]|我[市区县州]|今年|去年|其中|目前|现|共有?|累计|\d{4}年|[一二三四五六七八九十两]+年来?|五年来)(?:完成)?)+$/u
/** 新增3家、达到13家; 新开工2万套、建成1万套: the second number is not of those added. */
const TOTAL = /累计|总数|总量|合计|(?<!增)达到?|增至|增加到|建成|开工|竣工|交付/u
/** What is given and got: its giver stands left of the number (获得工行3000亿元信贷支持). */
const GIVEN = /(?:资金|贷款|支持|补助|奖励|授信|债券|基金|补贴|奖补)/u
/** Whose part of the whole a number is, not what it measures: 其中老城区50万平方米. */
const money = (unit: string): boolean => traitsOf(unit).money
/** 经开区营业收入突破1500亿元，高新区突破1000亿元: the measure goes on. */
const MEASURED = /(?:主营业务收入|营业收入|销售收入|总收入|财政收入|预算收入|生产总值|总产值|产值|增加值|税收)$/u
const OF_WHOLE = /^[\u4e00-\u9fff]{1,9}(?:[区县市镇乡州旗]|企业|部门|集团|公司)$/u
/** What is done for people, where nothing else names them: 惠及130万人. */
const FOR_PEOPLE = /(?:惠及|受益|带动|吸纳|覆盖|搬迁|安置|转移|救助|资助|减贫|脱贫|输转|服务)/u
const BY_PEOPLE =
  /^(?:均|都|已|将|全部|成功|稳定|持续|顺利|实现|得到|获得|享受|走上|可|能)*(?![增减提降上下发至到由以为占])([\u4e00-\u9fff]{2,14})/u
const OF_MONEY = /(?:投入|投资|安排|拨付|筹集|筹措|落实|争取|补助|奖励|减免|节约|减负|发放)/u

/** Names a number by its verb, where neither side has a noun: 带动|1116人|就业; 安排|12亿元|用于基础设施建设. */
function toldByVerb(left: LeftPhrase, { people, money }: UnitTraits, times: boolean, after: string): string {
  const words = left.lead.slice(left.lead.lastIndexOf('，') + 1) + left.link
  if (money) {
    const use = /^(?:用于|支持|补助|奖励|资助)/u.exec(after)
    const purpose = use ? readRight(after.slice(use[0].length)) : ''
    if (purpose !== '') return purpose
    const verb = OF_MONEY.exec(words)?.[0] ?? ''
    const done =
      verb === '安排'
        ? (/^，(?:实施|用于|进行|完成|开展|建设|改造)([\u4e00-\u9fff、]{3,14})(?=[，。；])/u.exec(after)?.[1] ?? '')
        : ''
    return done || verb
  }
  if (!people && !times) return ''
  const verb = FOR_PEOPLE.exec(words)?.[0] ?? ''
  const clause = after.slice(suffixLength(after, 0)).split(/[，。；、：！（）\n]/u)[0] ?? ''
  const done = BY_PEOPLE.exec(clause)?.[1] ?? ''
  return verb + (verb === '' || done.length <= 4 ? done : '')
}

/** 年纳税200万元以上的企业，由上年的9户增加到12户: the class in front of the comma. */
function classBefore(state: State, i: number, from: number): string {
  const before = state.quantities[i - 1]
  if (!before || from - before.end > 24) return ''
  const words = state.text.slice(before.end + suffixLength(state.text, before.end), from)
  return /^的?([\u4e00-\u9fff]{2,14})，$/u.exec(words)?.[1] ?? ''
}

/** 完成投资930亿元以上，力争突破1000亿元: more of the same. */
const MORE = /^[、（并]*(?:力争|争取|确保|冲刺)(?:达到?|完成|实现|突破)$/u

function inheritedName(state: State, i: number, left: LeftPhrase, gap: string, from: number, rate: boolean): Naming {
  const risen = /^(?:由|从)/u.test(gap) ? topicBefore(state, from) : ''
  if (risen === '' && /^(?:由|从)/u.test(gap)) {
    const thing = classBefore(state, i, from)
    if (thing !== '') return { names: [thing], rule: 'inherit', confidence: 0.7 }
  }
  if (risen !== '') return { names: [risen], rule: 'inherit', confidence: 0.75 }
  const unit = state.quantities[i]?.unit ?? ''
  const told = rate ? '' : toldByVerb(left, traitsOf(unit), unit === '次', afterOf(state, i))
  if (told !== '') return { names: [told], rule: 'verb', confidence: 0.8 }
  const more = !rate && unit === state.quantities[i - 1]?.unit && MORE.test(gap)
  const inherited = (rate || more ? state.last : state.owner) || state.last || topicBefore(state, from)
  if (/净增/u.test(gap))
    return { names: [`${inherited.replace(/总[量数]$/u, '')}净增`], rule: 'inherit', confidence: 0.8 }
  if (inherited !== '') {
    const name = !rate && TOTAL.test(gap) ? stockOf(inherited) : inherited
    return { names: [name], rule: 'inherit', confidence: 0.8 }
  }
  return {
    names: [left.examples || left.lead.replace(/^.*(?:，|其中)/u, '').replace(ONLY_TIME, '')],
    rule: 'inherit',
    confidence: 0.4,
  }
}

const MEASURE_ALONE = /^(?:总?面积|总?投资|总?里程|总?长度)$/u

/** 年产|6000万只|铝制不粘锅: goods stand behind their number, where no word links it to a name. */
const isProduct = (left: LeftPhrase, noun: string, unit: string): boolean =>
  !traitsOf(unit).money && left.link === '' && !/[量积率额数]$/u.test(noun)

/** 游客25万人次，旅游收入9亿元，均增长10%: the names of the amounts that one rate is told of, null where it is one. */
function allBefore(state: State, i: number, link: string): string[] | null {
  if (!/(?<![年月日平人])均|都/u.test(link)) return null
  let from = i
  while (from > 0 && !isRate(state.quantities[from - 1]?.unit ?? '%')) from--
  const count = i - from
  if (count < 2 || count > MOST) return null
  if (state.listed.length === count) return [...state.listed]
  const names = state.subjects.slice(-count)
  return names.length === count && names.at(-1) === state.last ? names : null
}
/** 占比由31%提高到36%: the share came to that, not what it is a share of. */
const ARRIVED = /^(?:提高|提升|上升|增加|扩大|下降|降低|回落|[增升降])[到至]/u
/** One rate is told of no more amounts than this. */
const MOST = 4

/** 新增|X: what is added is named so. */
const ADDED = /(?:新增|净增|新建|新开工)$/u
const ADDED_ENDS = signs('增建工')
const addedIn = (lead: string): string => (endsWithSign(ADDED_ENDS, lead) ? (ADDED.exec(lead)?.[0] ?? '') : '')

const NEWLY = /((?:新增|净增|新建成?|新开工|新引进)(?:建设|续建|改造|改建|扩建|培育|认定)?)[^，]{0,2}$/u
/** The words by which the thing counted behind them is a new one, '' where none are. */
const addedBefore = (words: string): string =>
  words.includes('新') || words.includes('净') ? (NEWLY.exec(words)?.[1] ?? '') : ''

/**
 * The names that the i-th number of a sentence belongs to: several where a predicate is shared out.
 * @param gap the words between the number before and this one, which begin at `from`
 */
export function nameOf(state: State, i: number, gap: string, from: number): Naming {
  const quantity = state.quantities[i]
  if (!quantity) return { names: [''], rule: 'none', confidence: 0 }
  const { unit } = quantity
  const rate = isRate(unit)
  const left = readLeft(gap)
  if (rate) {
    const share = rateName(state, gap, from)
    if (share) return share
    if (
      state.shared !== '' &&
      ((traitsOf(unit).points && (left.noun === '' || COMPARED.test(gap))) || (left.noun === '' && ARRIVED.test(gap)))
    )
      return { names: [state.shared], rule: 'share', confidence: 0.8 }
    const all = left.noun === '' && /[均都]/u.test(left.link) ? allBefore(state, i, left.link) : null
    if (all) return { names: all, rule: 'each', confidence: 0.8 }
    if (state.last !== '' && (COMPARED.test(gap.replace(/^[、和，]/u, '')) || CORRECTED.test(left.noun)))
      return { names: [state.last], rule: 'inherit', confidence: 0.8 }
  }
  const after = afterOf(state, i)
  const suffix = suffixLength(after, 0)
  if (rate && left.noun !== '' && /^(?:以上)?[^，。]{0,8}用于[^，。]{0,6}民生/u.test(after)) {
    return { names: [`${left.noun}用于民生`], rule: 'share', confidence: 0.85 }
  }
  const threshold =
    !rate &&
    (after.startsWith('以上') || after.startsWith('以下') || left.link.endsWith('超') || left.link.endsWith('过')) &&
    /^的?(?!大关|台阶|关口|门槛)[\u4e00-\u9fff]/u.test(after.slice(suffix))
  const status = isStatus(state, left.noun)
  const noun = completed(state, rate ? left.noun : lastAttribute(left.noun), left.lead)
  if (status) return { names: [noun], rule: 'attribute', confidence: 0.85 }
  if (!traitsOf(unit).counts && !threshold) {
    const owned = ownedRight(state, i, noun, after)
    if (owned) return owned
  }
  const right =
    rate && !after.startsWith('的') && (left.noun !== '' || (suffix === 0 && left.link !== ''))
      ? ''
      : thingOf(readRight(after.slice(suffix), state.quantities[i + 1] !== undefined), unit)
  const near = right === '' && traitsOf(unit).counts ? thresholdRight(state, i, right) : ''
  if (near !== '') return { names: [near], rule: 'right', confidence: 0.8 }
  if (right !== '' && GIVEN.test(right) && /获得?|争取到?|得到|给予|提供|落实/u.test(gap))
    return { names: [right], rule: 'right', confidence: 0.85 }
  if (
    right !== '' &&
    state.rightward &&
    !rate &&
    /^[^，]{0,24}[、和及与]$/u.test(gap) &&
    state.quantities[i - 1]?.end === from
  )
    return { names: [right], rule: 'right', confidence: 0.85 }
  const measured = right !== '' && noun !== '' && MEASURE_ALONE.test(right) && thresholdRight(state, i, right) === ''
  const counted = right !== '' && !measured
  if (counted && (traitsOf(unit).counts || left.noun === '' || (!rate && isProduct(left, noun, unit)))) {
    const whole = thresholdRight(state, i, right)
    if (whole !== '') return { names: [whole], rule: 'right', confidence: 0.85 }
    if (isAttribute(cutTail(right)[0]) && cutTail(right)[1] !== '')
      return inheritedName(state, i, left, gap, from, rate)
    return { names: [addedBefore(left.lead + left.noun + left.link) + right], rule: 'right', confidence: 0.9 }
  }
  if (noun === '' && left.examples !== '' && right === '')
    return { names: [left.examples], rule: 'examples', confidence: 0.75 }
  if (noun === '') return inheritedName(state, i, left, gap, from, rate)
  if (noun === '人均' && state.owner !== '') {
    const before = traitsOf(state.quantities[i - 1]?.unit ?? '')
    if (before.money || before.rate) return { names: [noun + state.owner], rule: 'attribute', confidence: 0.8 }
  }
  const bare =
    '实完取创达'.includes(noun.charAt(0)) && !isAttribute(noun)
      ? noun.replace(/^(?:实现|完成|取得|创造|达到?)/u, '')
      : noun
  if (isAttribute(bare)) return attributeName(state, left, bare, from, threshold)
  if (state.parts && state.wholeUnit === unit && !rate && !traitsOf(unit).counts && OF_WHOLE.test(noun))
    return { names: [state.whole], rule: 'inherit', confidence: 0.75 }
  if (money(unit) && traitsOf(state.quantities[i - 1]?.unit ?? '').money && OF_WHOLE.test(noun)) {
    const measure = MEASURED.exec(state.last)?.[0] ?? ''
    if (measure !== '') return { names: [noun + measure], rule: 'left', confidence: 0.75 }
  }
  if (threshold) return { names: [thresholdName(noun, after, suffix)], rule: 'threshold', confidence: 0.8 }
  const each = left.link !== '' && /(?<![年月日平人])均|都|双双|分别/u.test(left.link)
  const names = shareOut(addedIn(left.lead) + noun, each, rate)
  return { names, rule: each ? 'each' : 'left', confidence: 0.95 }
}
