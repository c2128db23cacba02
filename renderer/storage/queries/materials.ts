import type { MaterialMatter, MaterialStatement, ReportMaterial } from '#shared/compare/material'
import { MatterType } from '#shared/model/matter'
import type { Report } from '#shared/model/report'
import type { ProjectDatabase } from '../database'
import { laidOf, storedStatements } from './laid-statements'
import { isInSight, rowsOfReports, type SourcedReport } from './matter-rows'

/** Reports that are read at once: some 3,000 statements, and with texts two megabytes. */
const AT_ONCE = 20

/** Which reports are wanted. */
export interface MaterialsWanted {
  /** Place codes; all places where it is left out. */
  places?: readonly string[]
  /** Ids of reports; all reports where it is left out. */
  reports?: readonly string[]
  /** Whether the texts are needed: the audit looks for brackets in them. */
  text: boolean
}

async function wantedReports(db: ProjectDatabase, { places, reports }: MaterialsWanted): Promise<SourcedReport[]> {
  const codes = places && new Set(places)
  const listed = reports ? await db.reports.bulkGet([...new Set(reports)]) : await db.reports.toArray()
  const hashes = [...new Set(listed.flatMap((report) => report?.source ?? []))]
  const known = reports ? await db.sources.bulkGet(hashes) : await db.sources.toArray()
  const sources = new Map(known.flatMap((source) => (source ? [[source.hash, source]] : [])))
  return listed.flatMap((report): SourcedReport[] => {
    const source = sources.get(report?.source ?? '')
    if (!report || !source || !report.main || !report.place || !isInSight({ report, source })) return []
    return codes && !codes.has(report.place.code) ? [] : [{ report, source }]
  })
}

const materialReport = ({ id, source, title, place, year, kind, main, start, end }: Report) => ({
  ...{ id, source, title, place, year, kind, main, start, end },
})

async function materialsOf(
  db: ProjectDatabase,
  some: readonly SourcedReport[],
  text: boolean,
): Promise<ReportMaterial[]> {
  const ids = some.map(({ report }) => report.id)
  const [stored, matters, texts] = await Promise.all([
    storedStatements(db, ids),
    rowsOfReports(db, some, MatterType.options),
    text ? db.texts.bulkGet(some.map(({ report }) => report.reading)) : [],
  ])
  const statementsOf = new Map(stored.map((one) => [one.report.id, one]))
  return some.map(({ report }, index): ReportMaterial => {
    const own = statementsOf.get(report.id)
    const statements = (own ? laidOf(own) : []).flatMap(({ key, status, statement }): MaterialStatement[] =>
      status === 'rejected' ? [] : [{ ...statement, key, status }],
    )
    const kept = (matters.get(report.id) ?? []).flatMap(({ content, key, status, orphan }): MaterialMatter[] =>
      status === 'rejected' || orphan ? [] : [{ content, key, status }],
    )
    return { report: materialReport(report), statements, matters: kept, text: texts[index]?.text ?? '' }
  })
}

/**
 * What ledger and audit need of the main versions of reports in sight whose place is known, some reports at a time, by
 * place and then by year, so that all of a place comes together.
 * @param told how many reports were read
 * @throws what `signal` was aborted with
 */
export async function* reportMaterials(
  db: ProjectDatabase,
  wanted: MaterialsWanted,
  told: (done: number, total: number) => void = () => undefined,
  signal?: AbortSignal,
): AsyncGenerator<ReportMaterial[]> {
  const all = (await wantedReports(db, wanted)).sort(
    ({ report: a }, { report: b }) =>
      (a.place?.code ?? '').localeCompare(b.place?.code ?? '') ||
      (a.year ?? 0) - (b.year ?? 0) ||
      (a.id < b.id ? -1 : 1),
  )
  for (let at = 0; at < all.length; at += AT_ONCE) {
    signal?.throwIfAborted()
    told(at, all.length)
    yield await materialsOf(db, all.slice(at, at + AT_ONCE), wanted.text)
  }
  signal?.throwIfAborted()
  told(all.length, all.length)
}
