import { type ExtractedStatement, type Statement, type StatementStatus, statementKey } from '#shared/model/statement'
import type { ProjectDatabase } from '../database'
import { engineStatements, layOver, touchedKey, touchedOf } from '../derive'
import { groupBy } from '../group-by'
import { unpackRows } from '../pack'
import { besideReports, besideSource } from './beside-reports'
import { presentReports } from './reports'

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

type Place = Pick<ReviewStatement, 'report' | 'source' | 'reading'>

function reviewed(
  place: Place,
  engine: readonly ExtractedStatement[],
  touched: readonly Statement[],
): ReviewStatement[] {
  return layOver(engine, touched).map(({ key, id, status, statement }) => ({ ...statement, key, id, status, ...place }))
}

/** All statements of a report, also the rejected ones, in the order of the text. */
export async function reviewStatements(db: ProjectDatabase, reportId: string): Promise<ReviewStatement[]> {
  const report = await db.reports.get(reportId)
  if (!report) return []
  const [engine, touched] = await Promise.all([engineStatements(db, reportId), touchedOf(db, report)])
  const { source, reading } = report
  return reviewed({ report: reportId, source, reading }, engine, touched)
}

/**
 * All statements of the reports that a source has by its present reading, in their order. Read together: a source of a
 * hundred reports has as many rounds to the database as one of a single report.
 */
export async function sourceStatements(db: ProjectDatabase, hash: string): Promise<ReviewStatement[]> {
  const [reports, known, touched] = await Promise.all([
    presentReports(db, hash),
    besideSource(db.engineOutput, hash),
    db.statements.where('source').equals(hash).toArray(),
  ])
  const outputs = await besideReports(db.engineOutput, reports, known)
  const spoken = groupBy(touched, ({ report }) => report)
  return reports.flatMap(({ id, source, reading }, at) => {
    const output = outputs[at]
    const own = (spoken.get(id) ?? []).filter((one) => one.reading === reading)
    return reviewed({ report: id, source, reading }, output ? unpackRows(output.statements) : [], own)
  })
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
