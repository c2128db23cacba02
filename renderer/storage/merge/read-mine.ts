import type { By, Fields, ProjectRecords, Standing } from '#shared/exchange/merge/merge-types'
import { TABLE_RULES } from '#shared/exchange/merge/tables'
import { JournalTable } from '#shared/model/journal'
import type { ProjectDatabase } from '../database'
import { asOfNow } from '../records'

/** Entries that are read at once: one of thousands of records is large. */
const PAGE = 50

/** Who changed each record last, by table and key. */
export type Touches = ReadonlyMap<string, By>

const nameOf = (table: JournalTable, key: string): string => `${table} ${key}`

/**
 * Who changed each record of this project last, as its journal tells.
 * @param told how far it is, in entries; what it throws ends the work
 */
export async function readTouches(
  db: ProjectDatabase,
  told: (done: number, total: number) => void = () => undefined,
): Promise<Touches> {
  const touches = new Map<string, By>()
  const total = await db.journalMirror.count()
  for (let at = 0; at < total; ) {
    const entries = await db.journalMirror
      .where('sequence')
      .between(at + 1, at + PAGE, true, true)
      .toArray()
    for (const { changes, author, at: when } of entries)
      for (const { table, key } of changes) touches.set(nameOf(table, key), { author, at: when })
    at = entries.at(-1)?.sequence ?? total
    told(at, total)
  }
  return touches
}

/** What stands in this project. */
export async function readMine(db: ProjectDatabase, touches: Touches): Promise<ProjectRecords> {
  const records = new Map<JournalTable, ReadonlyMap<string, Standing>>()
  for (const table of JournalTable.options) {
    const rows = await db.table<Fields>(table).toArray()
    const list = rows.map((row): [string, Standing] => {
      const record = (asOfNow(table, row) ?? row) as Fields
      const key = String(record[TABLE_RULES[table].key])
      const told = touches.get(nameOf(table, key))
      const by = told ?? { author: String(record.author ?? ''), at: String(record.updatedAt ?? record.createdAt ?? '') }
      return [key, { record, by }]
    })
    records.set(table, new Map(list))
  }
  return records
}
