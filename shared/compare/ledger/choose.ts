import { type Message, message } from '#shared/model/identity'
import type { ReportKind } from '#shared/model/report'
import { isPartial } from '../choice'
import type { Fit } from './fit'
import type { LedgerFigure, LedgerRules } from './ledger-types'

const KIND_RANK: Record<ReportKind, number> = { full: 0, digest: 1, continuation: 2, incomplete: 3, other: 4 }
/** A result that a cited source gives stands beside full reports. */
const kindRank = ({ origin }: LedgerFigure): number => (origin ? KIND_RANK[origin.reportKind] : 0)

/** True for a result that its source did not know for sure (预计, 初步核算). */
export const isEstimate = ({ role, wording, basis }: LedgerFigure): boolean =>
  role === 'actual' && /预计|预测|初步|估算/u.test(`${wording} ${basis}`)

/** What results are ordered for. */
interface Order {
  rules: LedgerRules
  dueYear: number
}

interface Criterion {
  name: string
  /** Lower stands before higher. */
  rank: (fit: Fit, order: Order) => number
}

/** Names nearer than this are as near as each other. */
const STEPS = 10

/** Indicators of the dictionary have many names: how a rate is called makes no difference. */
const distanceOf = ({ near, entry: { figure } }: Fit): number =>
  figure.canonical !== '' && figure.kind !== 'level' ? 0 : Math.round((1 - near) * STEPS)

function precedence({ genre }: LedgerFigure, { rules }: Order): number {
  const at = rules.precedence.indexOf(genre)
  return at === -1 ? rules.precedence.length : at
}

const away = ({ origin }: LedgerFigure, { dueYear }: Order): number =>
  origin ? Math.abs(origin.reportYear - dueYear - 1) : 0

const CRITERIA: readonly Criterion[] = [
  { name: 'precedence', rank: ({ entry }, order) => precedence(entry.figure, order) },
  { name: 'subset', rank: ({ loose }) => (loose.includes('subset') ? 1 : 0) },
  { name: 'period', rank: ({ entry }) => (isPartial(entry.figure.period) ? 1 : 0) },
  { name: 'phrase', rank: distanceOf },
  { name: 'dimensions', rank: ({ loose }) => loose.length },
  { name: 'report', rank: ({ entry }, order) => away(entry.figure, order) },
  { name: 'version', rank: ({ entry }) => kindRank(entry.figure) },
  { name: 'estimate', rank: ({ entry }) => (isEstimate(entry.figure) ? 1 : 0) },
  // Of several of one report the name decides after all: 地方级财政收入 beside 财政总收入.
  { name: 'name', rank: ({ near }) => Math.round((1 - near) * STEPS) },
  { name: 'confidence', rank: ({ entry }) => -entry.confidence },
  { name: 'position', rank: ({ entry }) => entry.figure.origin?.start ?? 0 },
]

const nameOf = ({ entry: { figure } }: Fit): string => `${figure.ref.report ?? ''} ${figure.ref.key}`

function decider(a: Fit, b: Fit, by: Order): { name: string; order: number } {
  for (const { name, rank } of CRITERIA) {
    const order = rank(a, by) - rank(b, by)
    if (order !== 0) return { name, order }
  }
  const [left, right] = [nameOf(a), nameOf(b)]
  return { name: 'position', order: left < right ? -1 : left > right ? 1 : 0 }
}

/** Results in the order in which they answer for a target, with why. */
export interface Chosen {
  best: Fit
  why: Message
  /** The others with why they stand behind. */
  rest: readonly { fit: Fit; why: Message; equal: boolean }[]
}

/**
 * Orders results that fit a target: precedence of genres, same subset, whole year, nearest name, most dimensions stated
 * alike, the report of the next year, the full text, no estimate, the surer, the earlier.
 * @returns the same for any order of `found`; null where nothing is found
 */
export function choose(found: readonly Fit[], rules: LedgerRules, dueYear: number): Chosen | null {
  const by: Order = { rules, dueYear }
  const [best, ...rest] = found.length > 1 ? found.toSorted((a, b) => decider(a, b, by).order) : found
  if (!best) return null
  const second = rest[0]
  return {
    best,
    why: message(`ledger.why.${second ? spoken(decider(best, second, by).name) : 'only'}`),
    rest: rest.map((fit) => {
      const { name } = decider(best, fit, by)
      return { fit, why: message(`ledger.whyNot.${spoken(name)}`), equal: EVEN.has(name) }
    }),
  }
}

/** Names are one reason, whenever they decide. */
const spoken = (name: string): string => (name === 'name' ? 'phrase' : name)

/** Criteria that say nothing about whether two results are of the same thing. */
const EVEN = new Set(['position', 'confidence', 'name', 'estimate', 'version', 'report'])
