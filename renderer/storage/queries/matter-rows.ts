import type { Matter, MatterType } from '#shared/model/matter'
import type { Report } from '#shared/model/report'
import type { Source } from '#shared/model/source'
import type { ProjectDatabase } from '../database'
import { groupBy } from '../group-by'
import { layMatters, type ReviewMatter } from './matters'

/** A matter with what a table shows of its report. */
export type MatterRow = ReviewMatter & {
  place: Report['place']
  reportYear: number | null
  reportKind: Report['kind']
  reportTitle: string
  /** Whether its report is the main one of its versions. */
  main: boolean
  /** Name of its file. */
  sourceName: string
}

/** Reports whose matters are read at once: some 1,500 matters, about ten milliseconds in which nothing is drawn. */
export const REPORTS_AT_ONCE = 15

/** A report with its source. */
export interface SourcedReport {
  report: Report
  source: Source
}

/** Whether the matters of a report are shown: its source is in sight, and it holds for the source's present reading. */
export const isInSight = ({ report, source }: SourcedReport): boolean =>
  !source.hidden && source.reading === report.reading

async function visibleReports(db: ProjectDatabase): Promise<SourcedReport[]> {
  const sources = new Map((await db.sources.toArray()).map((source) => [source.hash, source]))
  const reports = await db.reports.toArray()
  return reports.flatMap((report) => {
    const source = sources.get(report.source)
    return source && isInSight({ report, source }) ? [{ report, source }] : []
  })
}

function rowsOf(
  { report, source }: SourcedReport,
  packed: Parameters<typeof layMatters>[1],
  touched: readonly Matter[],
  types: readonly MatterType[],
): MatterRow[] {
  const { id, reading, place, year, kind, title, main } = report
  const own = touched.filter((matter) => matter.reading === reading)
  const about = { place, reportYear: year, reportKind: kind, reportTitle: title, main, sourceName: source.name }
  return layMatters({ report: id, source: source.hash, reading }, packed, own, types).map((matter) => ({
    ...matter,
    ...about,
  }))
}

/** The matters of some types in some reports, by report. */
export async function rowsOfReports(
  db: ProjectDatabase,
  reports: readonly SourcedReport[],
  types: readonly MatterType[],
): Promise<Map<string, MatterRow[]>> {
  const ids = reports.map(({ report }) => report.id)
  const [engine, touched] = await db.transaction('r', db.engineMatters, db.matters, () =>
    Promise.all([db.engineMatters.bulkGet(ids), db.matters.where('report').anyOf(ids).toArray()]),
  )
  const touchedIn = groupBy(touched, ({ report }) => report)
  return new Map(
    reports.map((one, index) => {
      const { id } = one.report
      return [id, rowsOf(one, engine[index]?.packed, touchedIn.get(id) ?? [], types)]
    }),
  )
}

/**
 * The matters of some types in all reports of sources in sight, the rejected ones too; those of one report together and
 * in the order of its text. Read in parts, so that the window is free in between.
 * @param told how many reports were read
 * @throws what `signal` was aborted with
 */
export async function matterRows(
  db: ProjectDatabase,
  types: readonly MatterType[],
  told: (done: number, total: number) => void = () => undefined,
  signal?: AbortSignal,
): Promise<MatterRow[]> {
  const visible = await visibleReports(db)
  const rows: MatterRow[] = []
  for (let at = 0; at < visible.length; at += REPORTS_AT_ONCE) {
    signal?.throwIfAborted()
    told(at, visible.length)
    const read = await rowsOfReports(db, visible.slice(at, at + REPORTS_AT_ONCE), types)
    for (const own of read.values()) rows.push(...own)
  }
  signal?.throwIfAborted()
  told(visible.length, visible.length)
  return rows
}
