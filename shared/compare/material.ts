import type { ExtractedMatter } from '#shared/model/matter'
import type { Report } from '#shared/model/report'
import type { ExtractedStatement, StatementStatus } from '#shared/model/statement'

/** A statement as it stands after the user's word; rejected ones are left out. */
export type MaterialStatement = ExtractedStatement & {
  /** Names it inside its report; stable under edits. */
  key: string
  status: StatementStatus
}

/** A matter as it stands after the user's word; rejected ones and orphans are left out. */
export interface MaterialMatter {
  content: ExtractedMatter
  key: string
  status: StatementStatus
}

/** What ledger and audit know of a report. */
export type MaterialReport = Pick<
  Report,
  'id' | 'source' | 'title' | 'place' | 'year' | 'kind' | 'main' | 'start' | 'end'
>

/**
 * One report with all that is read in it, in the order of its text. All offsets are UTF-16 code units of the reading's
 * text.
 */
export interface ReportMaterial {
  report: MaterialReport
  statements: readonly MaterialStatement[]
  matters: readonly MaterialMatter[]
  /** The whole text of the reading, corrections laid in; '' where it was not asked for (the ledger needs none). */
  text: string
}
