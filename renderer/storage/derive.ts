import { toCell } from '#shared/compare/cells'
import type { Cell } from '#shared/model/cell'
import type { Report } from '#shared/model/report'
import { type ExtractedStatement, type Statement, type StatementStatus, statementKey } from '#shared/model/statement'
import type { ProjectDatabase, StoredCells } from './database'
import { type Joined, packRows, unpackRows } from './pack'
import { unspoken } from './spoken'
import { within } from './within'

/** A statement as the user sees it: the engine's, or the user's word that stands over it. */
export interface LaidStatement {
  /** The engine's key (`statementKey`), or the id of a statement that was made by hand. Stable under edits. */
  key: string
  /** Id of the touched statement, null for one that only the engine made. */
  id: string | null
  status: StatementStatus
  statement: ExtractedStatement
}

/** The name by which a touched statement is addressed inside its report. */
export const touchedKey = (statement: Pick<Statement, 'id' | 'origin'>): string => statement.origin ?? statement.id

/** Lays the user's word over the engine's output: a touched statement hides the engine's that it stands for. */
export function layOver(engine: readonly ExtractedStatement[], touched: readonly Statement[]): LaidStatement[] {
  const laid: LaidStatement[] = touched.map((statement) => ({
    key: touchedKey(statement),
    id: statement.id,
    status: statement.status,
    statement,
  }))
  for (const statement of unspoken(engine, touched))
    laid.push({ key: statementKey(statement), id: null, status: 'suggested', statement })
  return laid.sort((a, b) => a.statement.start - b.statement.start)
}

/** The key by which a touched statement is reviewed is also that of its cell: a click on a chart finds it. */
export function touchedCell(statement: Statement): Cell | null {
  const cell = toCell(statement, statement.status)
  return cell && { ...cell, key: touchedKey(statement) }
}

function cellsOf(engine: readonly ExtractedStatement[], touched: readonly Statement[]): Cell[] {
  const cells: Cell[] = []
  for (const statement of unspoken(engine, touched)) {
    const cell = toCell(statement, 'suggested')
    if (cell) cells.push(cell)
  }
  if (touched.length === 0) return cells
  for (const statement of touched) {
    const cell = touchedCell(statement)
    if (cell) cells.push(cell)
  }
  return cells.sort((a, b) => a.start - b.start)
}

/** `statementKey`, which most cells have for a key: what it begins with stands beside it. */
export const CELL_KEYS: Joined = { key: ['start', 'quantity'] }

/** The compact record of a report: what matrix, charts and ledger read. Rejected statements are left out. */
export function packCells(
  report: Report,
  engine: readonly ExtractedStatement[],
  touched: readonly Statement[],
): StoredCells {
  const cells = cellsOf(engine, touched)
  const { id, source, place, year, kind, main } = report
  return { report: id, source, place, year, kind, main, cells: packRows(cells, CELL_KEYS), count: cells.length }
}

/**
 * What the user has said on a report's statements. One that another reading of the source has, and that could not be
 * found in this one, waits until that reading is back.
 */
export async function touchedOf(
  db: ProjectDatabase,
  { id, reading }: Pick<Report, 'id' | 'reading'>,
): Promise<Statement[]> {
  const touched = await db.statements.where('report').equals(id).toArray()
  return touched.filter((statement) => statement.reading === reading)
}

/** What the engine found in a report, in its order. */
export async function engineStatements(db: ProjectDatabase, reportId: string): Promise<ExtractedStatement[]> {
  const output = await db.engineOutput.get(reportId)
  return output ? unpackRows(output.statements) : []
}

const REPORT_TABLES = ['reports', 'sections', 'engineOutput', 'engineMatters', 'cells', 'findings'] as const

/** Takes reports away with all that was derived for them, inside the running transaction. */
export async function removeReports(db: ProjectDatabase, ids: readonly string[]): Promise<void> {
  await Promise.all(REPORT_TABLES.map((name) => db.table<unknown, string>(name).bulkDelete([...ids])))
}

/** Reports whose cells are derived at once: their engine output is in memory together. */
const AT_ONCE = 50

/** Derives the cells of reports again, each once, inside the running transaction. */
export async function deriveCells(db: ProjectDatabase, reports: Iterable<string>): Promise<void> {
  const ids = [...new Set(reports)]
  for (let at = 0; at < ids.length; at += AT_ONCE) await within(deriveSome(db, ids.slice(at, at + AT_ONCE)))
}

async function deriveSome(db: ProjectDatabase, ids: readonly string[]): Promise<void> {
  const [rows, outputs, touched] = await Promise.all([
    db.reports.bulkGet([...ids]),
    db.engineOutput.bulkGet([...ids]),
    db.statements.where('report').anyOf(ids).toArray(),
  ])
  const cells = rows.flatMap((report, index): StoredCells[] => {
    const output = outputs[index]
    if (!report) return []
    const own = touched.filter((one) => one.report === report.id && one.reading === report.reading)
    return [packCells(report, output ? unpackRows(output.statements) : [], own)]
  })
  const gone = ids.filter((_, index) => !rows[index])
  if (gone.length > 0) await within(removeReports(db, gone))
  await db.cells.bulkPut(cells)
}
