import { type Doubt, doubtsOf } from '#shared/model/doubts'
import type { Report } from '#shared/model/report'
import type { Source } from '#shared/model/source'
import type { ProjectDatabase } from '../database'

/** A report of which something should be settled. */
export interface DoubtfulReport {
  report: Report
  source: Source
  doubts: Doubt[]
}

/** The reports of visible sources of which place, year or kind is not certain, the least certain first. */
export async function listDoubtful(db: ProjectDatabase): Promise<DoubtfulReport[]> {
  const reports = await db.reports.toArray()
  const doubtful = reports.flatMap((report) => {
    const doubts = doubtsOf(report)
    return doubts.length > 0 ? [{ report, doubts }] : []
  })
  if (doubtful.length === 0) return []
  const sources = await db.sources.bulkGet(doubtful.map(({ report }) => report.source))
  return doubtful
    .flatMap(({ report, doubts }, index) => {
      const source = sources[index]
      return source && !source.hidden ? [{ report, source, doubts }] : []
    })
    .sort((a, b) => a.report.confidence - b.report.confidence || (a.source.name < b.source.name ? -1 : 1))
}
