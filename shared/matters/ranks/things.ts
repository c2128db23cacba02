import type { ExtractedStatement } from '#shared/model/statement'
import { isAttribute, stockOf } from '../../statements/attributes'
import { distribute, shareOut } from '../../statements/chains'
import { cutLead, readRight, trimNoun } from '../../statements/phrases'
import { type Lead, unadorned } from './lead'
import { ASPECT, ASPECT_BESIDE, ASPECT_END } from './words.data'

/** What is ranked. */
export interface Thing {
  indicator: string
  /** 增速, '' where the thing itself is ranked. */
  aspect: string
  /** Which rule named it, and how sure that is. */
  rule: string
  confidence: number
}

/** What is known of the words around a rank. */
export interface Around {
  /** Statements of the sentence that stand before the rank and behind the rank before it, in order. */
  before: readonly ExtractedStatement[]
  /** The clause before, '' where the rank's own is the first. */
  clause: string
  /** A number stands in that clause, or straight before the rank. */
  within: boolean
  /** How many orders stand side by side. */
  orders: number
  /** What the rank before in the same sentence was of. */
  last: readonly Thing[]
}

const OWN = /^(?:就是|推动|促进|使|让|(?:我|全|本)[省市区州县](?:的)?|拥有|荣膺)+(?=..)/u
const SUMMED =
  /(?:等|[\d一二三四五六七八九十]+[项个大])(?:主要|重要|核心|多项|[\d一二三四五六七八九十]+[项个大])*(?:经济)?指标?$/u
const ASPECT_SPLIT = /[和与及、]|以及/u

/** The names of the things that a rank is told of, with what of them is ranked. */
export function thingsOf(lead: Lead, around: Around): Thing[] {
  const subject = lead.subject.slice(
    Math.max(0, lead.subject.lastIndexOf('其中') + 2 * Number(lead.subject.includes('其中'))),
  )
  const beside = ASPECT_BESIDE.exec(subject)
  const aspectAt = beside ?? ASPECT.exec(subject) ?? ASPECT_END.exec(subject)
  const aspects = aspectAt ? (aspectAt.groups?.aspect ?? '').split(ASPECT_SPLIT) : ['']
  const name = cleaned(beside?.groups?.name ?? (aspectAt ? subject.slice(0, aspectAt.index) : subject))
  if (around.before.length > 0 && isAttribute(name))
    return inherited(lead, around, name).map((one) => ({ ...one, indicator: stockOf(one.indicator), aspect: name }))
  const named =
    name === ''
      ? inherited(lead, around, aspects[0] ?? '')
      : ownNames(name, { ...lead, each: lead.each || (aspectAt !== null && !/[与及]/u.test(name)) }, around)
  return named.flatMap((thing) => aspects.map((aspect) => ({ ...thing, aspect })))
}

function cleaned(subject: string): string {
  const [rest] = cutLead(trimNoun(unadorned(subject).replace(/^(?:左右|以上|以下|以内)[、]?/u, '')))
  return trimNoun(rest.replace(OWN, '').replace(/(?:的|在|中|等)$/u, ''))
}

const JOINT = /和谐|和平|和美|总数|总和|之和|合计|总计/u
/** Names that share a rank; they are many where 、 stands between them, whether or not 均 is said. */
function sharedOut(name: string, each: boolean): string[] {
  if (!name.includes('、') && JOINT.test(name)) return [name.replace(OWN, '')]
  const names = shareOut(name, each || (name.includes('、') && !JOINT.test(name)), true)
  return names.map((one) => one.replace(OWN, ''))
}

const thing = (indicator: string, rule: string, confidence: number): Thing => ({
  indicator,
  aspect: '',
  rule,
  confidence,
})

function ownNames(name: string, { each }: Lead, { before, orders }: Around): Thing[] {
  if (orders > 1) {
    const names = distribute(
      name,
      before.map((statement) => statement.indicator),
      orders,
    )
    if (names) return names.map((one) => thing(one, 'rank-paired', 0.85))
  }
  const summed = SUMMED.exec(name)
  const bare = summed ? name.slice(0, summed.index) : name
  return sharedOut(bare, each || summed !== null).map((one) => thing(one, 'rank-named', 0.92))
}

const COUNTED = /^(?:数量|总数|个数)$/u
const COUNTER = /^[百千万]*(?:个|家|项|处|座|所|件|人|户|名|台|套|条|只|辆|篇|支|张|枚|宗|间|种|类)$/u

/** The last statements that count things, up to one that measures something else. */
function counted(before: readonly ExtractedStatement[]): readonly ExtractedStatement[] {
  const from = before.findLastIndex(({ kind, unit }) => kind !== 'level' || !COUNTER.test(unit))
  return from === before.length - 1 ? before : before.slice(from + 1)
}

/** 后评估, 考核: events that say nothing of what they are of. */
const PLAIN = 3

/** Names for a clause that names nothing: those of the numbers before, of the rank before, of the clause before. */
function inherited(lead: Lead, { before, clause, within, orders, last }: Around, aspect: string): Thing[] {
  const { each, event } = lead
  const ranking = cleaned(event.replace(/[“”]/gu, ''))
  if (ranking.length > PLAIN || (ranking !== '' && clause === '')) return [thing(ranking, 'rank-event', 0.75)]
  const told = distinct(COUNTED.test(aspect) ? counted(before) : before)
  const between = clause === '' || within ? '' : cleaned(readRight(clause))
  if (between.length > 1 && !COMPARED.test(clause) && ASPECT.exec(between) === null)
    return [thing(between, 'rank-clause', 0.7)]
  if (told.length > 0) {
    const many = orders > 1 ? orders : each ? told.length : 1
    return told.slice(-many).map((one) => thing(one, many > 1 ? 'rank-each' : 'rank-inherited', many > 1 ? 0.8 : 0.9))
  }
  if (last.length > 0 && clause === '') return last.map((one) => ({ ...one, rule: 'rank-same' }))
  const noun = clause === '' ? '' : cleaned(readRight(clause))
  if (noun !== '') return [thing(noun, 'rank-clause', 0.65)]
  if (last.length > 0) return last.map((one) => ({ ...one, rule: 'rank-same', confidence: 0.6 }))
  return [thing((ASPECT.test(lead.subject) ? '' : lead.subject) || ranking, 'rank-bare', 0.5)]
}

/** Clauses that go on about what was named before them. */
const COMPARED =
  /^(?:[，、]|并|且|同比|比|较|高于|低于|快于|好于|优于|领先|增[速幅]|其中|均|分别|连续|继续|首次|再次|成功|创|达到?|实现|完成|突破|超|净?增|下降|提[高升]|排名|位居|居)/u

function distinct(statements: readonly ExtractedStatement[]): string[] {
  const names: string[] = []
  for (const { indicator } of statements) {
    const at = names.indexOf(indicator)
    if (at >= 0) names.splice(at, 1)
    if (indicator !== '') names.push(indicator)
  }
  return names
}
