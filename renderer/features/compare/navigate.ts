import type { Candidate } from '#shared/compare/matrix-types'
import { openView } from '../../workbench'

/** Opens the sentence that a statement stands in; going back leads to the comparison as it was. */
export function openEvidence({ cell, origin }: Candidate): void {
  openView({
    type: 'reader',
    key: origin.source,
    params: { report: origin.report, start: origin.start, end: origin.end, statement: cell.key },
  })
}

/** The comparison that was left for a sentence: outlives the view, which may be taken down while it is hidden. */
let leftFrom: string | null = null

/** Notes that a comparison was left through one of its cells. */
export function leaveFrom(comparison: string): void {
  leftFrom = comparison
}

/** Whether a comparison was left through one of its cells; asked once per return. */
export function cameBack(comparison: string): boolean {
  if (leftFrom !== comparison) return false
  leftFrom = null
  return true
}
