import type { Report } from '#shared/model/report'
import type { Source } from '#shared/model/source'

/** What a report is called where there is little room: 瀍河 2023; its title, or the file's name, where that is unknown. */
export function shortTitle(report: Report | null, source: Source): string {
  if (!report) return source.name
  const named = [report.place?.short, report.year].filter((part) => part !== undefined && part !== null)
  return named.length ? named.join(' ') : report.title || source.name
}
