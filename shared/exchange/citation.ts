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
export function sectionPath(sections: readonly Section[], offset: number): string[] {
  const around = sections.filter(({ start, end }) => start <= offset && offset < end)
  return around.sort((a, b) => a.level - b.level).map(({ title }) => title)
}

/** What parts the titles of a path. */
export const PATH_MARK = ' › '

/** A quote with what is known of where it stands; '' and null for what is not. */
export interface CitedWords {
  /** The words as they are read, on one line. */
  words: string
  report: Pick<Report, 'place' | 'year' | 'title' | 'date'> | null
  /** Titles of the sections around it, joined by `PATH_MARK`. */
  section: string
  /** Page or pages of the file. */
  page: string
  provenance: Pick<Provenance, 'origin' | 'published' | 'page'>
  fileName: string
}

/** 洛阳市 2023 年政府工作报告; the report's own title, or the file's name, where place or year is not known. */
function reportName({ report, fileName }: Pick<CitedWords, 'report' | 'fileName'>): string {
  if (!report) return fileName
  const { place, year, title } = report
  return place && year !== null ? `${place.name} ${year}年政府工作报告` : title || fileName
}

/** Where a quote stands: 地区 年度 报告，章节，页/版，日期. What is not known is left out. */
export function citedPlace(cited: Omit<CitedWords, 'words'>): string {
  const { report, section, page, provenance } = cited
  return [
    reportName(cited),
    section,
    page === '' ? provenance.page : `第${page}页`,
    [provenance.origin, provenance.published || (report?.date ?? '')].filter((part) => part !== '').join(' '),
  ]
    .filter((part) => part !== '')
    .join('，')
}

/** A quote with its citation: 「引文」（地区 年度 报告，章节，页/版，日期）. What is not known is left out. */
export const citedWords = (cited: CitedWords): string => `「${cited.words}」（${citedPlace(cited)}）`

/**
 * A quote as it is put into a text: 「引文」（地区 年度 报告，章节，页/版，日期）. What is not known is left out. The
 * quotation marks inside stay as they are.
 */
export const citationOf = ({ text, joins, pages, sections, ...passage }: CitedPassage): string =>
  citedWords({
    ...passage,
    words: readWords(text, passage, joins),
    section: sectionPath(sections, passage.start).join(PATH_MARK),
    page: pagesOf(pages, passage),
  })
