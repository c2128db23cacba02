import type { Report } from './report'

/** What may be doubtful of a report. */
export type Doubt = 'place' | 'year' | 'kind'

const DOUBTS: readonly Doubt[] = ['place', 'year', 'kind']

/** Below this certainty, a finding is one that people should look at. Certainties are calibrated to it. */
const SURE = 0.5

/** What of a report the user should settle: what was not found, or not for certain. What he has set is settled. */
export function doubtsOf(report: Report): Doubt[] {
  return DOUBTS.filter((doubt) => {
    if (report.edited.includes(doubt)) return false
    return report[doubt] === null || report.certainty[doubt] < SURE
  })
}
