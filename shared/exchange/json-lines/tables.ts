import type { LedgerFigure, LedgerRow } from '../../compare/ledger/ledger-types'
import type { ContentReport, ContentSource, LedgerContent, ProjectContent } from '../project-content'

/*
 * Every table as JSON Lines: an object a line, in UTF-8. docs/exchange.md describes the fields. Names and values are
 * those of the records (`shared/model`), so that a line can be read by the schema of its record; what a line needs to be
 * understood by itself (words of a span, place and year of its report) stands beside.
 */

/** The tables, by the name of their file. */
export const TABLES = [
  'sources',
  'reports',
  'sections',
  'annotations',
  'codes',
  'statements',
  'matters',
  'memos',
  'ledger',
] as const
export type Table = (typeof TABLES)[number]

type Line = Readonly<Record<string, unknown>>

/** What a line of a report's thing is told with. */
const reportOf = ({ report: { id, source, title, place, year } }: ContentReport): Line => ({
  report: id,
  source,
  title,
  place: place?.code ?? null,
  placeName: place?.name ?? null,
  reportYear: year,
})

const LINES: Readonly<Record<Exclude<Table, 'codes' | 'memos' | 'ledger'>, (content: ContentSource) => Line[]>> = {
  sources: ({ source, text }) => {
    const { reading, readAs: _, hidden: __, ...rest } = source
    return [{ ...rest, reading, characters: text.length }]
  },
  reports: ({ reports }) => reports.map(({ report }) => ({ ...report })),
  sections: ({ reports }) =>
    reports.flatMap((one) => one.sections.map((section, index) => ({ ...reportOf(one), index, ...section }))),
  annotations: ({ annotations }) => annotations.map((annotation) => ({ ...annotation })),
  statements: ({ reports, text }) =>
    reports.flatMap((one) =>
      one.statements.map((statement) => ({
        ...reportOf(one),
        ...statement,
        words: text.slice(statement.sentence.start, statement.sentence.end),
      })),
    ),
  matters: ({ reports, text }) =>
    reports.flatMap((one) =>
      one.matters.map(({ content, ...reviewed }) => ({
        ...reportOf(one),
        ...reviewed,
        ...content,
        words: text.slice(content.sentence.start, content.sentence.end),
      })),
    ),
}

/** A figure of the ledger, with where it stands. */
function figure({ ref, origin, normal, normalHigh, base, ...rest }: LedgerFigure): Line {
  return {
    ...rest,
    key: ref.key,
    normal,
    normalHigh,
    base,
    origin: origin && { report: origin.report, source: origin.source, start: origin.start, end: origin.end },
  }
}

/** A target beside its result. */
function ledgerLine(row: LedgerRow): Line {
  const { place, year, headline, target, result, supporting, verdict, exceeded, gap, why, caveats, scored } = row
  return {
    place: place.code,
    placeName: place.name,
    year,
    headline,
    verdict,
    exceeded,
    gap,
    scored,
    why,
    caveats,
    target: figure(target),
    result: result && figure(result),
    supporting: supporting.map(figure),
  }
}

/**
 * The lines of a table, one source at a time.
 * @param ledger gives the rows of `ledger`; without it that table is empty
 */
export async function* tableLines(
  table: Table,
  content: ProjectContent,
  ledger?: LedgerContent,
): AsyncGenerator<string> {
  const line = (value: Line): string => `${JSON.stringify(value)}\n`
  if (table === 'codes' || table === 'memos') for (const record of content[table]) yield line({ ...record })
  else if (table === 'ledger') {
    if (ledger) for await (const row of ledger()) yield line(ledgerLine(row))
  } else for await (const source of content.sources()) for (const one of LINES[table](source)) yield line(one)
}
