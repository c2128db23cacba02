import type { AnalysedSource } from '#shared/analysis/analyse'
import { pagesOf } from '#shared/exchange/citation'
import type { Page } from '#shared/model/reading'

/** The fields that name a source: its file, or the id that it was given. */
type Named = Readonly<Record<string, string>>

/** The page of a statement, for formats that have pages. */
const pageField = (pages: readonly Page[], start: number): { page?: string } =>
  pages.length === 0 ? {} : { page: pagesOf(pages, { start, end: start + 1 }) }

/**
 * The statements of a source as JSON Lines. The worker writes them, since a string crosses to the main thread at a
 * fraction of the cost of hundreds of records.
 */
export const statementLines = ({ text, reports }: AnalysedSource, named: Named): string =>
  reports
    .flatMap(({ report, statements }) =>
      statements.map(
        (statement) =>
          `${JSON.stringify({ ...named, report: report.id, ...statement, ...pageField(text.pages, statement.start), status: 'suggested' })}\n`,
      ),
    )
    .join('')

/**
 * The line of `--summaries` for a source: which reports it has and how many statements, so that one in which nothing was
 * found can be told from one that was lost on the way.
 */
export function sourceSummary({ reading, reports }: AnalysedSource, named: Named): string {
  const summary = {
    ...named,
    type: 'source',
    characters: reading.characters,
    statements: reports.reduce((sum, { statements }) => sum + statements.length, 0),
    reports: reports.map(({ report, statements }) => ({
      report: report.id,
      title: report.title,
      place: report.place && { code: report.place.code, name: report.place.name },
      year: report.year,
      kind: report.kind,
      start: report.start,
      end: report.end,
      statements: statements.length,
    })),
  }
  return `${JSON.stringify(summary)}\n`
}
