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
