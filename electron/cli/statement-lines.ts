import type { AnalysedSource } from '#shared/analysis/analyse'

/**
 * The statements of a source as JSON Lines. The worker writes them, since a string crosses to the main thread at a
 * fraction of the cost of hundreds of records.
 * @param named the fields that name the source: its file, or the id that it was given
 */
export const statementLines = ({ reports }: AnalysedSource, named: Readonly<Record<string, string>>): string =>
  reports
    .flatMap(({ report, statements }) =>
      statements.map(
        (statement) => `${JSON.stringify({ ...named, report: report.id, ...statement, status: 'suggested' })}\n`,
      ),
    )
    .join('')
