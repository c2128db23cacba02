import { type Doubt, doubtsOf } from '#shared/model/doubts'
import type { Report } from '#shared/model/report'
import type { LibraryRow } from '../../storage'

/** A line of the table: a report, or a source in which none was found. */
export interface LibraryLine extends LibraryRow {
  /** Report id, for a source without one its hash. */
  id: string
  report: Report | null
  /** What of the report the user should settle. */
  doubts: readonly Doubt[]
  /** How many versions of the report there are, this one among them. */
  versions: number
  /** What the text filter searches, in lower case: made once, not with every letter that is typed. */
  haystack: string
}

function haystackOf({ source }: LibraryRow, report: Report | null): string {
  const { place, repairedFrom, title, year } = report ?? { place: null, repairedFrom: null, title: '', year: null }
  return [place?.name, place?.short, repairedFrom, title, source.folder, source.name, year].join(' ').toLowerCase()
}

/** The lines of the sources: one per report, one for a source without any. */
export function linesOf(rows: readonly LibraryRow[]): LibraryLine[] {
  const sizes = new Map<string, number>()
  for (const { reports } of rows)
    for (const { version } of reports) if (version !== null) sizes.set(version, (sizes.get(version) ?? 0) + 1)
  const line = (row: LibraryRow, report: Report | null): LibraryLine => ({
    ...row,
    id: report?.id ?? row.source.hash,
    report,
    doubts: report ? doubtsOf(report) : [],
    versions: report?.version ? (sizes.get(report.version) ?? 1) : 1,
    haystack: haystackOf(row, report),
  })
  return rows.flatMap((row) =>
    row.reports.length === 0 ? [line(row, null)] : row.reports.map((report) => line(row, report)),
  )
}

/** True for a version of a report that is not the main one: it enters no count and no comparison. */
export const isMinor = ({ report, versions }: LibraryLine): boolean => versions > 1 && report?.main === false

/** True while the place of a report is a repair that the user has neither refused nor set. */
export const isRepaired = ({ repairedFrom, place, edited }: Report): boolean =>
  repairedFrom !== null && place !== null && !edited.includes('place')
