import { type Message, message } from '#shared/model/identity'
import { isPartial } from '../choice'
import { type Chosen, choose, isEstimate } from './choose'
import { TOWN } from './figures'
import { type Fit, fits, isCompletion, isVague, type Loose } from './fit'
import { compare, distance, gapOf, isRate, sideOf } from './judge'
import type { Judgement, LedgerFigure, LedgerRules, OtherResult } from './ledger-types'
import type { Pool, Shelf } from './library'
import type { Name } from './phrases'

/** What the rules say of a target: a row without its place in the ledger. */
export interface Answer extends Judgement {
  result: LedgerFigure | null
  supporting: readonly LedgerFigure[]
  others: readonly OtherResult[]
  why: Message
  caveats: readonly Message[]
}

/** An answer without a result. */
export const unanswered = (verdict: Answer['verdict'], why: Message, caveats: readonly Message[] = []): Answer => ({
  verdict,
  gap: null,
  exceeded: false,
  result: null,
  supporting: [],
  others: [],
  why,
  caveats,
})

/** An output that can be counted before the year is over: never a rate, never money. */
const isCount = (figure: LedgerFigure): boolean =>
  figure.kind === 'level' && figure.base !== '元' && !figure.base.endsWith('元') && figure.measure !== 'stock'

const LOOSE: Record<Loose, (figure: LedgerFigure) => string> = {
  subset: ({ subset }) => subset,
  measure: ({ measure }) => measure,
  basis: ({ basis }) => basis,
}

const looseCaveats = (target: LedgerFigure, { entry, loose }: Fit): Message[] =>
  loose.map((dimension) => {
    const value = LOOSE[dimension]
    return message(`ledger.caveat.${dimension}`, { target: value(target), result: value(entry.figure) })
  })

/** A name that differs this much is said on the row; where the result falls short, it takes less. */
const FAR = 0.5
const FAR_FOR_MISSED = 0.75

/** How near names must be for a verdict to be counted on; rates have many names, but a miss is not by just any. */
function nearEnough({ kind }: LedgerFigure, verdict: Answer['verdict']): number {
  if (kind === 'level') return verdict === 'missed' ? FAR_FOR_MISSED : FAR
  return verdict === 'missed' ? FAR : 0
}

/** What holds for a result whatever it is held against. */
export function resultCaveats(result: LedgerFigure): Message[] {
  const caveats: Message[] = []
  if (isEstimate(result)) caveats.push(message('ledger.caveat.estimate'))
  if (isPartial(result.period)) caveats.push(message('ledger.caveat.partial', { period: result.period }))
  if (result.comparator === 'approx') caveats.push(message('ledger.caveat.approx', { quantity: result.quantity }))
  if (result.genre !== 'report') caveats.push(message('ledger.caveat.cited', { citation: result.citation }))
  return caveats
}

/** What a pair of numbers comes to, with what must be known about it. */
export function judge(
  target: LedgerFigure,
  result: LedgerFigure,
  rules: LedgerRules,
): Judgement & { caveats: Message[] } {
  const { blurred, ...judgement } = compare(target, result, rules)
  const caveats = resultCaveats(result)
  if (isPartial(result.period)) {
    const reached = judgement.verdict === 'met' && isCount(result) && sideOf(target) === 'up'
    if (!reached) return { verdict: 'pending', gap: judgement.gap, exceeded: false, caveats }
  }
  if (blurred) caveats.push(message('ledger.caveat.rounded', { result: result.quantity, target: target.quantity }))
  return { ...judgement, caveats }
}

/** The other results with what each would have said. */
function othersOf(target: LedgerFigure, chosen: Chosen, rules: LedgerRules): OtherResult[] {
  return chosen.rest.map(({ fit, why }) => {
    const { verdict, gap, exceeded } = judge(target, fit.entry.figure, rules)
    return { figure: fit.entry.figure, why, judgement: { verdict, gap, exceeded } }
  })
}

/** Results that can't be held against the target. */
const clashing = (found: readonly Fit[]): OtherResult[] =>
  found
    .filter(({ clash }) => clash !== null)
    .sort(({ entry: { figure: a } }, { entry: { figure: b } }) => byPlace(a, b))
    .map(({ entry, clash }) => ({ figure: entry.figure, why: message(`ledger.whyNot.${clash}`), judgement: null }))

/** The order in which a reader finds figures: by report, then by where they stand. */
const byPlace = (a: LedgerFigure, b: LedgerFigure): number =>
  (a.origin?.reportYear ?? 0) - (b.origin?.reportYear ?? 0) ||
  (a.origin?.start ?? 0) - (b.origin?.start ?? 0) ||
  (placeName(a) < placeName(b) ? -1 : 1)

const placeName = ({ ref }: LedgerFigure): string => `${ref.report ?? ''} ${ref.key}`

/** A count or an amount this many times its target, or the target this many times it, is of something else. */
const UNLIKE = 5
/** From this many times on it is as like as not a stock beside an increase, or one project's beside the whole. */
const DOUBTFUL = 2

const PERCENT = 100

/** How many times the larger of two amounts is the smaller; 1 for rates and where the target is nothing. */
function timesApart({ kind }: LedgerFigure, { gap }: Judgement): number {
  if (kind !== 'level' || gap === null || gap.percent === null) return 1
  // How many times the target the better of the two is tells for both directions: 6 beside 3, and 3 beside 6.
  const share = 1 + gap.percent / PERCENT
  return share <= 0 ? Number.POSITIVE_INFINITY : Math.max(share, 1 / share)
}

const farCaveat = (target: LedgerFigure, result: LedgerFigure): Message =>
  message('ledger.caveat.far', { target: target.quantity, result: result.quantity || String(result.value ?? '') })

/** A result so far from the target that both are hardly of one thing. */
const unlike = (target: LedgerFigure, result: LedgerFigure, others: readonly OtherResult[]): Answer => ({
  ...unanswered('incomparable', message('ledger.why.far'), [farCaveat(target, result), ...resultCaveats(result)]),
  result,
  others,
})

/** Answers with the best of the results that fit. */
function fromFits(target: LedgerFigure, found: readonly Fit[], rules: LedgerRules, dueYear: number): Answer | null {
  const chosen = choose(
    found.filter(({ clash }) => clash === null),
    rules,
    dueYear,
  )
  if (!chosen) return null
  const { best, why } = chosen
  const result = best.entry.figure
  const { caveats, ...judgement } = judge(target, result, rules)
  // A part that falls short says nothing of the whole, and the rate of one nothing of the other's.
  if (best.width !== null && isRate(result)) return null
  if (best.width === 'narrower' && judgement.verdict !== 'met') return null
  const others = othersOf(target, chosen, rules)
  const told = [...others, ...clashing(found)]
  const apart = result.type === 'cited' ? 1 : timesApart(target, judgement)
  if (apart > UNLIKE) return unlike(target, result, told)
  if (apart > DOUBTFUL) caveats.push(farCaveat(target, result))
  if (chosen.rest.some(({ equal }, at) => equal && others[at]?.judgement?.verdict !== judgement.verdict))
    caveats.push(message('ledger.caveat.conflict'))
  if (best.near < nearEnough(result, judgement.verdict))
    caveats.push(message('ledger.caveat.phrase', { target: target.phrase, result: result.phrase }))
  else if (best.width !== null && target.canonical === '')
    caveats.push(message(`ledger.caveat.${best.width}`, { target: target.phrase, result: result.phrase }))
  caveats.push(...looseCaveats(target, best))
  return { ...judgement, result, supporting: [], others: told, why, caveats }
}

/** A completion rate that the report gives of itself (完成目标的104%) decides where nothing else does. */
function fromCompletion(target: LedgerFigure, found: readonly Fit[]): Answer | null {
  if (target.kind !== 'level' && target.kind !== 'growth') return null
  const [own] = found
    .filter(({ entry }) => isCompletion(entry.figure) && !isPartial(entry.figure.period))
    .sort((a, b) => (a.entry.figure.origin?.start ?? 0) - (b.entry.figure.origin?.start ?? 0))
  const figure = own?.entry.figure
  if (!figure || figure.normal === null) return null
  const by = figure.normal - 100
  return {
    verdict: by >= 0 ? 'met' : 'missed',
    gap: { absolute: by, unit: '个百分点', percent: null },
    exceeded: by > 0,
    result: figure,
    supporting: [],
    others: [],
    why: message('ledger.why.completion'),
    caveats: [message('ledger.caveat.completion'), ...resultCaveats(figure)],
  }
}

/** 提高1.5个百分点 where only the levels of two years are told: the difference is computed. */
function fromLevels(
  target: LedgerFigure,
  name: Name,
  shelf: Shelf,
  rules: LedgerRules,
  dueYear: number,
): Answer | null {
  if (target.kind !== 'points' || target.against !== '' || target.canonical === '' || target.year.length > 4)
    return null
  const level: LedgerFigure = { ...target, kind: 'ratio', base: '%', unit: '%', comparator: 'eq' }
  const of = (year: number): LedgerFigure | null => {
    const found = fits(level, name, shelf.pool(String(year))).filter(({ clash }) => clash === null)
    return choose(found, rules, year)?.best.entry.figure ?? null
  }
  const [now, before] = [of(dueYear), of(dueYear - 1)]
  if (!now || !before || now.normal === null || before.normal === null || isPartial(now.period)) return null
  // 突破60% is no level to count from.
  if (now.comparator !== 'eq' || before.comparator !== 'eq') return null
  const change: LedgerFigure = {
    ...now,
    kind: 'points',
    base: '百分点',
    unit: '个百分点',
    normal: Number((now.normal - before.normal).toFixed(6)),
    normalHigh: null,
  }
  const side = sideOf(target)
  const by = distance(target, change, side)
  const judgement = judge(target, change, rules)
  return {
    verdict: judgement.verdict,
    gap: gapOf(target, by, side),
    exceeded: judgement.exceeded,
    result: now,
    supporting: [before],
    others: [],
    why: message('ledger.why.computed'),
    caveats: [message('ledger.caveat.computed', { now: now.quantity, before: before.quantity }), ...resultCaveats(now)],
  }
}

/** 市区居民收入 is that of the town, and no other part's. */
function fromTown(target: LedgerFigure, pool: Pool, name: Name, rules: LedgerRules, dueYear: number): Answer | null {
  if (!TOWN.test(target.subset)) return null
  return fromFits(target, fits({ ...target, canonical: 'income_urban' }, name, pool), rules, dueYear)
}

/** 居民收入 where only those of town and country are told: both decide, and one alone makes it partly. */
function fromComponents(
  target: LedgerFigure,
  pool: Pool,
  name: Name,
  rules: LedgerRules,
  dueYear: number,
): Answer | null {
  if (target.canonical !== 'income_all') return null
  if (target.subset !== '') return fromTown(target, pool, name, rules, dueYear)
  const parts = ['income_urban', 'income_rural'].flatMap((canonical) => {
    const found = fits({ ...target, canonical }, name, pool).filter(({ clash }) => clash === null)
    return choose(found, rules, dueYear)?.best.entry.figure ?? []
  })
  const [urban, rural] = parts
  if (!urban || !rural) return null
  const each = parts.map((figure) => judge(target, figure, rules))
  return {
    verdict: together(each.map(({ verdict }) => verdict)),
    gap: null,
    exceeded: false,
    result: urban,
    supporting: [rural],
    others: [],
    why: message('ledger.why.components'),
    caveats: [message('ledger.caveat.components'), ...(each[0]?.caveats ?? [])],
  }
}

/** What several parts come to: all met, some met, none met; a part that is still open leaves the whole open. */
export function together(verdicts: readonly Answer['verdict'][]): Answer['verdict'] {
  if (verdicts.length === 0) return 'silent'
  if (verdicts.includes('pending')) return 'pending'
  if (verdicts.every((verdict) => verdict === 'met')) return 'met'
  if (verdicts.every((verdict) => verdict === 'met' || verdict === 'nearly')) return 'nearly'
  if (verdicts.some((verdict) => verdict === 'met' || verdict === 'nearly' || verdict === 'partly')) return 'partly'
  if (verdicts.every((verdict) => verdict === 'silent')) return 'silent'
  if (verdicts.every((verdict) => verdict === 'missed' || verdict === 'silent')) return 'missed'
  return 'incomparable'
}

/** Figures about the target that can't be held against it. */
function incomparable(found: readonly Fit[], rules: LedgerRules, dueYear: number): Answer | null {
  const chosen = choose(found, rules, dueYear)
  if (!chosen) return null
  const clash = chosen.best.clash ?? 'width'
  const { figure } = chosen.best.entry
  return {
    ...unanswered('incomparable', message(`ledger.why.clash.${clash}`)),
    result: figure,
    others: clashing(found).filter((other) => other.figure !== figure),
    caveats: resultCaveats(figure),
  }
}

/**
 * What later sources say of a target with a number; null where they say nothing. The nearest result that fits decides,
 * then a completion rate, a computed change, the two parts of 居民收入; a figure that contradicts is incomparable.
 */
export function answerNumber(
  target: LedgerFigure,
  name: Name,
  shelf: Shelf,
  rules: LedgerRules,
  when: { year: string; dueYear: number },
): Answer | null {
  if (isVague(target.canonical, name)) return null
  const { year, dueYear } = when
  const pool = shelf.pool(year)
  const found = fits(target, name, pool)
  return (
    fromFits(target, found, rules, dueYear) ??
    fromCompletion(target, found) ??
    fromLevels(target, name, shelf, rules, dueYear) ??
    fromComponents(target, pool, name, rules, dueYear) ??
    incomparable(found, rules, dueYear)
  )
}
