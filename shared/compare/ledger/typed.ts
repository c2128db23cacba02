import type { CitedFigure } from '#shared/model/ledger'
import { comparatorOf, kindOf, signOf } from '#shared/statements/fields'
import { scanQuantities } from '#shared/statements/scan'

/** A figure as it was typed in: 4.3%, 增长4.3%, 约1.2万人, 300—320亿元. */
export type TypedFigure = Pick<CitedFigure, 'value' | 'high' | 'unit' | 'comparator' | 'kind'>

/** A minus with nothing before it. */
const MINUS = /^[-−]$/u

/**
 * Reads a figure that was typed in with the reports' own reader of quantities.
 * @param canonical the indicator's id, '' where it is none that we know
 * @returns null where there is no quantity, or more than one
 */
export function readTyped(typed: string, canonical: string): TypedFigure | null {
  const text = typed.replace(/\s+/gu, '')
  const found = scanQuantities(text)
  const [quantity] = found
  if (!quantity || found.length > 1) return null
  const before = text.slice(0, quantity.start)
  const kind = kindOf(quantity, before, canonical)
  const sign = MINUS.test(before) ? -1 : signOf(kind, before)
  const { high, unit } = quantity
  return {
    value: sign * quantity.value,
    high: high === null ? null : sign * high,
    unit,
    comparator: comparatorOf(quantity, before, text.slice(quantity.end)),
    kind,
  }
}
