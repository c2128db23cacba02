import type { AnalysedSource } from '#shared/analysis/analyse'
import { pagesOf } from '#shared/exchange/citation'
import type { AnalysedReport } from '#shared/model/analysed'
import type { Page } from '#shared/model/reading'

/** The fields that name a source: its file, or the id that it was given. */
type Named = Readonly<Record<string, string>>

/** The page of a statement or matter, for formats that have pages. */
const pageField = (pages: readonly Page[], start: number): { page?: string } =>
  pages.length === 0 ? {} : { page: pagesOf(pages, { start, end: start + 1 }) }

/** What was read in a report, in the order of the text: a matter before the statements that begin where it does. */
const inTextOrder = ({ statements, matters }: AnalysedReport) =>
  [...matters, ...statements].sort((a, b) => a.start - b.start)

/**
 * The statements and matters of a source as JSON Lines; those of matters have a `type`. The worker writes them, since a
 * string crosses to the main thread at a fraction of the cost of hundreds of records.
 */
export const statementLines = ({ text, reports }: AnalysedSource, named: Named): string =>
  reports
    .flatMap((read) =>
      inTextOrder(read).map(
        (found) =>
          `${JSON.stringify({ ...named, report: read.report.id, ...found, ...pageField(text.pages, found.start), status: 'suggested' })}\n`,
      ),
    )
    .join('')

const sum = (counts: readonly number[]): number => counts.reduce((all, count) => all + count, 0)

/**
 * The line of `--summaries` for a source: which reports it has and how many statements and matters, so that one in which
 * nothing was found can be told from one that was lost on the way.
 */
export function sourceSummary({ reading, reports }: AnalysedSource, named: Named): string {
  const summary = {
    ...named,
    type: 'source',
    characters: reading.characters,
    statements: sum(reports.map(({ statements }) => statements.length)),
    matters: sum(reports.map(({ matters }) => matters.length)),
    reports: reports.map(({ report, statements, matters }) => ({
      report: report.id,
      title: report.title,
      place: report.place && { code: report.place.code, name: report.place.name },
      year: report.year,
      kind: report.kind,
      start: report.start,
      end: report.end,
      statements: statements.length,
      matters: matters.length,
    })),
  }
  return `${JSON.stringify(summary)}\n`
}
