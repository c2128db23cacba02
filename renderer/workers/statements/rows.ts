import { settle } from '#shared/compare/cells'
import { unitOf } from '#shared/statements/units'
import { CODES, type Columns } from './columns'
import type { StatementRow } from './protocol'
import type { SentenceWords } from './sentences'

/** A row with all that a table shows of it. */
export function rowOf(columns: Columns, row: number, { words, wordsAt }: SentenceWords): StatementRow {
  const report = columns.reportOf(row)
  const statement = columns.statement(row)
  const { base, factor } = unitOf(statement.unit)
  return {
    ...statement,
    report: report.id,
    source: report.source,
    key: columns.keyOf(row),
    status: CODES.status[columns.codes.status[row] ?? 0] ?? 'suggested',
    touched: columns.codes.touched[row] === 1,
    place: report.place,
    reportYear: report.year,
    reportKind: report.kind,
    title: report.title,
    normal: settle(statement.value * factor),
    normalHigh: statement.high === null ? null : settle(statement.high * factor),
    normalUnit: base,
    words,
    wordsAt,
  }
}
