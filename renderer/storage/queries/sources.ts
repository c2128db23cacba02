import { readingId } from '#shared/model/identity'
import type { Reading, ReadingText } from '#shared/model/reading'
import type { Report } from '#shared/model/report'
import type { Section } from '#shared/model/section'
import type { Source } from '#shared/model/source'
import type { ProjectDatabase } from '../database'
import { besideReports, besideSource } from './beside-reports'
import { byOrdinal } from './reports'

/** A report with its sections. */
export interface ReportWithSections {
  report: Report
  sections: Section[]
}

/** All that the reader needs of a source; it may hold no report. */
export interface SourceBundle {
  source: Source
  reading: Reading
  text: ReadingText
  /** In the order of the text. */
  reports: ReportWithSections[]
}

/**
 * A source with its text and everything found in it; null where there is none, or where its text is lost. Most sources
 * have one reading, and reports whose ids follow from the hash: all of it is read in one round then.
 */
export async function getSourceBundle(db: ProjectDatabase, hash: string): Promise<SourceBundle | null> {
  const first = readingId(hash, 1)
  const [source, reports, sections, ...firstRead] = await Promise.all([
    db.sources.get(hash),
    db.reports.where('source').equals(hash).toArray(),
    besideSource(db.sections, hash),
    db.readings.get(first),
    db.texts.get(first),
  ])
  if (!source) return null
  // Until the reports of this reading are found again, those of another one are of no use for its text.
  const ordered = byOrdinal(reports.filter((report) => report.reading === source.reading))
  const [[reading, text], packed] = await Promise.all([
    source.reading === first
      ? firstRead
      : Promise.all([db.readings.get(source.reading), db.texts.get(source.reading)] as const),
    besideReports(db.sections, ordered, sections),
  ])
  if (!reading || !text) return null
  return {
    source,
    reading,
    text,
    reports: ordered.map((report, index) => ({ report, sections: packed[index]?.sections ?? [] })),
  }
}
