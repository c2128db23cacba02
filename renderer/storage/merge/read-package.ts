import type { Fields, ProjectRecords, Standing } from '#shared/exchange/merge/merge-types'
import { message } from '#shared/model/identity'
import type { JournalEntry, JournalTable } from '#shared/model/journal'
import type { ProjectDatabase } from '../database'
import { sameValue } from '../equal'
import { StorageError } from '../errors'
import { JOURNAL_PAGE, type JournalPort } from '../journal'
import { asOfNow } from '../records'

type Tables = Map<JournalTable, Map<string, Standing>>

/** Another project as its journal tells it. */
export interface ReadPackage {
  records: ProjectRecords
  /** What stood in both projects when they parted; null where they have no common past. */
  base: ProjectRecords | null
  /** Sequence of the last entry that both journals have. */
  common: number
  last: number
  /** Who wrote in it since then. */
  authors: readonly string[]
}

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null

/** Lays what an entry did over the records. */
function fold(tables: Tables, { changes, author, at }: JournalEntry): void {
  for (const { table, key, after } of changes) {
    const records = tables.get(table) ?? new Map<string, Standing>()
    tables.set(table, records)
    const record = asOfNow(table, after)
    if (isFields(record)) records.set(key, { record, by: { author, at } })
    else records.delete(key)
  }
}

const copied = (tables: Tables): Tables => new Map([...tables].map(([table, records]) => [table, new Map(records)]))

/** How many entries of a page both journals have; those behind the first that differs are not looked at. */
async function commonIn(db: ProjectDatabase, entries: readonly JournalEntry[]): Promise<number> {
  const own = await db.journalMirror.bulkGet(entries.map(({ sequence }) => sequence))
  const first = entries.findIndex((entry, at) => !sameValue(entry, own[at]))
  return first < 0 ? entries.length : first
}

/**
 * Reads the journal of a package, a page at a time, and what it comes to. Entries that this project has, too, are its
 * common past: sequence, author, time and every change are the same only where one was copied from the other.
 * @param told how far it is, in entries; what it throws ends the work
 * @throws StorageError `project.rebuild.gap` when entries are missing
 */
export async function readPackage(
  db: ProjectDatabase,
  read: JournalPort['read'],
  told: (done: number, total: number) => void = () => undefined,
): Promise<ReadPackage> {
  const tables: Tables = new Map()
  const authors = new Set<string>()
  let base: Tables | null = null
  let [at, common] = [0, 0]
  for (;;) {
    const { entries, last } = await read(at, JOURNAL_PAGE)
    if (at < last && entries[0]?.sequence !== at + 1)
      throw new StorageError(message('project.rebuild.gap', { after: at }))
    const shared = base ? 0 : await commonIn(db, entries)
    for (const [index, entry] of entries.entries()) {
      if (!base && index === shared) base = copied(tables)
      if (base) authors.add(entry.author)
      else common = entry.sequence
      fold(tables, entry)
    }
    at = entries.at(-1)?.sequence ?? last
    told(at, last)
    if (at >= last) {
      const past = common > 0 ? (base ?? copied(tables)) : null
      return { records: tables, base: past, common, last, authors: [...authors].sort() }
    }
  }
}
