import { matterKey, type Rank } from '#shared/model/matter'
import { type ExtractedStatement, statementKey } from '#shared/model/statement'
import { inView } from '../../statements/view'
import type { Given, Sentence } from '../given'
import { type Lead, leadOf, ownerAt, sizeOf } from './lead'
import { groupFrom, type Order, ordersIn } from './orders'
import { type Thing, thingsOf } from './things'
import { ASPECT_END, COUNTS_OWNERS, STEPS } from './words.data'

/** A clause is not looked at further back than this. */
const FAR = 90
/** Numbers that a rank may be of stand no further back. */
const REACH = 300
const CLAUSE_ENDS = '，；：。！\n'
/** 由第16位|升至|第15位. */
const MOVED = /^[^，。；！？\n]{0,8}(?:升|移|进|跃|提|退|降|攀)[^，。；！？\n]{0,12}$/u
const FROM =
  /[由从](?:20\d\d年|“?十[一二三四五]五”?[初末]|上年|去年|原来|年初|当年|此前)*的?(?<owner>[^，。；]{0,12})$/u

/** A rank that was read, for what the next one of its sentence leans on. */
interface Before {
  sentence: number
  end: number
  lead: Lead
  things: readonly Thing[]
}

/** Reads the ranks of a report, in the order of the text. */
export function readRanks(given: Given): Rank[] {
  const { text } = given
  const orders = ordersIn(given)
  const out: Rank[] = []
  const keys = new Set<string>()
  let before: Before | null = null
  let sentence: Sentence | null = null
  for (let i = 0; i < orders.length; i++) {
    const order = orders[i]
    if (!order || (before && order.start < before.end)) continue
    if (!sentence || order.start >= sentence.end) sentence = given.sentenceAt(order.start)
    if (!sentence) continue
    const moved = movedTo(text, orders, i)
    const { end } = sentence
    const group = groupFrom(text, orders, moved ? i + 1 : i).filter((one) => one.end <= end)
    if (group.length === 0) continue
    const found = rankAt(given, sentence, order, group, moved, before)
    if (!found) continue
    before = found.before
    if (moved) i++
    for (const rank of found.ranks) {
      const key = matterKey(rank)
      if (!keys.has(key)) out.push(rank)
      keys.add(key)
    }
  }
  return out
}

/** Whether an order is where a thing came from, and the next one is where it came to. */
function movedTo(text: string, orders: readonly Order[], i: number): boolean {
  const [order, next] = [orders[i], orders[i + 1]]
  if (!order || !next || !MOVED.test(text.slice(order.end, next.start))) return false
  return FROM.test(text.slice(Math.max(0, order.start - 24), order.start))
}

const lastOf = (text: string, signs: string, from: number, limit: number): number => {
  for (let i = from - 1; i >= limit; i--) if (signs.includes(text.charAt(i))) return i + 1
  return limit
}

function rankAt(
  given: Given,
  sentence: Sentence,
  order: Order,
  group: readonly Order[],
  moved: boolean,
  before: Before | null,
): { ranks: Rank[]; before: Before } | null {
  const { text } = given
  const near = before && before.sentence === sentence.start ? before : null
  const limit = Math.max(sentence.start, order.start - FAR, near?.end ?? 0)
  const told = statementsIn(given, sentence, Math.max(near?.end ?? 0, order.start - REACH), order.start).filter(
    ({ end }) => !COUNTS_OWNERS.test(text.slice(end, order.start)),
  )
  const clauseStart = Math.max(lastOf(text, CLAUSE_ENDS, order.start, limit), ...told.map(({ end }) => end))
  const words = text.slice(clauseStart, order.start)
  const next = near ? nextTo(text.slice(near.end, order.start), near, order) : null
  const own =
    next ?? leadOf(moved ? words.replace(FROM, '排名$<owner>') : words, moved ? { ...order, sure: true } : order)
  if (!own || (order.great && own.among === '')) return null
  const said = clauseStart > limit ? text.slice(lastOf(text, CLAUSE_ENDS, clauseStart - 1, limit), clauseStart - 1) : ''
  const clause = STEPS.test(said) ? '' : said
  const lead =
    own.subject === '' && !next && ASPECT_END.test(clause)
      ? { ...own, subject: clause }
      : own.among === '' && own.event === ''
        ? withEvent(own, clause)
        : own
  const things = next
    ? (near?.things ?? [])
    : thingsOf(lead, {
        before: told.map(({ statement }) => statement),
        clause: lead === own ? clause : '',
        within: told.some(({ end }) => end > clauseStart - 1 - clause.length),
        orders: group.length,
        last: near?.things ?? [],
      })
  const last = group.at(-1) ?? order
  const ranks = things.flatMap((thing, k) => {
    const own = group.length > 1 ? group[Math.min(k, group.length - 1)] : group[0]
    const start = clauseStart + (next ? 0 : spanStart(words, lead, thing))
    return own ? [written(given, sentence, { lead, thing, own, from: start, to: last.end, told, order, moved })] : []
  })
  return { ranks, before: { sentence: sentence.start, end: last.end, lead, things } }
}

/** 在全省消防大比武中，我市再获|第一名: whom and what the clause before tells. */
function withEvent(lead: Lead, clause: string): Lead {
  const split = clause === '' ? null : ownerAt(clause)
  return split && split.event !== ''
    ? { ...lead, subject: '', among: split.among, event: split.event, told: true }
    : lead
}

/** Where the words that tell the rank begin in its clause: with its aspect, where that stands there. */
function spanStart(words: string, { subject }: Lead, { aspect }: Thing): number {
  const at = aspect === '' ? -1 : words.slice(0, subject.length).lastIndexOf(aspect)
  return at >= 0 ? at : Math.min(subject.length, words.length)
}

const ALSO =
  /^(?:（[^）]{0,14}）)?[、，](?:并|且|也|同时)?(?:稳居|位居|位列|居|列|排名|排)?(?<owner>[^，、。；：]{2,14}?)(?:排名|的)?$/u

/** 居全省第一、全国|第三: the same thing in another order. */
function nextTo(between: string, { lead }: Before, order: Order): Lead | null {
  const owner = ALSO.exec(between)?.groups?.owner
  if (owner === undefined) return null
  const read = leadOf(owner, { ...order, closed: false })
  return read && read.subject === '' && read.event === '' && read.among !== ''
    ? { ...lead, among: read.among, streak: null }
    : null
}

/** A statement of the sentence, and where its quantity ends in the view. */
interface Told {
  statement: ExtractedStatement
  end: number
}

/** The statements whose quantities stand between two offsets of a sentence. */
function statementsIn({ statements, view }: Given, sentence: Sentence, from: number, to: number): Told[] {
  const { start, end } = { start: view.at[Math.max(from, sentence.start)] ?? 0, end: view.at[to] ?? 0 }
  let low = 0
  let high = statements.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((statements[middle]?.start ?? 0) < start) low = middle + 1
    else high = middle
  }
  const found: Told[] = []
  for (let i = low; i < statements.length; i++) {
    const statement = statements[i]
    if (!statement || statement.start >= end) break
    if (RANKED.test(statement.indicator) || SUMS.test(statement.indicator)) continue
    found.push({ statement, end: inView(view, statement.start + statement.quantity.length) })
  }
  return found
}

/** Names that are the rank itself (两次|进入全省前), or count what is ranked (8项|指标). */
const RANKED = /(?:前|第)$|位居|位列|排名(?:全|第)|全[国省市区州县]第|再进$|前移$/u
const SUMS = /^(?:主要)?(?:经济)?指标/u

/** 力争|进入全省前三: it governs what stands behind it. */
const WORDING = /^(?:[增总均都将要][速量幅]?)*(?:力争|确保|争取|预计|有望|努力|奋力|计划|拟)+/u

/** What a rank is written from. */
interface Parts {
  lead: Lead
  thing: Thing
  own: Order
  from: number
  to: number
  told: readonly Told[]
  /** The first order, from which a thing moved where `moved` is set. */
  order: Order
  moved: boolean
}

function written(given: Given, sentence: Sentence, parts: Parts): Rank {
  const { lead, thing, own, from, to, told, order, moved } = parts
  const { indicator, aspect, rule, confidence } = thing
  const growth = /[速幅率]$/u.test(aspect)
  const common = given.commonAt(
    sentence,
    from,
    to,
    from + (WORDING.exec(given.text.slice(from, own.start))?.[0].length ?? 0),
    { kind: growth ? 'growth' : 'level', indicator },
  )
  const beside = told.findLast(({ statement }) => statement.indicator === indicator)?.statement
  const canonical = beside?.canonical ?? given.dictionary.match(indicator, null)
  // Its place is named field by field: spreading it made this the slowest line of the reader.
  return {
    type: 'rank',
    start: common.start,
    end: common.end,
    role: (beside ?? common).role,
    year: (beside ?? common).year,
    scope: common.scope,
    article: common.article,
    wording: common.wording,
    due: common.due,
    period: common.period,
    list: common.list,
    sentence: common.sentence,
    indicator,
    canonical,
    aspect,
    position: own.position,
    within: own.within,
    fromBottom: own.fromBottom || /由低到高|从低到高/u.test(given.text.slice(from, to)),
    previous: moved ? order.position : null,
    among: lead.among,
    size: sizeOf(lead.among),
    streak: lead.streak,
    statement: beside ? statementKey(beside) : '',
    rule: `${rule}+${common.by}`,
    confidence: lead.told && !order.great ? confidence : confidence * 0.8,
  }
}
