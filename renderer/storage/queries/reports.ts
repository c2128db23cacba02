import type { Reading, ReadingText } from '#shared/model/reading'
import type { Report } from '#shared/model/report'
import type { Section } from '#shared/model/section'
import type { Source } from '#shared/model/source'
import type { ProjectDatabase } from '../database'
import { hiddenSources } from './hidden'

/** All about one report, with the other reports of its source. */
export interface ReportBundle {
  report: Report
  source: Source
  reading: Reading
  text: ReadingText
  sections: Section[]
  siblings: Report[]
}

/** Reports of one source in the order of its text. */
export const byOrdinal = (reports: readonly Report[]): Report[] => reports.toSorted((a, b) => a.ordinal - b.ordinal)

/** The reports that a source has by its present reading, in the order of its text. */
export async function presentReports(db: ProjectDatabase, hash: string): Promise<Report[]> {
  const [source, reports] = await Promise.all([db.sources.get(hash), db.reports.where('source').equals(hash).toArray()])
  return byOrdinal(reports.filter(({ reading }) => reading === source?.reading))
}

/** The reports of all visible sources. */
export async function listReports(db: ProjectDatabase): Promise<Report[]> {
  const [reports, hidden] = await Promise.all([db.reports.toArray(), hiddenSources(db)])
  return reports.filter(({ source }) => !hidden.has(source))
}

/** A report with its text; null where there is none, or where its text is lost. */
export async function getReportBundle(db: ProjectDatabase, reportId: string): Promise<ReportBundle | null> {
  const report = await db.reports.get(reportId)
  if (!report) return null
  const [source, reading, text, packed, all] = await Promise.all([
    db.sources.get(report.source),
    db.readings.get(report.reading),
    db.texts.get(report.reading),
    db.sections.get(reportId),
    db.reports.where('source').equals(report.source).toArray(),
  ])
  if (!source || !reading || !text) return null
  const siblings = byOrdinal(all).filter(({ id }) => id !== reportId)
  return { report, source, reading, text, sections: packed?.sections ?? [], siblings }
}
