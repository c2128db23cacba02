import { PATH_MARK, pagesOf, sectionPath } from '#shared/exchange/citation'
import type { Annotation } from '#shared/model/annotation'
import type { Page } from '#shared/model/reading'
import type { Report } from '#shared/model/report'
import type { Source } from '#shared/model/source'
import { oneLine } from '#shared/text/one-line'
import type { ProjectDatabase } from '../database'

/** What a quote tells of its report. */
export type QuotedReport = Pick<Report, 'id' | 'title' | 'place' | 'year' | 'kind' | 'date'>

/** What a quote tells of its file. */
export type QuotedSource = Pick<Source, 'hash' | 'name' | 'provenance' | 'hidden'>

/** An annotation as a line of the quotes list. */
export interface Quote {
  id: string
  /** Null outside every report. */
  report: QuotedReport | null
  source: QuotedSource
  reading: string
  /** UTF-16 code units of the reading's text; of an orphan where it once stood. */
  start: number
  end: number
  /** The words on one line. */
  text: string
  /** The words as they stand in the file. */
  quote: string
  /** Titles of the sections around it; '' where there are none, or while they are looked up. */
  section: string
  /** Page or pages; '' for a file without pages, or while they are looked up. */
  page: string
  codes: readonly string[]
  memo: string
  author: string
  /** The autocoding rule that made it. */
  rule: string | null
  createdAt: string
  updatedAt: string
  orphan: boolean
}

/** Section and page of a quote. */
export type Whereabouts = Pick<Quote, 'section' | 'page'>

/** The line of an annotation; where it stands is looked up apart. */
export function quoteOf(
  annotation: Annotation,
  report: QuotedReport | null,
  source: QuotedSource,
  { section, page }: Whereabouts,
): Quote {
  const { id, reading, anchor, codes, memo, author, rule, createdAt, updatedAt, orphan } = annotation
  const { start, end, quote } = anchor
  const made = { codes, memo, author, rule, createdAt, updatedAt, orphan }
  return { id, report, source, reading, start, end, text: oneLine(quote), quote, section, page, ...made }
}

/** What the quotes need of a report. */
export const quotedReport = ({ id, title, place, year, kind, date }: Report): QuotedReport => ({
  id,
  title,
  place,
  year,
  kind,
  date,
})

/** What the quotes need of a source. */
export const quotedSource = ({ hash, name, provenance, hidden }: Source): QuotedSource => ({
  hash,
  name,
  provenance,
  hidden,
})

/** The pages of readings; only files with pages are read, since pages lie with the texts. */
export async function pagesOfReadings(db: ProjectDatabase, ids: readonly string[]): Promise<Map<string, Page[]>> {
  const readings = await db.readings.bulkGet([...ids])
  const pages = new Map<string, Page[]>()
  for (const [at, id] of ids.entries()) {
    const text = readings[at]?.format === 'pdf' ? await db.texts.get(id) : undefined
    pages.set(id, text?.pages ?? [])
  }
  return pages
}

/** Where quotes of some reports stand. */
export async function whereaboutsOf(
  db: ProjectDatabase,
  quotes: readonly Quote[],
  pages: ReadonlyMap<string, readonly Page[]>,
): Promise<Map<string, Whereabouts>> {
  const reports = [...new Set(quotes.flatMap(({ report }) => report?.id ?? []))]
  const packed = await db.sections.bulkGet(reports)
  const sections = new Map(packed.flatMap((one) => (one ? [[one.report, one.sections] as const] : [])))
  return new Map(
    quotes.map((quote) => {
      const own = (quote.report && !quote.orphan && sections.get(quote.report.id)) || []
      const page = quote.orphan ? '' : pagesOf(pages.get(quote.reading) ?? [], quote)
      return [quote.id, { section: sectionPath(own, quote.start).join(PATH_MARK), page }]
    }),
  )
}
