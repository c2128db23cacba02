import type { Report } from '#shared/model/report'
import type { ProjectDatabase } from '../database'
import { type LaidStatement, layOver } from '../derive'
import { groupBy } from '../group-by'
import { unpackRows } from '../pack'

/** A report with its statements as the user sees them, the rejected ones too. */
export interface LaidReport {
  report: Report
  statements: LaidStatement[]
}

/** The statements of some reports, all read together. A report whose record is gone is left out. */
export async function laidStatements(db: ProjectDatabase, ids: readonly string[]): Promise<LaidReport[]> {
  const [reports, outputs, touched] = await db.transaction('r', db.reports, db.engineOutput, db.statements, () =>
    Promise.all([
      db.reports.bulkGet([...ids]),
      db.engineOutput.bulkGet([...ids]),
      db.statements.where('report').anyOf(ids).toArray(),
    ]),
  )
  const touchedIn = groupBy(touched, (statement) => statement.report)
  return reports.flatMap((report, index): LaidReport[] => {
    if (!report) return []
    const output = outputs[index]
    // What another reading has waits until that reading is back (`touchedOf`).
    const own = (touchedIn.get(report.id) ?? []).filter((statement) => statement.reading === report.reading)
    return [{ report, statements: layOver(output ? unpackRows(output.statements) : [], own) }]
  })
}
