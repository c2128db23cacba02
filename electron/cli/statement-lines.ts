import type { AnalysedSource } from '#shared/analysis/analyse'
import { pagesOf } from '#shared/exchange/citation'
import type { Page } from '#shared/model/reading'

/** The page of a statement, for formats that have pages. */
const pageField = (pages: readonly Page[], start: number): { page?: string } =>
  pages.length === 0 ? {} : { page: pagesOf(pages, { start, end: start + 1 }) }

/**
 * The statements of a source as JSON Lines. The worker writes them, since a string crosses to the main thread at a
 * fraction of the cost of hundreds of records.
 * @param named the fields that name the source: its file, or the id that it was given
 */
export const statementLines = ({ text, reports }: AnalysedSource, named: Readonly<Record<string, string>>): string =>
  reports
    .flatMap(({ report, statements }) =>
      statements.map(
        (statement) =>
          `${JSON.stringify({ ...named, report: report.id, ...statement, ...pageField(text.pages, statement.start), status: 'suggested' })}\n`,
      ),
    )
    .join('')
