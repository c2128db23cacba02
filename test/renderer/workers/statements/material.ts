import { Columns } from '../../../../renderer/workers/statements/columns'
import type { Report } from '../../../../shared/model/report'
import { type ExtractedStatement, type StatementStatus, statementKey } from '../../../../shared/model/statement'
import { analysed, statementAt } from '../../storage/fixture'

/** A report of the n-th file. */
export function reportOf(n: number, fields: Partial<Report> = {}): Report {
  const first = analysed(n).reports[0]?.report
  if (!first) throw new Error('the fixture has a report')
  return { ...first, ...fields }
}

/** A place of its own. */
export const placeOf = (code: string, name: string): Report['place'] => ({
  code,
  name,
  short: name,
  level: 'county',
  parent: '410300',
})

export type Said = Partial<ExtractedStatement> & { status?: StatementStatus; id?: string | null; key?: string }

let offset = 0

/** A statement as the user sees it; each has a place of its own in the text unless one is given. */
export function laid({ status = 'suggested', id = null, key, ...fields }: Said = {}) {
  const statement = statementAt('8%', { start: offset++, ...fields })
  return { key: key ?? statementKey(statement), id, status, statement }
}

/** Columns of one report for each list of statements. */
export function columnsOf(...reports: readonly (readonly Said[])[]): Columns {
  const columns = new Columns()
  for (const [n, said] of reports.entries())
    columns.put(
      reportOf(n),
      said.map((one) => laid(one)),
    )
  return columns
}
