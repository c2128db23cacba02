import { type ExtractedMatter, type Matter, MatterType, matterKey } from '#shared/model/matter'
import type { StatementStatus } from '#shared/model/statement'
import type { ProjectDatabase, StoredMatters } from '../database'
import { groupBy } from '../group-by'
import { inTextOrder, unpackMatters } from '../matters/packed'
import { withLists } from '../matters/parents'
import { unspokenMatters } from '../matters/spoken'
import { besideReports, besideSource } from './beside-reports'
import { presentReports } from './reports'

/** A matter as it is reviewed: the engine's, or the user's word in its place. */
export interface ReviewMatter {
  content: ExtractedMatter
  /** Names it inside its report; stable under edits. */
  key: string
  /** Id of the touched matter, null for one that only the engine made. */
  id: string | null
  status: StatementStatus
  /** Its words are not in the present text: its offsets mean nothing. */
  orphan: boolean
  report: string
  source: string
  reading: string
}

/** The name by which a touched matter is addressed inside its report. */
export const touchedMatterKey = ({ id, origin }: Pick<Matter, 'id' | 'origin'>): string => origin ?? id

/** Where matters are reviewed. */
type Place = Pick<ReviewMatter, 'report' | 'source' | 'reading'>

const suggested = (content: ExtractedMatter, place: Place): ReviewMatter => ({
  ...{ content, key: matterKey(content), id: null, status: 'suggested', orphan: false },
  ...place,
})

/**
 * Lays the user's word over what the engine found, in the order of the text.
 * @param touched the user's word of this report and reading
 */
export function layMatters(
  place: Place,
  packed: StoredMatters['packed'] | undefined,
  touched: readonly Matter[],
  types: readonly MatterType[] = MatterType.options,
): ReviewMatter[] {
  const engine = packed ? unpackMatters(packed, types) : []
  if (touched.length === 0) return engine.map((content) => suggested(content, place))
  const laid = touched.flatMap((matter): ReviewMatter[] => {
    const { id, status, orphan, content } = matter
    return types.includes(content.type)
      ? [{ content, key: touchedMatterKey(matter), id, status, orphan, ...place }]
      : []
  })
  for (const content of unspokenMatters(engine, touched)) laid.push(suggested(content, place))
  return [...withLists(laid, engine, touched)].sort((a, b) => inTextOrder(a.content, b.content))
}

/** All matters of a report, also the rejected ones, in the order of the text. */
export async function reviewMatters(db: ProjectDatabase, reportId: string): Promise<ReviewMatter[]> {
  const report = await db.reports.get(reportId)
  if (!report) return []
  const [row, touched] = await Promise.all([
    db.engineMatters.get(reportId),
    db.matters.where('report').equals(reportId).toArray(),
  ])
  const { source, reading } = report
  const own = touched.filter((matter) => matter.reading === reading)
  return layMatters({ report: reportId, source, reading }, row?.packed, own)
}

/** All matters of the reports that a source has by its present reading, in their order; read together. */
export async function sourceMatters(db: ProjectDatabase, hash: string): Promise<ReviewMatter[]> {
  const [reports, known, touched] = await Promise.all([
    presentReports(db, hash),
    besideSource(db.engineMatters, hash),
    db.matters.where('source').equals(hash).toArray(),
  ])
  const rows = await besideReports(db.engineMatters, reports, known)
  const spoken = groupBy(touched, ({ report }) => report)
  return reports.flatMap(({ id, source, reading }, at) => {
    const own = (spoken.get(id) ?? []).filter((matter) => matter.reading === reading)
    return layMatters({ report: id, source, reading }, rows[at]?.packed, own)
  })
}

/**
 * Matters that the user accepted as they were read, and that are read with another data year now; see
 * `statementsOfOtherYear`. In the order of the text.
 */
export async function mattersOfOtherYear(
  db: ProjectDatabase,
  reportId: string,
): Promise<{ report: string; key: string }[]> {
  const [row, reviewed] = await Promise.all([db.engineMatters.get(reportId), reviewMatters(db, reportId)])
  const years = new Map((row ? unpackMatters(row.packed) : []).map((matter) => [matterKey(matter), matter.year]))
  return reviewed.flatMap(({ key, status, orphan, content }) => {
    const year = years.get(key)
    const isOther = status === 'accepted' && !orphan && year !== undefined && year !== content.year
    return isOther ? [{ report: reportId, key }] : []
  })
}
