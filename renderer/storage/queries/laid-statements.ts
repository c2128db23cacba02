import type { Report } from '#shared/model/report'
import type { ExtractedStatement, Statement } from '#shared/model/statement'
import type { ProjectDatabase } from '../database'
import { type LaidStatement, layOver } from '../derive'
import { groupBy } from '../group-by'
import { type Packed, unpackRows } from '../pack'

/** A report with what the engine found in it, as it is stored, and what the user has said on that. */
export interface StoredStatements {
  report: Report
  engine: Packed<ExtractedStatement> | null
  touched: Statement[]
}

/** The statements of some reports, all read together. A report whose record is gone is left out. */
export async function storedStatements(db: ProjectDatabase, ids: readonly string[]): Promise<StoredStatements[]> {
  const [reports, outputs, touched] = await db.transaction('r', db.reports, db.engineOutput, db.statements, () =>
    Promise.all([
      db.reports.bulkGet([...ids]),
      db.engineOutput.bulkGet([...ids]),
      db.statements.where('report').anyOf(ids).toArray(),
    ]),
  )
  const touchedIn = groupBy(touched, (statement) => statement.report)
  return reports.flatMap((report, index): StoredStatements[] => {
    if (!report) return []
    // What another reading has waits until that reading is back (`touchedOf`).
    const own = (touchedIn.get(report.id) ?? []).filter((statement) => statement.reading === report.reading)
    return [{ report, engine: outputs[index]?.statements ?? null, touched: own }]
  })
}

/** The statements of a report as the user sees them, the rejected ones too. */
export const laidOf = ({ engine, touched }: StoredStatements): LaidStatement[] =>
  layOver(engine ? unpackRows(engine) : [], touched)
