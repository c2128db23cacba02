import type { ReportText } from '#shared/compare/running-text'
import type { PlaceRef } from '#shared/model/place'
import type { Report } from '#shared/model/report'
import type { ProjectDatabase } from '../../storage/scan-worker'

/** A report with its text. */
export interface LoadedReport extends ReportText {
  report: Report
  place: PlaceRef
  /** 报告年度 */
  year: number
}

/** Reports that are read at once: some 200,000 characters, a tenth of a second of work. */
const AT_ONCE = 10

/** How a long piece of work is told of and given up. */
export interface Telling {
  progress: (done: number, total: number) => void
  /** False when nobody waits for it any more. */
  going: () => boolean
}

/** Nobody waits for the work any more. */
export class GivenUp extends Error {}

async function load(db: ProjectDatabase, ids: readonly string[]): Promise<LoadedReport[]> {
  const reports = await db.reports.bulkGet([...ids])
  const known = reports.flatMap((report) => report ?? [])
  const [texts, sections] = await Promise.all([
    db.texts.bulkGet([...new Set(known.map(({ reading }) => reading))]),
    db.sections.bulkGet(known.map(({ id }) => id)),
  ])
  const textOf = new Map(texts.flatMap((text) => (text ? [[text.reading, text] as const] : [])))
  return known.flatMap((report, at): LoadedReport[] => {
    const text = textOf.get(report.reading)
    const { place, year, start, end, ordinal } = report
    if (!text || !place || year === null) return []
    return [
      {
        ...{ report, place, year, ordinal, text: text.text, span: { start, end } },
        ...{ stretches: text.stretches, joins: text.joins, sections: sections[at]?.sections ?? [] },
      },
    ]
  })
}

/**
 * Reads reports with their texts, some at a time, and hands each on; nothing is held.
 * @throws GivenUp when nobody waits for it any more
 */
export async function eachReport(
  db: ProjectDatabase,
  ids: readonly string[],
  { progress, going }: Telling,
  take: (report: LoadedReport) => void,
): Promise<void> {
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    const loaded = await load(db, ids.slice(at, at + AT_ONCE))
    if (!going()) throw new GivenUp()
    for (const report of loaded) take(report)
    progress(Math.min(at + AT_ONCE, ids.length), ids.length)
  }
}
