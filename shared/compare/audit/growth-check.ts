import type { SeriesBreak } from '#shared/model/audit'
import { type Message, message } from '#shared/model/identity'
import { breaksFor } from '../breaks'
import type { MaterialStatement, ReportMaterial } from '../material'
import type { AuditFigure, AuditOptions, Verdict } from './audit-types'
import { figureOf, yearsOf } from './figures'
import { type Pricing, pricingOf } from './growth-classes'
import { borneOut, deflator, growthBetween, type Interval, printed, through } from './interval'
import { isMuch, mayBePrices, nationalPrices } from './prices'
import { amount, arithmetic, candidate, constant, signed, step, termOf } from './reckon'

/** A statement with the report it stands in. */
export interface Told {
  material: ReportMaterial
  statement: MaterialStatement
}

/** Two levels and the growth that is stated between them. */
export interface GrowthCase {
  before: Told
  after: Told
  growth: Told
  /** Years between the levels; 1 for growth over the year before. */
  years: number
}

interface Reckoned {
  nominal: Interval
  stated: Interval
  /** A year. */
  implied: Interval
  /** What prices of the nation changed by, a year; null where it is not known. */
  nation: number | null
  pricing: Pricing
}

/** Growth and levels that are further apart than this, in points, are not told of one thing. */
const ONE_THING = 30

/**
 * Works a case out; null where the growth is not to be held against levels, where the levels give none, or one so far
 * from it that they must be of something else.
 */
export function reckonGrowth({ before, after, growth, years }: GrowthCase): Reckoned | null {
  const pricing = pricingOf(growth.material.text, growth.statement)
  const nominal = growthBetween(printed(before.statement), printed(after.statement), years)
  if (!pricing || !nominal) return null
  const stated = printed(growth.statement)
  if (Math.abs(nominal.value - stated.value) > ONE_THING) return null
  const [from, to] = [before, after].map(({ statement }) => Number(statement.year))
  const nation = nationalPrices(from ?? 0, to ?? 0)
  return { nominal, stated, implied: deflator(nominal, stated), nation, pricing }
}

/** Whether growth and levels agree: at constant prices, where the implied change of prices is inside the band. */
export const agrees = (reckoned: Reckoned, options: AuditOptions): boolean =>
  reckoned.pricing === 'real'
    ? mayBePrices(reckoned.implied, options, reckoned.nation)
    : borneOut(reckoned.nominal, reckoned.stated)

/**
 * Whether the level before that a growth at current prices goes by is that of the report, but for a revision of less
 * than one in a hundred: first figures are mended every year.
 */
export function isMended({ nominal, stated, pricing }: Reckoned): boolean {
  const mended = (1 + nominal.value / 100) / (1 + stated.value / 100)
  return pricing === 'nominal' && Math.abs(mended - 1) < MENDED
}

/** A revision below this share is one of the many small ones. */
export const MENDED = 0.01

/** The check without what it comes to: the arithmetic from the two levels to the implied change of prices. */
function checkOf(figures: readonly AuditFigure[], reckoned: Reckoned, years: number) {
  const { nominal, stated, implied, pricing } = reckoned
  const unit = figures[1]?.unit ?? ''
  const levels = [termOf(figures, 1), termOf(figures, 0, { sign: '÷', unit })]
  const root = years === 1 ? [] : [constant('root', years, '年')]
  const less = constant('-', 100, '%')
  const growth = step(years === 1 ? 'growth' : 'average', [...levels, ...root, less], nominal.value, '%')
  const ratio = (by: Interval) => through(by, (percent) => 100 + percent).value
  const prices = step(
    'deflator',
    [
      { ...constant('+', ratio(nominal), '%') },
      { ...constant('÷', ratio(stated), '%'), label: figures[2]?.label ?? '', figure: 2 },
      less,
    ],
    implied.value,
    '%',
  )
  return arithmetic(pricing === 'real' ? [growth, prices] : [growth], 2, '%', nominal, stated)
}

const OUTSIDE = ['division', 'definition', 'revision']
const NOMINAL = ['definition', 'revision', 'division', 'comparable']

/** Reports give growth of incomes with prices taken off, and do not always say so. */
const INCOMES = /^income_/u

function candidatesOf(
  { pricing, indicator }: { pricing: Pricing; indicator: string },
  mayBe: boolean,
  breaks: readonly { label: Message }[],
): Message[] {
  const offered = mayBe && (pricing === 'real' || INCOMES.test(indicator)) ? ['prices'] : []
  const general = pricing === 'nominal' ? [...offered, ...NOMINAL] : mayBe ? offered : OUTSIDE
  return [...breaks.map(({ label }) => label), ...general.map(candidate)]
}

export interface VerdictContext {
  options: AuditOptions
  /** The user's. */
  breaks: readonly SeriesBreak[]
  /** When a case at constant prices is told of though prices may explain it. */
  telling?: 'never' | 'much' | 'always'
}

/**
 * The verdict on a case.
 * @param rule whose words it speaks: `growth`, `average`, `span`, `prices`, `mended`
 */
export function growthVerdict(
  rule: string,
  growthCase: GrowthCase,
  reckoned: Reckoned,
  { options, breaks, telling = 'never' }: VerdictContext,
): Verdict {
  const { before, after, growth, years } = growthCase
  const { place } = after.material.report
  const figures = [before, after, growth].map(({ material, statement }) => figureOf(material, statement))
  const between = breaksFor(
    place?.code ?? null,
    after.statement.canonical || after.statement.indicator,
    [before.statement.year, after.statement.year],
    breaks,
  )
  const held = agrees(reckoned, options)
  const mayBe = mayBePrices(reckoned.implied, options, reckoned.nation)
  const candidates = candidatesOf({ ...reckoned, indicator: growth.statement.canonical }, mayBe, between)
  const check = {
    place,
    years: yearsOf(figures),
    figures,
    arithmetic: checkOf(figures, reckoned, years),
    candidates,
  }
  const { pricing, implied, nation } = reckoned
  const told = pricing === 'real' && (telling === 'always' || (telling === 'much' && isMuch(implied, options, nation)))
  if (held && !told) return { ...check, held: true, candidates: pricing === 'real' ? candidates : [] }
  const words = pricing === 'nominal' && rule !== 'mended' ? 'nominal' : 'found'
  const params = {
    label: figures[2]?.label ?? '',
    expected: amount(reckoned.nominal.value, '%', growth.statement.value),
    found: growth.statement.quantity,
    deflator: signed(implied.value),
    from: before.statement.year,
    to: after.statement.year,
  }
  return {
    ...check,
    held: false,
    severity: held || between.length > 0 || rule === 'mended' ? 'note' : 'check',
    message: message(`audit.rule.${rule}.${words}`, params),
    breaks: between,
  }
}
