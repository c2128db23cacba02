import type { Report } from '#shared/model/report'
import type { Source } from '#shared/model/source'
import type { ProjectDatabase } from '../database'

/** One version of a report, with its file. */
export interface ReportVersion {
  report: Report
  source: Source
}

/** All visible versions of a report, itself too, the main one first; empty for one that stands alone. */
export async function versionsOf(db: ProjectDatabase, reportId: string): Promise<ReportVersion[]> {
  const report = await db.reports.get(reportId)
  if (!report || report.version === null) return []
  const group = await db.reports.where('version').equals(report.version).toArray()
  const sources = await db.sources.bulkGet(group.map(({ source }) => source))
  return group
    .flatMap((one, index) => {
      const source = sources[index]
      return source && !source.hidden ? [{ report: one, source }] : []
    })
    .sort((a, b) => Number(b.report.main) - Number(a.report.main) || (a.source.name < b.source.name ? -1 : 1))
}
