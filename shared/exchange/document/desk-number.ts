import type { MatrixCell } from '#shared/compare/matrix-types'
import type { DeskRow } from '#shared/model/desk-template'
import type { Comparator } from '#shared/model/statement'
import { unitOf } from '#shared/statements/units'
import type { DocumentCell } from './document'

/** Signs before a number; words take too much room in a narrow column. */
const SIGNS: Readonly<Record<Comparator, string>> = { eq: '', ge: '≥', le: '≤', approx: '≈', range: '' }

/** How many digits behind the point binary fractions may blur. */
const DIGITS = 6

/** A number of a unit in another one of the same base; null where they have none in common (美元 beside 元). */
function converted(value: number, from: string, to: string): number | null {
  if (to === '' || to === from) return value
  const [a, b] = [unitOf(from), unitOf(to)]
  return a.base === b.base ? (value * a.factor) / b.factor : null
}

const written = (value: number, decimals: number | null): string =>
  decimals === null ? String(Number(value.toFixed(DIGITS))) : value.toFixed(decimals)

/** A number as a row of a table shows it. */
export interface DeskNumber extends Required<Pick<DocumentCell, 'text'>>, Pick<DocumentCell, 'number'> {
  /** The unit that it is in where that is not the row's; else null. */
  unit: string | null
}

/**
 * The number of a cell as a row shows it: in the row's unit, with its decimals, ≥ ≤ ≈ before it.
 * @returns null for a cell without a number
 */
export function deskNumber(cell: MatrixCell, row: Pick<DeskRow, 'unit' | 'decimals'>): DeskNumber | null {
  const { shown, chosen } = cell
  if (!shown || !chosen) return null
  const inUnit = converted(shown.value, shown.unit, row.unit)
  const before = SIGNS[chosen.cell.comparator]
  const value = inUnit ?? shown.value
  const decimals = inUnit === null ? null : row.decimals
  const unit = inUnit === null ? shown.unit : null
  if (shown.high === null) {
    const exact = Number(value.toFixed(DIGITS))
    return { text: before + written(value, decimals), unit, number: { value: exact, decimals, before, after: '' } }
  }
  const high = inUnit === null ? shown.high : (converted(shown.high, shown.unit, row.unit) ?? shown.high)
  return { text: `${before}${written(value, decimals)}–${written(high, decimals)}`, unit }
}
