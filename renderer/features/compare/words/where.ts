import type { WordLine } from '../../../workers/words/protocol'
import type { ListedLine } from './line-list'
import type { WantedReports } from './reports'

/** A passage as a line of the list, with place and year of its report. */
export function listedLine(
  { report, source, start, end, before, hit, after }: WordLine,
  { reports }: WantedReports,
): ListedLine {
  const own = reports.find((one) => one.report === report)
  const where = own ? `${own.place.short} ${own.year}` : ''
  return { key: `${report} ${start} ${end}`, where, before, hit, after, source, report, start, end }
}
