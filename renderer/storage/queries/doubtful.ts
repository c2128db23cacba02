import { type Doubt, doubtsOf } from '#shared/model/doubts'
import type { Report } from '#shared/model/report'
import type { Source } from '#shared/model/source'
import type { LibraryRow } from './library'

/** A report of which something should be settled. */
export interface DoubtfulReport {
  report: Report
  source: Source
  doubts: Doubt[]
}

/** The doubtful reports of a row, worked out once: of thousands of rows few change. */
const known = new WeakMap<LibraryRow, readonly DoubtfulReport[]>()

function inRow(row: LibraryRow): readonly DoubtfulReport[] {
  const before = known.get(row)
  if (before) return before
  const found = row.reports.flatMap((report) => {
    const doubts = doubtsOf(report)
    return doubts.length > 0 ? [{ report, source: row.source, doubts }] : []
  })
  known.set(row, found)
  return found
}

/** The reports of which place, year or kind is not certain, the least certain first. */
export const doubtfulOf = (rows: readonly LibraryRow[]): DoubtfulReport[] =>
  rows
    .flatMap(inRow)
    .sort((a, b) => a.report.confidence - b.report.confidence || (a.source.name < b.source.name ? -1 : 1))
