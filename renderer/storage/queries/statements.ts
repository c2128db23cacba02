import { type ExtractedStatement, type StatementStatus, statementKey } from '#shared/model/statement'
import type { ProjectDatabase } from '../database'
import { engineStatements, layOver, touchedKey, touchedOf } from '../derive'
import { byOrdinal } from './reports'

/** A statement as it is reviewed: the engine's, or the user's word in its place. */
export type ReviewStatement = ExtractedStatement & {
  /** Names it inside its report; stable under edits. */
  key: string
  /** Id of the touched statement, null for one that only the engine made. */
  id: string | null
  status: StatementStatus
  report: string
  source: string
  reading: string
}

/** All statements of a report, also the rejected ones, in the order of the text. */
export async function reviewStatements(db: ProjectDatabase, reportId: string): Promise<ReviewStatement[]> {
  const report = await db.reports.get(reportId)
  if (!report) return []
  const [engine, touched] = await Promise.all([engineStatements(db, reportId), touchedOf(db, report)])
  const { source, reading } = report
  return layOver(engine, touched).map(({ key, id, status, statement }) => ({
    ...statement,
    key,
    id,
    status,
    report: reportId,
    source,
    reading,
  }))
}

/** All statements of the reports that a source has by its present reading, in their order. */
export async function sourceStatements(db: ProjectDatabase, hash: string): Promise<ReviewStatement[]> {
  const [source, reports] = await Promise.all([db.sources.get(hash), db.reports.where('source').equals(hash).toArray()])
  const present = byOrdinal(reports.filter(({ reading }) => reading === source?.reading))
  return (await Promise.all(present.map(({ id }) => reviewStatements(db, id)))).flat()
}

/**
 * Statements that the user accepted as they were read, and that are read with another data year now: the report's year
 * was corrected since. What the user edited is the user's own word. In the order of the text. `changeStatements` with
 * `{ type: 'year' }` gives them the year of the others.
 */
export async function statementsOfOtherYear(
  db: ProjectDatabase,
  reportId: string,
): Promise<{ report: string; key: string }[]> {
  const report = await db.reports.get(reportId)
  if (!report) return []
  const [engine, touched] = await Promise.all([engineStatements(db, reportId), touchedOf(db, report)])
  const years = new Map(engine.map((statement) => [statementKey(statement), statement.year]))
  const inOrder = touched.toSorted((a, b) => a.start - b.start)
  return inOrder.flatMap((statement) => {
    const key = touchedKey(statement)
    const year = years.get(key)
    return statement.status !== 'accepted' || year === undefined || year === statement.year
      ? []
      : [{ report: reportId, key }]
  })
}
