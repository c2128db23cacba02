import { type Doubt, doubtsOf } from '#shared/model/doubts'
import type { Report } from '#shared/model/report'
import type { LibraryRow } from '../../storage'

/** A line of the table: a report, or a source in which none was found. */
export interface LibraryLine extends LibraryRow {
  /** Annotations of the source; null until they are counted. */
  annotations: number | null
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

/** What of a line does not follow from its row alone. */
type Around = Pick<LibraryLine, 'annotations' | 'versions'>

const lineOf = (row: LibraryRow, report: Report | null, around: Around): LibraryLine => ({
  ...row,
  ...around,
  id: report?.id ?? row.source.hash,
  report,
  doubts: report ? doubtsOf(report) : [],
  haystack: haystackOf(row, report),
})

/** The lines that were made of each row: of thousands few are others the next time. */
const made = new WeakMap<LibraryRow, LibraryLine[]>()

/** How many versions of each report there are that has several. */
function versionSizes(rows: readonly LibraryRow[]): Map<string, number> {
  const sizes = new Map<string, number>()
  for (const { reports } of rows)
    for (const { version } of reports) if (version !== null) sizes.set(version, (sizes.get(version) ?? 0) + 1)
  return sizes
}

/**
 * The lines of the sources: one per report, one for a source without any. A line in which nothing has changed stays
 * the same object.
 * @param annotations by source; null while they are not counted
 */
export function linesOf(rows: readonly LibraryRow[], annotations: ReadonlyMap<string, number> | null): LibraryLine[] {
  const sizes = versionSizes(rows)
  const lines: LibraryLine[] = []
  for (const row of rows) {
    const before = made.get(row)
    const marks = annotations && (annotations.get(row.source.hash) ?? 0)
    const reports = row.reports.length === 0 ? [null] : row.reports
    const now = reports.map((report, index) => {
      const around = { annotations: marks, versions: sizes.get(report?.version ?? '') ?? 1 }
      const same = before?.[index]
      return same && same.annotations === marks && same.versions === around.versions
        ? same
        : lineOf(row, report, around)
    })
    made.set(row, now)
    for (const line of now) lines.push(line)
  }
  return lines
}

/** True for a version of a report that is not the main one: it enters no count and no comparison. */
export const isMinor = ({ report, versions }: LibraryLine): boolean => versions > 1 && report?.main === false

/** True while the place of a report is a repair that the user has neither refused nor set. */
export const isRepaired = ({ repairedFrom, place, edited }: Report): boolean =>
  repairedFrom !== null && place !== null && !edited.includes('place')
