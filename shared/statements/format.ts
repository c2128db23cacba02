import type { Comparator, ExtractedStatement } from '#shared/model/statement'

const SIGNS: Readonly<Record<Comparator, string>> = {
  eq: '',
  ge: '≥\u2009',
  le: '≤\u2009',
  approx: '≈\u2009',
  range: '',
}

const number = new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 6 })

/** A number as it is read: thousands grouped, a real minus sign. */
const formatNumber = (value: number): string => number.format(value).replace('-', '−')

/** Of large numbers two decimals are enough: what follows comes of a conversion (万亩 → 平方米), no report says it. */
const LARGE = 1_000
const large = new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 2 })
const formatConverted = (value: number): string =>
  Math.abs(value) < LARGE ? formatNumber(value) : large.format(value).replace('-', '−')

/** A space stands before a unit, none before a sign such as %. */
const spaced = (unit: string): string => (/^[%‰℃]/u.test(unit) ? unit : unit === '' ? '' : `\u2009${unit}`)

const ends = (value: number, high: number | null, format = formatNumber): string =>
  high === null ? format(value) : `${format(value)}–${format(high)}`

/** A quantity as lists show it, its comparator as a sign before it: ≥ 160 亿元, ≈ 8%, 3–5 家. */
export const formatQuantity = ({
  value,
  high,
  unit,
  comparator,
}: Pick<ExtractedStatement, 'value' | 'high' | 'unit' | 'comparator'>): string =>
  `${SIGNS[comparator]}${ends(value, high)}${spaced(unit)}`

/** A quantity in the base unit of its family: 16,000,000,000 元. */
export const formatNormal = ({
  normal,
  normalHigh,
  normalUnit,
}: {
  normal: number
  normalHigh: number | null
  normalUnit: string
}): string => `${ends(normal, normalHigh, formatConverted)}${spaced(normalUnit)}`
