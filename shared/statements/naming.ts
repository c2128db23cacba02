import { shareOut } from './chains'
import { cutTail, type LeftPhrase, readLeft, readRight } from './phrases'
import { afterOf, isRate, type State, suffixLength, topicBefore } from './sentence'
import { endsWithSign, signs } from './signs'
import { traitsOf } from './traits'

/** Names that say nothing without their owner: 总投资, 占比, 增加值. */
const ATTRIBUTE =
  /^(?!新增就业)(?:其中)?(?:年度|计划|当年|累计|全年|本年|项目|概算|估算|年|实际|协议|合同|月|全部|总体|预计|到位|净|新增|建筑|占地|总建筑|营业|主营业务|销售|上缴|实缴|年均|参保|改造|惠及|受益|覆盖|带动|其)*(?:完成)?(?:总投资额?|投资额?|总额|金额|产值|总产值|增加值|面积|总面积|总长|总长度|总里程|里程|总量|总数|数量|产量|总产量?|占比|比重|比例|收入|总收入|营收|利润|税收|利税|销售额|交易额|营业额|规模|总规模|泊位|化解率|完成率|合格率|办结率|满意率|办复率|开工率|覆盖率|入库率|治理程度|覆盖面|引资|资金|增速|增幅|群众|居民|就业|增收|创收|净增|(?:群众|居民|人口|村民))$/u

/** What a number's names are, by which rule, and how sure that is. */
export interface Naming {
  names: string[]
  rule: string
  confidence: number
}

/** Joins an owner with its attribute: 重大项目 + 总投资. */
function own(owner: string, attribute: string): string {
  if (owner === '' || attribute.includes(owner)) return attribute
  if (/(?:游客|旅游者|旅游人数|旅游人次)$/u.test(owner) && /收入$/u.test(attribute)) return `旅游${attribute}`
  const base = owner.replace(
    /(?:总投资|完成投资|投资|总量|增加值|(?:播种|种植|销售|建筑)?面积|总产值|产值|产量|收入|利润)$/u,
    '',
  )
  return owner.endsWith(attribute) ? owner : base + attribute
}

/** 高于全市3个百分点, 超年度目标34个百分点: a comparison of what was named before. */
const COMPARED =
  /^(?:累计|年均|预计)?比[^，]*翻$|^(?:是|为)[^，]*的?$|^(?:完成|占|为|达到?|超额完成)[^，]{0,8}(?:计划|目标|预算|任务)|^(?:增速|增幅|总量)?(?:均|分别)?(?:比|较|高于|高出|低于|快于|慢于|超|超过|好于|优于|领先|大幅)/u
/** 占 as a verb, not the one in 占有率, 占地, 占补平衡. */
const SHARE = /占(?![有地补用道领])[^，]*$/u
/** Attributes that say of what they are by their verb: 惠及群众. */
const REACHED = /(?:惠及|带动|覆盖|受益|吸纳)$/u

function rateName(state: State, gap: string, from: number): Naming | null {
  const share = gap.includes('占') ? SHARE.exec(gap) : null
  if (!share) return null
  const [target] = cutTail(share[0].replace(/[^\u4e00-\u9fff”“）（A-Za-z]+$/u, ''))
  const near = readLeft(gap.slice(0, share.index)).noun
  const before = state.last || topicBefore(state, from)
  const owner = near === '' ? before : ATTRIBUTE.test(near) ? own(state.owner || topicBefore(state, from), near) : near
  const names = shareOut(owner, false, near !== '').map((name, i, all) => withHead(name, i, all) + target)
  return { names, rule: 'share', confidence: near === '' ? 0.75 : 0.9 }
}

/** 产业项目个数和投资额: an attribute behind the first name is of the same thing. */
const withHead = (name: string, i: number, all: readonly string[]): string =>
  i > 0 && ATTRIBUTE.test(name) ? own((all[0] ?? '').replace(/(?:个数|数量|数)$/u, ''), name) : name

/** 总投资50亿元的安置房项目: the owner stands to the right of the number. */
function ownedRight(state: State, i: number, attribute: string, after: string): Naming | null {
  const quantity = state.quantities[i]
  const next = state.quantities[i + 1]
  if (!quantity || !after.startsWith('的')) return null
  const beyond = after === '的' && next ? state.text.slice(next.end, Math.min(state.end, next.end + 40)) : after
  const owner = readRight(beyond)
  if (owner === '') return null
  const before = state.text.slice(state.quantities[i - 1]?.end ?? quantity.start)
  const name =
    /^的/u.test(before) || attribute === ''
      ? owner
      : own(owner, attribute === '投资' && !/项目$/u.test(owner) ? '项目投资' : attribute)
  return { names: [name], rule: 'right-owner', confidence: 0.85 }
}

/** 10个|年交易额5000万元以上的专业市场: what is counted is named with its own threshold. */
function thresholdRight(state: State, i: number, right: string): string {
  const quantity = state.quantities[i]
  const next = state.quantities[i + 1]
  if (!quantity || !next) return ''
  const adjacent = next.start === quantity.end
  if (!adjacent && !ATTRIBUTE.test(right)) return ''
  const from = next.end + suffixLength(state.text, next.end)
  const rest = state.text.slice(from, Math.min(state.end, from + 30))
  const thing = readRight(rest, state.quantities[i + 2] !== undefined)
  if (thing === '') return ''
  if (adjacent && traitsOf(next.unit).counts) return thing
  const start = quantity.end + suffixLength(state.text, quantity.end)
  return state.text.slice(start, from + rest.indexOf(thing) + thing.length)
}

/** The last of coordinated names where it is an attribute of the first: 38个治理项目、投资126亿元. */
function lastAttribute(noun: string): string {
  const cut = Math.max(noun.lastIndexOf('、'), noun.lastIndexOf('和'))
  const last = noun.slice(cut + 1)
  return cut > 0 && ATTRIBUTE.test(last) ? last : noun
}

const STATUS_ENDS = signs('项划工产展达设利或和、')
/** How far things have come, not what they are: 已立项或开工47项. */
const STATUS =
  /^(?:已|新|全部|顺利)?(?:(?:立项|谋划|开工|动工|竣工|投产|完工|进展|达产)(?:建设|投产|顺利)?[或和、]?)+$/u

/** 其中亿元以上107个: the thing itself was named before. */
function completed(state: State, noun: string): string {
  if (endsWithSign(STATUS_ENDS, noun) && STATUS.test(noun) && state.owner !== '' && !STATUS.test(state.owner))
    return state.owner + noun
  return noun.endsWith('以上') ? noun + (/(?:项目|企业|单位|小区|家庭|社区|人口)$/u.exec(state.owner)?.[0] ?? '') : noun
}

function attributeName(state: State, left: LeftPhrase, noun: string, from: number, threshold: boolean): Naming {
  const reached = REACHED.exec(left.lead)
  if (reached) return { names: [reached[0] + noun], rule: 'attribute', confidence: 0.8 }
  if (threshold) return { names: [noun], rule: 'threshold', confidence: 0.8 }
  const owner = state.owner || topicBefore(state, from)
  const done = /^投资/u.test(noun) ? (/(?:累计)?完成$/u.exec(left.lead)?.[0] ?? '') : ''
  return { names: [own(owner, done + noun)], rule: 'attribute', confidence: owner === '' ? 0.6 : 0.85 }
}

function inheritedName(state: State, left: LeftPhrase, gap: string, from: number, rate: boolean): Naming {
  const risen = /^(?:由|从)/u.test(gap) ? topicBefore(state, from) : ''
  if (risen !== '') return { names: [risen], rule: 'inherit', confidence: 0.75 }
  const inherited = (rate ? state.last : state.owner) || state.last || topicBefore(state, from)
  if (/净增/u.test(gap)) return { names: [`${inherited}净增`], rule: 'inherit', confidence: 0.8 }
  if (inherited !== '') return { names: [inherited], rule: 'inherit', confidence: 0.8 }
  return { names: [left.examples || left.lead.replace(/^.*(?:，|其中)/u, '')], rule: 'inherit', confidence: 0.4 }
}

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
    if (COMPARED.test(gap) && state.last !== '') return { names: [state.last], rule: 'inherit', confidence: 0.8 }
  }
  const after = afterOf(state, i)
  const suffix = suffixLength(after, 0)
  if (rate && left.noun !== '' && /^(?:以上)?[^，。]{0,8}用于[^，。]{0,6}民生/u.test(after)) {
    return { names: [`${left.noun}用于民生`], rule: 'share', confidence: 0.85 }
  }
  const threshold =
    !rate &&
    (/^以[上下]/u.test(after) || left.link.endsWith('超') || left.link.endsWith('超过')) &&
    /^的?[\u4e00-\u9fff]/u.test(after.slice(suffix))
  const noun = completed(state, lastAttribute(left.noun))
  if (!traitsOf(unit).counts && !threshold) {
    const owned = ownedRight(state, i, noun, after)
    if (owned) return owned
  }
  const right =
    rate && !after.startsWith('的') && (left.noun !== '' || suffix === 0)
      ? ''
      : readRight(after.slice(suffix), state.quantities[i + 1] !== undefined)
  const near = right === '' && traitsOf(unit).counts ? thresholdRight(state, i, right) : ''
  if (near !== '') return { names: [near], rule: 'right', confidence: 0.8 }
  const product = !traitsOf(unit).money && left.link === '' && !/[量积率额数]$/u.test(noun)
  if (right !== '' && (traitsOf(unit).counts || left.noun === '' || (product && !rate))) {
    const whole = thresholdRight(state, i, right)
    if (whole !== '') return { names: [whole], rule: 'right', confidence: 0.85 }
    const added = /(新增|净增|新建|新开工|新引进)[^，]{0,2}$/u.exec(left.lead + left.noun + left.link)
    return { names: [added ? (added[1] ?? '') + right : right], rule: 'right', confidence: 0.9 }
  }
  if (noun === '' && left.examples !== '' && right === '')
    return { names: [left.examples], rule: 'examples', confidence: 0.75 }
  if (noun === '') return inheritedName(state, left, gap, from, rate)
  if (ATTRIBUTE.test(noun)) return attributeName(state, left, noun, from, threshold)
  const added = /(新增|净增|新建|新开工)$/u.exec(left.lead)
  const each = /(?<![年月日平人])均|都|双双|分别/u.test(left.link)
  const names = shareOut((added?.[1] ?? '') + noun, each, rate)
  return { names, rule: threshold ? 'threshold' : each ? 'each' : 'left', confidence: 0.95 }
}
