import type { AuditTerm } from '#shared/compare/audit/audit-types'

/** Digits behind the point: what reports print and one or two more, none that only the arithmetic made. */
const DIGITS = { rate: 2, amount: 4 } as const

/** A number in the language with as many digits as say something. */
function numberIn(language: string, value: number, unit: string): string {
  const maximumFractionDigits = /%|百分点|pp/.test(unit) || Math.abs(value) >= 100 ? DIGITS.rate : DIGITS.amount
  return new Intl.NumberFormat(language, { maximumFractionDigits, useGrouping: false }).format(value)
}

/** A number with its unit: 12.8%, 160亿元. */
export const quantityIn = (language: string, value: number, unit: string): string =>
  numberIn(language, value, unit) + unit

/** The sign before a term; the first one of a step has none. */
export const signOf = ({ sign }: AuditTerm, index: number): string => {
  if (index === 0) return ''
  return { '+': ' + ', '-': ' − ', '×': ' × ', '÷': ' ÷ ', root: ' √ ' }[sign]
}
