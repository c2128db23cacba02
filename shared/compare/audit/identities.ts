import type { MaterialStatement, ReportMaterial } from '../material'
import { baseOf, groupBy, indicatorOf, isPlain, isResult } from './select'
import type { Parts } from './sum-check'

/** Wholes that consist of their parts by definition. */
const WHOLES: readonly (readonly [whole: string, parts: readonly string[]])[] = [
  ['gdp', ['primary_value_added', 'secondary_value_added', 'services_value_added']],
  ['foreign_trade', ['exports', 'imports']],
]

/** The one level of an indicator in a year; null where a report gives none or several. */
function only(levels: readonly MaterialStatement[] | undefined): MaterialStatement | null {
  const [first] = levels ?? []
  return first && levels?.every(({ value, unit }) => value === first.value && unit === first.unit) ? first : null
}

/** Sums that are closed by definition: 生产总值 of the three sectors, 进出口 of 出口 and 进口. */
export function identities(material: ReportMaterial): Parts[] {
  const levels = material.statements.filter(
    (one) => one.kind === 'level' && isResult(one) && isPlain(one) && one.subset === '' && one.canonical !== '',
  )
  return [...groupBy(levels, ({ year }) => year).values()].flatMap((ofYear) => {
    const byIndicator = groupBy(ofYear, indicatorOf)
    return WHOLES.flatMap(([whole, names]) => {
      const total = only(byIndicator.get(whole))
      const parts = names.flatMap((name) => only(byIndicator.get(name)) ?? [])
      if (!total || parts.length !== names.length) return []
      if (parts.some((part) => baseOf(part) !== baseOf(total) || part.basis !== total.basis)) return []
      return [{ total, parts, closed: true }]
    })
  })
}
