import type { Span } from '#shared/model/anchor'
import type { Page } from '#shared/model/reading'
import type { Report } from '#shared/model/report'
import type { Section } from '#shared/model/section'
import type { Provenance } from '#shared/model/source'
import { citedPlace, PATH_MARK, pagesOf, readWords, sectionPath } from '../citation'

/** What is needed of a source to quote from it. Offsets are UTF-16 code units of `text`. */
export interface SourceFacts {
  fileName: string
  provenance: Provenance
  text: string
  /** Line breaks that a scan put into sentences. */
  joins: readonly Span[]
  pages: readonly Page[]
  reports: readonly { report: Report; sections: readonly Section[] }[]
}

/** Section and page of an offset: 二、重点工作，第3页; '' where nothing is known. */
export function whereIn({ pages, reports }: SourceFacts, report: string, offset: number): string {
  const sections = reports.find((one) => one.report.id === report)?.sections ?? []
  const page = pagesOf(pages, { start: offset, end: offset + 1 })
  return [sectionPath(sections, offset).join(PATH_MARK), page === '' ? '' : `第${page}页`]
    .filter((part) => part !== '')
    .join('，')
}

/** The citation of a span of a report, without its words. */
export function citedSpan(facts: SourceFacts, report: string, span: Span): string {
  const known = facts.reports.find((one) => one.report.id === report)
  return citedPlace({
    report: known?.report ?? null,
    section: sectionPath(known?.sections ?? [], span.start).join(PATH_MARK),
    page: pagesOf(facts.pages, span),
    provenance: facts.provenance,
    fileName: facts.fileName,
  })
}

/** The words of a span as they are read. */
export const wordsIn = ({ text, joins }: SourceFacts, span: Span): string => readWords(text, span, joins)
