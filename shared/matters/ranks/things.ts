import type { ExtractedStatement } from '#shared/model/statement'
import { distribute, shareOut } from '../../statements/chains'
import { cutLead, readRight, trimNoun } from '../../statements/phrases'
import type { Lead } from './lead'
import { ASPECT_END } from './words.data'

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
  /** How many orders stand side by side. */
  orders: number
  /** What the rank before in the same sentence was of. */
  last: readonly Thing[]
}

const OWN = /^(?:我|全|本)[省市区州县](?:的)?(?=..)/u
const SUMMED = /等(?:主要|重要|核心|多项|[\d一二三四五六七八九十]+[项个大])*(?:经济)?指标?$/u
const ASPECT_SPLIT = /[和与及、]|以及/u

/** The names of the things that a rank is told of, with what of them is ranked. */
export function thingsOf(lead: Lead, around: Around): Thing[] {
  const subject = lead.subject.slice(
    Math.max(0, lead.subject.lastIndexOf('其中') + 2 * Number(lead.subject.includes('其中'))),
  )
  const aspectAt = ASPECT_END.exec(subject)
  const aspects = aspectAt ? (aspectAt.groups?.aspect ?? '').split(ASPECT_SPLIT) : ['']
  const name = cleaned(aspectAt ? subject.slice(0, aspectAt.index) : subject)
  const named = name === '' ? inherited(lead, around) : ownNames(name, lead, around)
  return named.flatMap((thing) => aspects.map((aspect) => ({ ...thing, aspect })))
}

function cleaned(subject: string): string {
  const [rest] = cutLead(trimNoun(subject))
  return trimNoun(rest.replace(OWN, '').replace(/(?:的|在|中|等)$/u, ''))
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
  return shareOut(bare, each || summed !== null, true).map((one) => thing(one, 'rank-named', 0.92))
}

/** Names for a clause that names nothing: those of the numbers before, of the rank before, of the clause before. */
function inherited({ each, event }: Lead, { before, clause, orders, last }: Around): Thing[] {
  const told = distinct(before)
  if (told.length > 0) {
    const many = orders > 1 ? orders : each ? told.length : 1
    return told.slice(-many).map((one) => thing(one, many > 1 ? 'rank-each' : 'rank-inherited', many > 1 ? 0.8 : 0.9))
  }
  if (last.length > 0 && event === '' && clause === '') return last.map((one) => ({ ...one, rule: 'rank-same' }))
  const noun = clause === '' ? '' : cleaned(readRight(clause))
  if (noun !== '') return [thing(noun, 'rank-clause', 0.65)]
  if (last.length > 0 && event === '') return last.map((one) => ({ ...one, rule: 'rank-same', confidence: 0.6 }))
  return [thing(cleaned(event.replace(/[“”]/gu, '')), event === '' ? 'rank-bare' : 'rank-event', 0.6)]
}

function distinct(statements: readonly ExtractedStatement[]): string[] {
  const names: string[] = []
  for (const { indicator } of statements) {
    const at = names.indexOf(indicator)
    if (at >= 0) names.splice(at, 1)
    if (indicator !== '') names.push(indicator)
  }
  return names
}
