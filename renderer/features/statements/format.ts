import type { Comparator, ExtractedStatement } from '#shared/model/statement'

type Quantity = Pick<ExtractedStatement, 'value' | 'high' | 'unit' | 'comparator'>

/** Numbers as they are read: at most six decimals, thousands grouped, a real minus sign. */
const formatNumber = (value: number): string =>
  new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 6 }).format(value).replace('-', '−')

const SIGNS: Readonly<Record<Comparator, string>> = { eq: '', ge: '≥', le: '≤', approx: '≈', range: '' }

/** A space stands between a number and a Latin or Chinese unit, none before a sign such as %. */
const spaced = (unit: string): string => (/^[%‰℃]/u.test(unit) ? unit : `\u2009${unit}`)

/**
 * A quantity as the list shows it: ≥ 160 亿元, ≈ 8%, 3–5 家.
 * @param quantity value as written, with its unit and comparator
 */
export function formatQuantity({ value, high, unit, comparator }: Quantity): string {
  const numbers = high === null ? formatNumber(value) : `${formatNumber(value)}–${formatNumber(high)}`
  const sign = SIGNS[comparator]
  return `${sign === '' ? '' : `${sign}\u2009`}${numbers}${unit === '' ? '' : spaced(unit)}`
}
