import { openView } from '../../workbench'
import type { QuotedFinding } from '../../workers/audit/client'

/** Opens the sentence of one of a finding's figures; going back leads to the finding. */
export function openFigure(finding: QuotedFinding, index = 0, beside = false): void {
  const figure = finding.figures[index] ?? finding.figures[0]
  if (!figure) return
  const { report, source, start, end } = figure.span
  const statement = figure.statement === '' ? {} : { statement: figure.statement }
  openView({ type: 'reader', key: source, params: { report, start, end, ...statement } }, { beside })
}
