import type { MaterialStatement, ReportMaterial } from '../material'
import type { AuditFigure, AuditSpan } from './audit-types'

/** A span in a report's text. */
export const spanIn = ({ report }: ReportMaterial, start: number, end: number): AuditSpan => ({
  report: report.id,
  source: report.source,
  start,
  end,
})

/** The figure of a statement. */
export const figureOf = (material: ReportMaterial, statement: MaterialStatement, label?: string): AuditFigure => ({
  quantity: statement.quantity,
  label: label ?? statement.indicator,
  value: statement.value,
  unit: statement.unit,
  kind: statement.kind,
  year: statement.year,
  reportYear: material.report.year,
  statement: statement.key,
  span: spanIn(material, statement.start, statement.start + statement.quantity.length),
  sentence: spanIn(material, statement.sentence.start, statement.sentence.end),
})

/** The data years of figures, each once, ascending; spans as they are. */
export const yearsOf = (figures: readonly AuditFigure[]): string[] =>
  [...new Set(figures.map(({ year }) => year))].filter((year) => year !== '').sort()
