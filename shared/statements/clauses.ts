import type { StatementKind } from '#shared/model/statement'
import { distribute, expandPair, splitNames } from './chains'
import type { Dictionary } from './dictionary'
import { comparatorOf, kindOf, signOf } from './fields'
import { SUFFIX } from './lexicon'
import { type Naming, nameOf } from './naming'
import { cutLead, readLeft } from './phrases'
import type { Quantity } from './scan'
import type { ScopeReader } from './scope'
import { afterOf, gapStart, isRate, listLength, type State, topicBefore } from './sentence'
import { firstSigns, holdsSign, signs } from './signs'
import { traitsOf } from './traits'

/** One statement as the clause says it, still without role and year. */
export interface Draft {
  quantity: Quantity
  indicator: string
  canonical: string
  kind: StatementKind
  sign: 1 | -1
  comparator: ReturnType<typeof comparatorOf>
  partOf: string
  /** 'own', or the place or body named as the owner. */
  scope: string
  /** Words between the number before and this one. */
  gap: string
  rule: string
  confidence: number
}

/** Takes the report's own place words and years off the front: 全市地区生产总值 → 地区生产总值. */
function polish(name: string, rule: string): string {
  const bare = rule.startsWith('right') ? withoutPlace(name) : cutLead(name)[0]
  if (rule === 'verb' || bare === '') return name.replace(/^的/u, '')
  if (bare.includes('人大') || bare.includes('政协')) return bare.replace(LEVELS, '')
  if (!holdsSign(REWORDED_HEADS, bare)) return bare
  return REWORDED.reduce((text, [word, form, into]) => (text.includes(word) ? text.replace(form, into) : text), bare)
}
const OWN_PLACE = /^(?:全市|全区|全县|我市|我区|我县)/u
const withoutPlace = (name: string): string =>
  name.startsWith('全') || name.startsWith('我') ? name.replace(OWN_PLACE, '') : name
const LEVELS = /^(?:(?:全国|国家|自治区|[省市区县州])[级、和]*)+(?=人大|政协)/u
/** Examples in front of what they are examples of: 色拉路、宇拓路等|市政道路. */
const EXAMPLES =
  /^[^“”（）]*、[^“”（）]*(?<![平高中初同对均优])等(?:一批)?(?=[\u4e00-\u9fff]{4})(?![级次待额价于]|行业|领域|区域|项目|方面|工程|企业|地区|产业)/u
/** Words of time and measure inside a name: 水产品2006年出口总量, 城建累计投资. */
const WITHIN =
  /([\u4e00-\u9fff]{2})(?:\d{4}年(?!鉴|以[前后来]|[底末间])|(?<!年度|当年|年)计划(?=(?:实际|总)?投资)|累计(?=投入)|预计|月均|全年)(?=[\u4e00-\u9fff]{2})/gu
const DOING =
  /(?:预计)?(?:实现|完成)(?=(?:工业)?(?:增加值|年?(?:综合|总)?产值|总收入|收入|营业收入|营收|主营业务收入|销售|利润|(?:地方)?税收|利税|旅游|接待|(?:货物|旅客|集装箱)吞吐量|地区生产总值|生产总值|GDP))/u

/** What is taken out of names: the word that must be there for the form to be tried, the form, and what stays. */
const REWORDED: readonly (readonly [word: string, form: RegExp, into: string])[] = [
  ['完成', DOING, ''],
  ['实现', DOING, ''],
  ['年', WITHIN, '$1'],
  ['计', WITHIN, '$1'],
  ['月均', WITHIN, '$1'],
  ['净增', /总[量数](?=净增$)/u, ''],
  ['各类', /^((?:[\u4e00-\u9fff]{1,4}|.{0,40}[占率额].{0,40}))?(?<!各级)各类(?=[\u4e00-\u9fff]{2})/u, '$1'],
  ['各类', /^[\u4e00-\u9fff、]{5,}(?<!各级)各类(?=[\u4e00-\u9fff]{2})/u, ''],
  ['等', EXAMPLES, ''],
  ['的', /^([\u4e00-\u9fff]{2,4})的(?=[\u4e00-\u9fff]{1,4}率$)/u, '$1'],
  ['了', /(?<=[成好出上到行送])了/gu, ''],
]
const REWORDED_HEADS = signs(firstSigns(REWORDED.map(([word]) => word)))

/** What a report's sentences are read with. */
export interface Readers {
  scopes: ScopeReader
  dictionary: Dictionary
}

/**
 * Reads the numbers of one sentence.
 * @param text the view's text; `start`..`end` is the sentence
 */
export function readSentence(
  text: string,
  start: number,
  end: number,
  quantities: readonly Quantity[],
  { scopes, dictionary }: Readers,
): Draft[] {
  const state: State = {
    text,
    start,
    end,
    quantities,
    dictionary,
    subjects: [],
    owner: '',
    counted: '',
    last: '',
    listed: [],
    rightward: false,
    shared: '',
    whole: '',
    wholeId: '',
    wholeUnit: '',
    parts: false,
  }
  const drafts: Draft[] = []
  const among = text.slice(start, end).indexOf('其中')
  let list: List | null = null
  for (const [i, quantity] of quantities.entries()) {
    const from = gapStart(state, i)
    const own = text.slice(from, quantity.start)
    if (among >= 0 && start + among < quantity.start) state.parts = true
    if (!list || i >= list.until) list = openList(state, i, own, from)
    const member: List | null = list
    const gap = member && i > member.first ? member.gap + own : own
    const behind = afterOf(state, i)
    const after = member && !SUFFIX.test(behind) ? member.suffix : behind
    const naming = member
      ? { names: [member.names[i - member.first] ?? ''], rule: 'respectively', confidence: 0.9 }
      : nameOf(state, i, gap, from)
    const before = quantities[i - 1]
    const counted = before?.end === from && traitsOf(before.unit).counts
    for (const raw of naming.names) {
      const draft = draftOf(state, quantity, raw, gap, after, naming)
      if (pressed(draft, drafts.at(-1))) draft.kind = 'growth'
      const name = naming.rule.startsWith('right') ? '' : draft.indicator
      draft.scope =
        scopes.read(gap, name, clauseBefore(text, from, start), counted) ||
        carriedScope(state, drafts.at(-1), naming, from)
      drafts.push(draft)
    }
  }
  return drafts
}

/** The clause before the one that begins at `from`, '' where that opens the sentence or follows a number. */
function clauseBefore(text: string, from: number, start: number): string {
  if (text.charCodeAt(from - 1) !== COMMA) return ''
  const near = text.slice(Math.max(start, from - NEAR), from - 1)
  return near.slice(Math.max(near.lastIndexOf('，'), near.lastIndexOf('；')) + 1)
}
const NEAR = 40
const COMMA = 0xff0c

/** Rules by which a number is told of what the one before it is of. */
export const LEANING: ReadonlySet<string> = new Set(['inherit', 'attribute', 'share'])

/** A number that leans on the one before, or stands behind it after 、, is of the same owner. */
function carriedScope(state: State, before: Draft | undefined, naming: Naming, from: number): string {
  if (!before || before.scope === 'own') return 'own'
  if (LEANING.has(naming.rule)) return before.scope
  const joined = /^(?:以上|以下|以内|左右)?[、和]/u.test(state.text.slice(before.quantity.end, before.quantity.end + 4))
  return joined && from - before.quantity.end <= 2 ? before.scope : 'own'
}

/** 增长8%，力争10%: the same growth, only more of it. */
const pressed = (draft: Draft, before: Draft | undefined): boolean =>
  draft.kind === 'ratio' &&
  draft.rule === 'inherit' &&
  before?.kind === 'growth' &&
  before.quantity.unit === draft.quantity.unit &&
  PRESSED.test(draft.gap)
const PRESSED = /^[、（并]*(?:力争|争取|确保|冲刺|奋斗目标)(?:达到?|完成|实现|突破|为)?$/u

/** A list of numbers that belong to names in order (分别). */
interface List {
  names: readonly string[]
  gap: string
  first: number
  until: number
  /** 以上 at the end of the list holds for every member. */
  suffix: string
}

function openList(state: State, i: number, gap: string, from: number): List | null {
  const count = listLength(state, i)
  if (count < 2) return null
  const told = /分别|依次/u.test(gap)
  const left = readLeft(gap)
  if (told && left.noun === '' && state.last !== '' && AGAINST.test(gap)) {
    const same = Array.from({ length: count }, () => state.last)
    return { names: same, gap, first: i, until: i + count, suffix: '' }
  }
  const names = told
    ? namesOfList(state, left.noun, from, count)
    : untold(state, COMPARED.test(gap) ? '' : left.noun, i, count)
  if (!names) return null
  state.listed = names
  const last = state.quantities[i + count - 1]
  const suffix = last ? state.text.slice(last.end, last.end + 4) : ''
  return { names, gap, first: i, until: i + count, suffix: SUFFIX.exec(suffix)?.[0] ?? '' }
}

/** Names of a list without 分别: 二氧化硫、化学需氧量排放量降低1.6%和3%; 增长16.7%和141.7% behind a list of as many. */
function untold(state: State, noun: string, i: number, count: number): readonly string[] | null {
  if (noun === '') return state.listed.length === count ? state.listed : sidesBefore(state, i, count)
  const pair = expandPair(noun, count)
  const fits = isRate(state.quantities[i]?.unit ?? '') || /(?:储量|产量|面积|[出存]栏|里程|人数|收入)$/u.test(noun)
  if (pair || !fits || splitNames(noun).length !== count) return pair
  return distribute(noun, [], count)
}

/** 游客650万人次、旅游收入80亿元，增长15%和25%: as many amounts of different things as rates. */
function sidesBefore(state: State, i: number, count: number): readonly string[] | null {
  const { quantities, subjects } = state
  if (count !== 2 || i < count || subjects.length < count || !isRate(quantities[i]?.unit ?? '')) return null
  if (quantities.slice(i - count, i).some(({ unit }) => isRate(unit))) return null
  const names = subjects.slice(-count)
  return names.at(-1) === state.last && names.every((name) => state.dictionary.match(name, null) !== '') ? names : null
}

/** Names in a list, joined, are no longer. */
const LISTED = 40
/** 是“十三五”末的1.8倍和1.9倍, 比上年提高2个和3个百分点: what it is compared with names nothing. */
const COMPARED = /^(?:是|为|比|较|相当于)/u

/** 分别高于全国、全省1.2、0.8个百分点: one thing against several. */
const AGAINST = /(?:[高低快慢好]于|超过|领先)[^，、和]{1,8}[、和][^，]{1,8}$/u

/** An amount in words: it is no number, but what it measures is in the list that follows (总收入突破百亿元，分别增长). */
const WORDED = /(?:突破|超过?|过|达到?)[百千万]亿?元?(?:大关)?，$/u

function namesOfList(state: State, noun: string, from: number, count: number): string[] | null {
  if (noun !== '' && splitNames(noun).length < count && !expandPair(noun, count)) {
    const owners = splitNames(topicBefore(state, from))
    if (owners.length === count) return owners.map((owner) => owner + noun)
  }
  if (noun === '' && state.subjects.length < count) {
    const topic = topicBefore(state, from, LISTED)
    const owners = expandPair(topic, count) ?? splitNames(topic)
    if (owners.length === count) return owners
  }
  if (noun === '' && WORDED.test(state.text.slice(Math.max(state.start, from - 12), from))) {
    const topic = topicBefore(state, from)
    if (topic !== '' && state.subjects.length >= count - 1) return [...state.subjects.slice(1 - count), topic]
  }
  const names = distribute(noun, state.subjects, count)
  return names ?? (noun === '' ? null : Array.from({ length: count }, () => noun))
}

/** An item of a 其中 under key projects is one of them, whatever it is called. */
function idOf(state: State, name: string, unit: string, start: number): string {
  if (traitsOf(unit).points && /^(?:拉动|带动|推动)/u.test(name)) return ''
  const share = name.includes('占') && isRate(unit)
  const whole =
    state.dictionary.match(name, unit) ||
    (name.includes('累计') ? state.dictionary.match(name.replace('累计', ''), unit) : '')
  if (share && state.dictionary.isShare(whole)) return whole
  const done = share && /计划|目标|任务|预算/u.test(name.slice(name.lastIndexOf('占')))
  const id = share ? (done ? state.dictionary.match(name.slice(0, name.lastIndexOf('占')), unit) : '') : whole
  if (
    id === '' &&
    (name.endsWith('进资') || name.endsWith('到位资金')) &&
    state.text[start - 1] !== '外' &&
    /省外[^，；。]*$/u.test(state.text.slice(Math.max(state.start, start - 30), start))
  )
    return 'domestic_capital'
  if (id !== '' || !state.parts || state.wholeId !== 'key_projects') return id
  if (/..项目$/u.test(name) && traitsOf(unit).counts) return 'key_projects'
  return /项目.{0,4}投资$/u.test(name) ? 'key_project_investment' : ''
}

function draftOf(state: State, quantity: Quantity, raw: string, gap: string, after: string, naming: Naming): Draft {
  const indicator = polish(raw, naming.rule)
  const told = idOf(state, indicator, quantity.unit, quantity.start)
  const canonical =
    told === 'urban_new_jobs' && /带动[^，]{0,4}$/u.test(gap.slice(0, gap.lastIndexOf('就业')).slice(-10)) ? '' : told
  const kind = kindOf(quantity, gap, canonical)
  const draft: Draft = {
    quantity,
    indicator,
    canonical,
    kind,
    sign: signOf(kind, gap),
    comparator: comparatorOf(quantity, gap, after),
    partOf: state.parts ? state.whole : '',
    scope: 'own',
    gap,
    rule: naming.rule,
    confidence: naming.confidence * (canonical === '' ? 0.9 : 1) * (quantity.chinese ? 0.8 : 1),
  }
  if (traitsOf(quantity.unit).counts && naming.rule !== 'attribute') state.counted = indicator
  noteName(state, indicator, canonical, naming.rule, quantity.unit)
  return draft
}

/** How many names a sentence is remembered by. */
const SUBJECTS = 32

/** 连续跨越3个台阶: what comes next is of what climbed them. */
const STEPS = /(?:台阶|大关|关口)$/u
const STEPS_ENDS = '阶关口'

/** Keeps what later numbers of the sentence may lean on. */
function noteName(state: State, name: string, canonical: string, rule: string, unit: string): void {
  if (
    rule === 'threshold' ||
    (state.last !== '' && STEPS_ENDS.includes(name.charAt(name.length - 1)) && STEPS.test(name))
  )
    return
  state.rightward = rule.startsWith('right')
  state.shared = rule === 'share' ? name : ''
  if (rule === 'share') state.last ||= name.slice(0, Math.max(0, name.lastIndexOf('占')))
  else {
    state.last = name
    const at = rule === 'left' || rule === 'right' ? state.subjects.indexOf(name) : -1
    if (at >= 0) state.subjects.splice(at, 1)
    if (name !== '' && !state.subjects.includes(name)) {
      state.subjects.push(name)
      if (state.subjects.length > SUBJECTS) state.subjects.shift()
    }
  }
  if (rule === 'attribute' || rule === 'share' || rule === 'inherit') return
  state.owner = name
  if (state.parts) return
  state.whole = name
  state.wholeId = canonical
  state.wholeUnit = unit
}
