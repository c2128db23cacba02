import type { Comparison } from '#shared/model/comparison'
import type { DeskRow, DeskTemplate } from '#shared/model/desk-template'
import type { StatementKind } from '#shared/model/statement'

/** More columns than these stand better on a page that lies on its side. */
const UPRIGHT_COLUMNS = 8

/** A row for a series, as the reports give it. */
export const rowFor = (indicator: string, kind: StatementKind): DeskRow => ({
  indicator,
  kind,
  label: '',
  unit: '',
  decimals: null,
})

const columnsOf = ({ role, rank }: Pick<DeskTemplate, 'role' | 'rank'>, places: number): number =>
  places * ((role === 'both' ? 2 : 1) + (rank ? 1 : 0))

/** A table of the series of a comparison, before anybody has changed it. */
export function templateOf(comparison: Comparison, id: string, name: string): DeskTemplate {
  const looks = { role: comparison.role, rank: comparison.places.length > 1 }
  return {
    id,
    name,
    rows: comparison.indicators.map((indicator) => rowFor(indicator, comparison.kind)),
    ...looks,
    above: true,
    notes: true,
    size: 'A4',
    landscape: columnsOf(looks, comparison.places.length) > UPRIGHT_COLUMNS,
  }
}

/** Puts the row at a place in another one; the same list where it would leave it. */
export function moved<Item>(items: readonly Item[], from: number, to: number): readonly Item[] {
  const item = items[from]
  if (item === undefined || to < 0 || to >= items.length) return items
  return items.toSpliced(from, 1).toSpliced(to, 0, item)
}

/** The templates with this one among them, in place of the one with its id. */
export function withTemplate(templates: readonly DeskTemplate[], template: DeskTemplate): DeskTemplate[] {
  const known = templates.some(({ id }) => id === template.id)
  return known ? templates.map((one) => (one.id === template.id ? template : one)) : [...templates, template]
}
