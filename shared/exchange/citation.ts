import type { Span } from '../model/anchor'
import type { Page } from '../model/reading'
import type { Report } from '../model/report'
import type { Section } from '../model/section'
import type { Provenance } from '../model/source'

/** A passage with all that its citation tells. */
export interface CitedPassage extends Span {
  text: string
  /** Line breaks that a scan put into sentences. */
  joins: readonly Span[]
  pages: readonly Page[]
  provenance: Provenance
  /** Null for a passage outside every report. */
  report: Pick<Report, 'place' | 'year' | 'title' | 'date'> | null
  sections: readonly Section[]
  /** Name of the file, for a passage of no report. */
  fileName: string
}

/** The pages on which a span stands: 3, or 3–4; '' where the format has no pages. */
export function pagesOf(pages: readonly Page[], { start, end }: Span): string {
  const on = pages.filter((page) => page.start < end && start < page.end).map(({ label }) => label)
  const [first, last] = [on[0], on.at(-1)]
  if (first === undefined) return ''
  return first === last ? first : `${first}–${last}`
}

/** The words of a span as they are read: without the breaks of a scan, on one line. */
export function readWords(text: string, { start, end }: Span, joins: readonly Span[]): string {
  let words = ''
  let from = start
  for (const join of joins) {
    if (join.end <= from || join.start >= end) continue
    words += text.slice(from, join.start)
    from = join.end
  }
  return (words + text.slice(Math.min(from, end), end)).replace(/\s*[\r\n]+\s*/g, ' ').trim()
}

/** Titles of the sections around an offset, the outermost first. */
function sectionPath(sections: readonly Section[], offset: number): string[] {
  const around = sections.filter(({ start, end }) => start <= offset && offset < end)
  return around.sort((a, b) => a.level - b.level).map(({ title }) => title)
}

/** 洛阳市 2023 年政府工作报告; the report's own title, or the file's name, where place or year is not known. */
function reportName({ report, fileName }: CitedPassage): string {
  if (!report) return fileName
  const { place, year, title } = report
  return place && year !== null ? `${place.name} ${year}年政府工作报告` : title || fileName
}

/**
 * A quote as it is put into a text: 「引文」（地区 年度 报告，章节，页/版，日期）. What is not known is left out. The
 * quotation marks inside stay as they are.
 */
export function citationOf(passage: CitedPassage): string {
  const { text, joins, pages, provenance, report, sections } = passage
  const page = pagesOf(pages, passage)
  const where = [
    reportName(passage),
    sectionPath(sections, passage.start).join(' › '),
    page === '' ? provenance.page : `第${page}页`,
    [provenance.origin, provenance.published || (report?.date ?? '')].filter((part) => part !== '').join(' '),
  ].filter((part) => part !== '')
  return `「${readWords(text, passage, joins)}」（${where.join('，')}）`
}
