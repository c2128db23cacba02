import type { StatementKind } from '#shared/model/statement'
import { distribute, shareOut } from './chains'
import { comparatorOf, kindOf, signOf } from './fields'
import { matchMeasured } from './indicators'
import { COUNTS, SUFFIX } from './lexicon'
import { cutLead, readLeft, readRight, trimNoun } from './phrases'
import type { Quantity } from './scan'
import { unitOf } from './units'

/** One statement as the clause says it, still without role and year. */
export interface Draft {
  quantity: Quantity
  indicator: string
  canonical: string
  kind: StatementKind
  sign: 1 | -1
  comparator: ReturnType<typeof comparatorOf>
  partOf: string
  /** Words between the number before and this one. */
  gap: string
  rule: string
  confidence: number
}

/** Names that say nothing without their owner: 总投资, 占比, 增加值. */
const ATTRIBUTE =
  /^(?:其中)?(?:年度|计划|当年|累计|全年|本年|项目|概算|估算|年|实际|协议|合同|月|全部|总体|预计|到位|净|新增|建筑|占地|总建筑|营业|主营业务|销售|上缴|实缴|年均|参保|改造|惠及|受益|覆盖|带动|其)*(?:完成)?(?:总投资额?|投资额?|总额|金额|产值|总产值|增加值|面积|总面积|总长|总长度|总里程|里程|总量|总数|数量|产量|总产量?|占比|比重|比例|收入|总收入|营收|利润|税收|利税|销售额|交易额|营业额|规模|总规模|泊位|化解率|完成率|合格率|办结率|满意率|办复率|开工率|覆盖率|入库率|治理程度|覆盖面|引资|资金|增速|增幅|群众|居民|就业|增收|创收|净增|(?:群众|居民|人口|村民))$/u

const BOUNDARY = /[，；：。！？\n…]/u

interface State {
  text: string
  start: number
  end: number
  quantities: readonly Quantity[]
  /** Things measured so far in this sentence, in order. */
  subjects: string[]
  owner: string
  whole: string
  verb: string
}

const suffixLength = (text: string, at: number): number => SUFFIX.exec(text.slice(at, at + 8))?.[0].length ?? 0

/** Where the words that belong to the i-th number begin. */
function gapStart(state: State, i: number): number {
  const { text, quantities } = state
  const quantity = quantities[i]
  const before = quantities[i - 1]
  if (!quantity) return state.start
  const from = before ? before.end + suffixLength(text, before.end) : state.start
  let depth = 0
  for (let at = quantity.start - 1; at >= from; at--) {
    const c = text[at] ?? ''
    if (c === '）') depth++
    else if (c === '（') {
      if (depth === 0) return at + 1
      depth--
    } else if (depth === 0 && BOUNDARY.test(c)) return at + 1
  }
  return from
}

function afterOf(state: State, i: number): string {
  const quantity = state.quantities[i]
  const next = state.quantities[i + 1]
  if (!quantity) return ''
  return state.text.slice(quantity.end, Math.min(next?.start ?? state.end, quantity.end + 48))
}

const isRate = (unit: string): boolean => /^(?:%|‰|倍|成|番|个?百分点)$/u.test(unit)

/** How many numbers, from the i-th on, stand in one list: 12.3%、15.3%和8%以上. */
function listLength(state: State, i: number): number {
  let count = 1
  for (let k = i; k + 1 < state.quantities.length; k++) {
    const one = state.quantities[k]
    const next = state.quantities[k + 1]
    if (!one || !next) break
    const between = state.text.slice(one.end, next.start).replace(/^(?:以上|以内|以下|左右)/u, '')
    if (!/^(?:、|和|，|与|及|以及|和年人均|和月人均|、年人均)$/u.test(between)) break
    if (isRate(one.unit) !== isRate(next.unit)) break
    count++
  }
  return count
}

/** The thing talked of in the clause before, where the number's own clause names nothing: 粮食喜获丰收，总产量61.9亿斤. */
function topicBefore(state: State, from: number): string {
  const head = state.text.slice(state.start, Math.max(state.start, from - 1))
  const clause = head.split(BOUNDARY).at(-1) ?? ''
  const [noun] = cutLead(clause)
  const stop =
    /(?:全面|稳步|加快|有序|深入|顺利|持续|喜获|不断|扎实|逐步|有力|明显|快速|成效|建设|改革|推进|提速|实现|获|被|成为|达)/u.exec(
      noun,
    )
  const cut = stop && stop.index > 1 ? noun.slice(0, stop.index) : noun
  return cut.length >= 2 && cut.length <= 16 ? trimNoun(cut) : ''
}

function remember(state: State, name: string): void {
  if (name === '') return
  if (state.subjects.at(-1) !== name) state.subjects.push(name)
}

interface Naming {
  names: string[]
  rule: string
  confidence: number
}

/** Joins an owner with its attribute: 重大项目 + 总投资. */
function own(owner: string, attribute: string): string {
  if (owner === '' || attribute.includes(owner)) return attribute
  const base = owner.replace(/(?:总投资|完成投资|投资|总量|增加值)$/u, '')
  return owner.endsWith(attribute) ? owner : base + attribute
}

function nameOf(state: State, i: number, gap: string, from: number): Naming {
  const quantity = state.quantities[i]
  if (!quantity) return { names: [''], rule: 'none', confidence: 0 }
  const { unit } = quantity
  const left = readLeft(gap)
  const after = afterOf(state, i)
  const rate = isRate(unit)
  const right = rate && !/^的/u.test(after) ? '' : readRight(after.slice(suffixLength(after, 0)))
  const share = /占[^，]*$/u.exec(gap)
  if (rate && share) {
    const [whole = ''] = share
    const target = whole.replace(/(?:达到?|为|超过|的|提高到|提升至|至|约|近|[^\u4e00-\u9fff”“）（A-Za-z])+$/u, '')
    const head = gap.slice(0, share.index)
    const near = readLeft(head).noun
    const owner =
      near === ''
        ? state.owner || state.subjects.at(-1) || topicBefore(state, from)
        : ATTRIBUTE.test(near)
          ? own(state.owner, near)
          : near
    const shared = shareOut(owner, false, near !== '')
    return { names: shared.map((name) => name + target), rule: 'share', confidence: near === '' ? 0.75 : 0.9 }
  }
  if (right !== '' && (COUNTS.test(unit) || left.noun === '' || /^的/u.test(after))) {
    const measured = !COUNTS.test(unit) && /^的/u.test(after)
    if (measured) {
      const attribute = left.noun === '' ? '' : left.noun
      return { names: [attribute === '' ? right : own(right, attribute)], rule: 'right-owner', confidence: 0.85 }
    }
    const added = /(新增|净增|新建|新开工|新引进)[^，]{0,2}$/u.exec(left.lead + left.noun + left.link)
    if (added) state.verb = added[1] ?? ''
    return { names: [added ? (added[1] ?? '') + right : right], rule: 'right', confidence: 0.9 }
  }
  if (left.noun === '') {
    const inherited = state.owner || state.subjects.at(-1) || topicBefore(state, from)
    if (/净增/u.test(gap)) return { names: [`${inherited}净增`], rule: 'inherit', confidence: 0.8 }
    const verb = left.lead.replace(/^.*(?:，|其中)/u, '')
    return { names: [inherited === '' ? verb : inherited], rule: 'inherit', confidence: inherited === '' ? 0.4 : 0.8 }
  }
  if (ATTRIBUTE.test(left.noun)) {
    const owner = state.owner || topicBefore(state, from)
    const done = /完成$/u.test(left.lead) && /^投资/u.test(left.noun) ? `完成${left.noun}` : left.noun
    return { names: [own(owner, done)], rule: 'attribute', confidence: owner === '' ? 0.6 : 0.85 }
  }
  const added = /(新增|净增|新建|新开工)$/u.exec(left.lead)
  const noun = (added?.[1] ?? '') + left.noun
  const each = /均|都|双双/u.test(left.link)
  return { names: shareOut(noun, each, rate), rule: each ? 'each' : 'left', confidence: 0.95 }
}

/** Takes the report's own place words and years off the front: 全市地区生产总值 → 地区生产总值. */
const polish = (name: string): string => cutLead(name)[0]

/**
 * Reads the numbers of one sentence.
 * @param text the view's text; `start`..`end` is the sentence
 */
export function readSentence(text: string, start: number, end: number, quantities: readonly Quantity[]): Draft[] {
  const state: State = { text, start, end, quantities, subjects: [], owner: '', whole: '', verb: '' }
  const drafts: Draft[] = []
  let list: { names: readonly string[]; gap: string; until: number; first: number; suffix: string } | null = null
  for (let i = 0; i < quantities.length; i++) {
    const quantity = quantities[i]
    if (!quantity) continue
    const from = gapStart(state, i)
    let gap = text.slice(from, quantity.start)
    let naming: Naming | null = null
    let after = afterOf(state, i)
    if (list && i < list.until) {
      naming = { names: [list.names[i - list.first] ?? ''], rule: 'respectively', confidence: 0.9 }
      gap = list.gap + gap
      if (!SUFFIX.test(after)) after = list.suffix
    } else if (/分别|依次/u.test(gap)) {
      const count = listLength(state, i)
      const names = distribute(readLeft(gap).noun, state.subjects, count)
      const last = quantities[i + count - 1]
      const suffix = last ? text.slice(last.end, last.end + 4) : ''
      if (names) {
        list = { names, gap, until: i + count, first: i, suffix }
        naming = { names: [names[0] ?? ''], rule: 'respectively', confidence: 0.9 }
        if (!SUFFIX.test(after)) after = suffix
      }
    }
    naming ??= nameOf(state, i, gap, from)
    const family = unitOf(quantity.unit).family
    for (const raw of naming.names) {
      const name = polish(raw)
      const measured = name.includes('占') && isRate(quantity.unit) ? name.slice(0, name.lastIndexOf('占')) : name
      const spent = measured === name ? '' : matchMeasured(name, family)
      const canonical = spent === 'livelihood_spending_share' ? spent : matchMeasured(measured, family)
      const kind = kindOf(quantity, gap, canonical)
      const comparator = comparatorOf(quantity, gap, after)
      const partOf = /其中/u.test(gap) ? state.whole : ''
      drafts.push({
        quantity,
        indicator: name,
        canonical,
        kind,
        sign: signOf(kind, gap),
        comparator,
        partOf,
        gap,
        rule: naming.rule,
        confidence: naming.confidence * (canonical === '' ? 0.9 : 1) * (quantity.chinese ? 0.8 : 1),
      })
      if (naming.rule !== 'share' && naming.rule !== 'respectively') remember(state, name)
      if (naming.rule === 'respectively' && !state.subjects.includes(name)) remember(state, name)
      if (naming.rule !== 'attribute' && naming.rule !== 'share' && naming.rule !== 'inherit') {
        state.owner = name
        if (!/其中/u.test(gap)) state.whole = name
      }
    }
  }
  return drafts
}
