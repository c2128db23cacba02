import { type Message, message } from '#shared/model/identity'
import type { MatterOf, Relation } from '#shared/model/matter'
import type { PlaceLevel } from '#shared/model/place'
import { settle } from '../cells'
import { isPartial } from '../choice'
import { type Answer, resultCaveats, together, unanswered } from './answer'
import { choose } from './choose'
import { fits } from './fit'
import type { LedgerFigure, LedgerRules } from './ledger-types'
import type { Entry, Library, Pool, Shelf } from './library'
import { isAlike, likeness, type Name } from './phrases'

/** What a relative target is decided with. */
export interface RelativeCase {
  target: LedgerFigure
  content: MatterOf<'relative_target'>
  name: Name
  shelf: Shelf
  library: Library
  rules: LedgerRules
  year: string
  dueYear: number
}

/** Relations that hold a thing against a reference. */
const HELD: ReadonlySet<Relation> = new Set(['match', 'exceed', 'below', 'not_below', 'not_above'])

/** What a movement must be to have been reached, by its growth in percent. */
const MOVED: Partial<Record<Relation, (growth: number) => boolean>> = {
  positive: (growth) => growth > 0,
  no_decline: (growth) => growth >= 0,
  no_rise: (growth) => growth <= 0,
  rise: (growth) => growth > 0,
  fall: (growth) => growth < 0,
}

const FALLING: ReadonlySet<Relation> = new Set(['fall', 'no_rise'])

/** 基本, 总体: what is within the tolerance is then as good as reached. */
const SOFT = /基本|总体|大体|大致/u

/** The result of an indicator in a pool, of the kind that a relative target is about. */
function resultOf(
  { target, rules, dueYear }: RelativeCase,
  canonical: string,
  name: Name,
  pool: Pool,
): LedgerFigure | null {
  const kind = target.kind === 'ratio' ? 'ratio' : 'growth'
  const wanted: LedgerFigure = { ...target, canonical, kind, base: '%', unit: '%', value: 0, normal: 0 }
  const found = fits(wanted, name, pool).filter(({ clash }) => clash === null)
  return choose(found, rules, dueYear)?.best.entry.figure ?? null
}

const LEVELS: readonly (readonly [scope: RegExp, level: PlaceLevel])[] = [
  [/全国/u, 'nation'],
  [/全省|全区|全自治区/u, 'province'],
  [/全市|全州/u, 'city'],
]

/** The place whose figure is the reference: the place itself, or one of those above it that the library holds. */
function referenceShelf({ content, shelf, library }: RelativeCase): Shelf | null {
  if (content.referenceScope === 'own') return shelf
  const level = LEVELS.find(([scope]) => scope.test(content.referenceScope))?.[1]
  let above: Shelf | undefined = shelf
  for (let step = 0; step < 3 && level !== undefined; step += 1) {
    const parent: string | null = above?.place.parent ?? null
    above = parent === null ? undefined : library.shelves.get(parent)
    if (!above) return null
    if (above.place.level === level) return above
  }
  return null
}

/** What a thing is held against: a figure, or the level of the year before. */
type Reference = { figure: LedgerFigure | null; value: number }

function referenceOf(which: RelativeCase): Reference | null {
  const { content, target, year, name } = which
  if (/上年|去年|同期/u.test(content.reference)) return { figure: null, value: 0 }
  const canonical = content.referenceCanonical || target.canonical
  const shelf = content.referenceScope === '' && content.referenceCanonical === '' ? null : referenceShelf(which)
  if (!shelf || (shelf === which.shelf && content.referenceCanonical === '')) return null
  const own = content.referenceCanonical === '' ? name : which.library.names.of(content.reference)
  const figure = resultOf(which, canonical, own, shelf.pool(year))
  return figure === null || figure.normal === null ? null : { figure, value: figure.normal }
}

/** The verdict of one thing held against its reference. */
function held(content: MatterOf<'relative_target'>, by: number, rules: LedgerRules): Answer['verdict'] {
  switch (content.relation) {
    case 'exceed':
      return by > 0 ? 'met' : 'missed'
    case 'below':
      return by < 0 ? 'met' : 'missed'
    case 'not_above':
      return by <= 0 ? 'met' : 'missed'
    case 'match': {
      if (by >= 0) return 'met'
      if (-by > rules.ratePoints) return 'missed'
      return SOFT.test(content.hedge) ? 'met' : 'nearly'
    }
    default:
      return by >= 0 ? 'met' : 'missed'
  }
}

/** The thing's own results: one, or those of town and country for 居民收入. */
function ownResults(which: RelativeCase): LedgerFigure[] {
  const { target, name, shelf, year } = which
  const pool = shelf.pool(year)
  const own = resultOf(which, target.canonical, name, pool)
  if (own) return [own]
  if (target.canonical !== 'income_all') return []
  const parts = ['income_urban', 'income_rural'].flatMap((canonical) => resultOf(which, canonical, name, pool) ?? [])
  return parts.length === 2 ? parts : []
}

const DOWNWARD: ReadonlySet<Relation> = new Set(['below', 'not_above'])

/** Holds the results against the reference. */
function againstReference(which: RelativeCase, own: readonly LedgerFigure[]): Answer | null {
  const { content, rules } = which
  const [result] = own
  if (!result) return null
  const reference = referenceOf(which)
  const caveats = [...new Set(own)].flatMap(resultCaveats)
  if (own.length > 1) caveats.unshift(message('ledger.caveat.components'))
  if (!reference)
    return {
      ...unanswered('pending', message('ledger.why.noReference', { reference: content.reference }), caveats),
      result,
      supporting: own.slice(1),
    }
  if (reference.figure) caveats.push(...resultCaveats(reference.figure))
  const supporting = [...own.slice(1), ...(reference.figure ? [reference.figure] : [])]
  const partial = [...own, ...supporting].some(({ period }) => isPartial(period))
  const by = own.map(({ normal }) => settle((normal ?? 0) - reference.value))
  const verdict = partial ? 'pending' : together(by.map((each) => held(content, each, rules)))
  if (verdict === 'met' && content.relation === 'match' && by.some((each) => each < 0))
    caveats.push(message('ledger.caveat.soft', { hedge: content.hedge, points: rules.ratePoints }))
  const least = DOWNWARD.has(content.relation) ? -Math.max(...by) : Math.min(...by)
  const strict = content.relation === 'exceed' || content.relation === 'below'
  return {
    verdict,
    gap: { absolute: least, unit: '个百分点', percent: null },
    exceeded: verdict === 'met' && least > 0 && !strict,
    result,
    supporting,
    others: [],
    why: message('ledger.why.reference', {
      reference: content.reference,
      value: reference.figure?.quantity ?? '0%',
    }),
    caveats: unique(caveats),
  }
}

const unique = (messages: readonly Message[]): Message[] => [
  ...new Map(messages.map((each) => [JSON.stringify(each), each])).values(),
]

/** A movement (正增长, 只增不减) is told by the growth of the result. */
function fromMovement({ content }: RelativeCase, own: readonly LedgerFigure[]): Answer | null {
  const moved = MOVED[content.relation]
  const [result] = own
  if (!moved || !result || content.kind === 'ratio') return null
  const verdicts = own.map(({ normal }) => (moved(normal ?? 0) ? 'met' : 'missed'))
  const partial = own.some(({ period }) => isPartial(period))
  return {
    verdict: partial ? 'pending' : together(verdicts),
    gap: {
      absolute: FALLING.has(content.relation) ? -(result.normal ?? 0) : (result.normal ?? 0),
      unit: '个百分点',
      percent: null,
    },
    exceeded: false,
    result,
    supporting: own.slice(1),
    others: [],
    why: message('ledger.why.movement', { value: result.quantity }),
    caveats: unique(own.flatMap(resultCaveats)),
  }
}

/** What a report may say of itself so that a relative target is reached. */
const REACHED: Partial<Record<Relation, readonly Relation[]>> = {
  match: ['match', 'exceed', 'not_below'],
  exceed: ['exceed'],
  not_below: ['not_below', 'exceed', 'match'],
  below: ['below'],
  not_above: ['not_above', 'below', 'match'],
  positive: ['positive', 'rise', 'no_decline'],
  no_decline: ['no_decline', 'rise', 'positive', 'stable', 'match'],
  no_rise: ['no_rise', 'fall', 'stable', 'match'],
  rise: ['rise', 'positive'],
  fall: ['fall'],
  stable: ['stable', 'match'],
  reach: ['reach', 'exceed'],
  assigned: ['assigned'],
}

/** Whose figure a reference is, in classes: a claim about 全省 says nothing about 全市. */
const scopeClass = (reference: string): string => /全国|全省|全市|全州/u.exec(reference)?.[0] ?? ''

/** The report's own word that it was reached (自述). */
function fromClaim({ target, content, name, shelf, year }: RelativeCase): Answer | null {
  const reached = REACHED[content.relation] ?? []
  const says = ({ figure, name: other }: Entry): boolean =>
    figure.relation !== null &&
    reached.includes(figure.relation.relation) &&
    scopeClass(figure.relation.reference) === scopeClass(content.reference) &&
    (target.canonical !== '' ? target.canonical === figure.canonical : isAlike(name, other, likeness(name, other)))
  const [own] = shelf
    .pool(year)
    .relative.filter(says)
    .sort((a, b) => (a.figure.origin?.start ?? 0) - (b.figure.origin?.start ?? 0))
  if (!own) return null
  return {
    ...unanswered('met', message('ledger.why.claim'), [message('ledger.caveat.self')]),
    result: own.figure,
  }
}

/**
 * What later sources say of a relative target: 同步, 高于 and 不低于 are computed from the two results (those of the place
 * above for 全市, 全省), movements from the growth; else the report's own word counts, marked as such. Null where nothing
 * is said.
 */
export function answerRelative(which: RelativeCase): Answer | null {
  const { relation } = which.content
  const own = ownResults(which)
  const computed = HELD.has(relation) ? againstReference(which, own) : fromMovement(which, own)
  if (computed && computed.why.key !== 'ledger.why.noReference') return computed
  return fromClaim(which) ?? computed
}
