import { toCell } from '#shared/compare/cells'
import type { Cell } from '#shared/model/cell'
import type { Report } from '#shared/model/report'
import { type ExtractedStatement, type Statement, statementKey } from '#shared/model/statement'
import type { ProjectDatabase, StoredCells, StoredOutput } from './database'
import { CELL_KEYS, packCells, touchedCell } from './derive'
import { fieldReader, type Packed, type Splice, spliceRows, unpackRows, unpackSome } from './pack'
import { placesOf, startIn } from './packed-keys'
import { within } from './within'

/** What the user said before and says now, by report. */
export type Words = ReadonlyMap<string, readonly Statement[]>

/** Reports and engine outputs that were read already, by report. */
export interface Read {
  reports: ReadonlyMap<string, Report>
  outputs: ReadonlyMap<string, StoredOutput>
}

const NOTHING_READ: Read = { reports: new Map(), outputs: new Map() }

/** Reports whose cells are made at once: their engine output is in memory together, packed. */
const AT_ONCE = 25

/**
 * Brings the cells of reports to what the user says now, inside the running transaction: of each report only the cells
 * that a changed statement has something to do with.
 * @param words the changed statements as they were and as they are
 * @param read what of these reports is in memory
 */
export async function patchCells(db: ProjectDatabase, words: Words, read: Read = NOTHING_READ): Promise<void> {
  const ids = [...words.keys()]
  for (let at = 0; at < ids.length; at += AT_ONCE) await within(patchSome(db, ids.slice(at, at + AT_ONCE), words, read))
}

async function patchSome(db: ProjectDatabase, ids: string[], words: Words, read: Read): Promise<void> {
  const unread = <T>(known: ReadonlyMap<string, T>) => ids.filter((id) => !known.has(id))
  const [reports, outputs, cells, touched] = await Promise.all([
    db.reports.bulkGet(unread(read.reports)),
    db.engineOutput.bulkGet(unread(read.outputs)),
    db.cells.bulkGet(ids),
    db.statements.where('report').anyOf(ids).toArray(),
  ])
  const reportOf = new Map(reports.flatMap((report) => (report ? [[report.id, report]] : [])))
  const outputOf = new Map(outputs.flatMap((output) => (output ? [[output.report, output]] : [])))
  const patched = ids.flatMap((id, index): StoredCells[] => {
    const report = read.reports.get(id) ?? reportOf.get(id)
    if (!report) return []
    const engine = (read.outputs.get(id) ?? outputOf.get(id))?.statements
    const own = touched.filter((one) => one.report === id && one.reading === report.reading)
    const stored = cells[index]
    const kept = stored && engine && patch(stored.cells, engine, own, words.get(id) ?? [])
    if (!kept) return [packCells(report, engine ? unpackRows(engine) : [], own)]
    return [{ ...stored, cells: kept, count: kept.length }]
  })
  if (patched.length > 0) await db.cells.bulkPut(patched)
}

const isOrdered = (startAt: (row: number) => number, length: number): boolean => {
  for (let row = 1; row < length; row++) if (startAt(row) < startAt(row - 1)) return false
  return true
}

/**
 * The cells after a change of what the user says, equal to those that `packCells` makes.
 * @param touched all that the user says of the report now
 * @param changed what has changed, as it was and as it is
 * @returns null where they must be made anew: only while each touched statement stands for one that the engine has is it
 * certain that no other is concerned (`spoken.ts`)
 */
function patch(
  cells: Packed<Cell>,
  engine: Packed<ExtractedStatement>,
  touched: readonly Statement[],
  changed: readonly Statement[],
): Packed<Cell> | null {
  const all = [...touched, ...changed]
  const origins = new Set(all.flatMap(({ origin }) => origin ?? []))
  if (all.some(({ origin }) => origin === null) || placesOf(engine, origins).size < origins.size) return null
  const startAt = fieldReader(engine, 'start')
  const cellAt = fieldReader(cells, 'start')
  if (!isOrdered(startAt, engine.length) || !isOrdered(cellAt, cells.length)) return null
  const starts = new Set(changed.flatMap(({ start, origin }) => [start, startIn(origin ?? '')]))
  const spoken = new Set(touched.map(({ origin }) => origin))
  const splices = [...starts]
    .sort((a, b) => a - b)
    .map((start): Splice<Cell> => {
      const found = unpackSome(engine, placesAt(startAt, engine.length, start))
      const open = found.filter((statement) => !spoken.has(statementKey(statement)))
      const own = touched.filter((statement) => statement.start === start)
      const made = [...open.map((statement) => toCell(statement, 'suggested')), ...own.map(touchedCell)]
      const from = firstFrom(cellAt, cells.length, start)
      return { from, to: firstFrom(cellAt, cells.length, start + 1), rows: made.flatMap((cell) => cell ?? []) }
    })
  return spliceRows(cells, splices, CELL_KEYS)
}

/** The first place in an order whose start is not before this one. */
function firstFrom(startAt: (row: number) => number, length: number, start: number): number {
  let [low, high] = [0, length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (startAt(middle) < start) low = middle + 1
    else high = middle
  }
  return low
}

function placesAt(startAt: (row: number) => number, length: number, start: number): number[] {
  const from = firstFrom(startAt, length, start)
  const to = firstFrom(startAt, length, start + 1)
  return Array.from({ length: to - from }, (_, index) => from + index)
}
