import type { Cell } from '#shared/model/cell'
import { Measure, type StatementKind } from '#shared/model/statement'

/**
 * What sets one series of an indicator apart from another one: how it is measured, on which basis, of which part, and
 * what a change is measured against. '' where nothing is said; for `subset` that is the whole, for `against` the year
 * before (growth) or nothing (levels and shares).
 */
export interface Variant {
  measure: Measure
  basis: string
  subset: string
  against: string
}

/** What a variant is made of, in the order in which a series settles them. */
export const VARIANT_PARTS = ['against', 'subset', 'measure', 'basis'] as const
export type VariantPart = (typeof VARIANT_PARTS)[number]

/** A column of a comparison: an indicator, and the variant that was chosen; null leaves that to its statements. */
export interface Series {
  indicator: string
  variant: Variant | null
}

/** Stands between the parts of a key: no phrase of a report holds a tab. */
const SEPARATOR = '\t'

/**
 * Names a series in `Comparison.indicators` and all over a matrix: the indicator alone, or with its variant.
 * @param indicator id or phrase
 * @param variant null for the one that most of its statements are of
 */
export const seriesKey = (indicator: string, variant: Variant | null): string =>
  variant === null
    ? indicator
    : [indicator, variant.measure, variant.basis, variant.subset, variant.against].join(SEPARATOR)

/** The series that a key names; a key that holds no variant, or none that is known, is an indicator alone. */
export function parseSeriesKey(key: string): Series {
  const [indicator = '', measure, basis, subset, against] = key.split(SEPARATOR)
  const known = Measure.safeParse(measure)
  if (!known.success || basis === undefined || subset === undefined || against === undefined)
    return { indicator, variant: null }
  return { indicator, variant: { measure: known.data, basis, subset, against } }
}

const YEARLY = /^(?:同比|环比|(?:比|较|与)?(?:上年|去年|上一年|上年度)(?:同期|末|底|年末|年底)?(?:相比)?)$/u
const AGAINST = /^(?:比|较|与|相比|是|为)/u
/** Words around a year that change nothing: 2015年末, 2015年底. */
const YEAR_OF = /^(\d{4})年?(?:末|底|年末|年底|同期|的)?$/u

/**
 * What a change is measured against, one word for one thing: '' for the year before (同比, 比上年, or nothing said),
 * else the older base without its verb (比2010年, 较2010年末 → 2010). For levels and shares nothing said is the number
 * itself, and 比上年 a difference.
 * @param written `Cell.against`
 * @param year data year: growth in 2022 against 2021 is growth against the year before
 */
export function againstOf(kind: StatementKind, written: string, year: string): string {
  if (written === '') return ''
  const change = kind === 'growth' || kind === 'points'
  if (YEARLY.test(written)) return change && written !== '环比' ? '' : written.replace(AGAINST, '')
  const bare = written.replace(AGAINST, '').replace(/[“”"]/gu, '')
  const base = YEAR_OF.exec(bare)?.[1]
  if (base === undefined) return bare
  return change && Number(base) === Number(year) - 1 ? '' : base
}

const BASES: readonly (readonly [name: string, words: RegExp])[] = [
  ['可比价', /^按?(?:可比价格?|不变价格?|可比价格?口径)$/u],
  ['同口径', /^按?(?:同口径|可比口径|同口径可比)$/u],
]

/** A basis, one word for one thing: 按可比价格, 可比价 and 不变价 are one. */
function basisOf(written: string): string {
  if (written === '') return ''
  const known = BASES.find(([, words]) => words.test(written))
  if (known) return known[0]
  return written
    .replace(/^按/u, '')
    .replace(/^剔除/u, '扣除')
    .replace(/(?:等?因素)?(?:影响)?后?$/u, '')
}

/** A subset, one word for one thing: 省、市重点 and 省市重点, 国家 and 国家级. */
const subsetOf = (written: string): string =>
  written === ''
    ? ''
    : written
        .replace(/[、和及]/gu, '')
        .replace(/级/gu, '')
        .replace(/^投资[超过]/u, '')

/** The variant that a statement is of, written in one way. */
export function variantOf(cell: Cell): Variant {
  return {
    measure: cell.measure,
    basis: basisOf(cell.basis),
    subset: subsetOf(cell.subset),
    against: againstOf(cell.kind, cell.against, cell.year),
  }
}
