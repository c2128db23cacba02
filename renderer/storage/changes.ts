import { message } from '#shared/model/identity'
import type { Change, JournalTable } from '#shared/model/journal'
import { Report } from '#shared/model/report'
import type { ProjectDatabase } from './database'
import { sameValue } from './equal'
import { UndoConflictError } from './errors'
import { asOfNow, checkRecord } from './records'
import { withWord, wordOf } from './word'

/** A change that is wanted; what the record was before is read inside the transaction. */
export interface ProposedChange {
  table: JournalTable
  /** Primary key of the record. */
  key: string
  /** The record from now on, null to take it away. */
  after: unknown | null
}

/** A change of undo or redo: it is made only while the record is what the step expects. */
export interface InverseChange extends ProposedChange {
  expected: unknown | null
}

const readRecord = async (db: ProjectDatabase, table: JournalTable, key: string): Promise<unknown | null> =>
  (await db.table<unknown, string>(table).get(key)) ?? null

/** Puts or deletes one record, without a journal entry: only for `Session.write`, undo and the replay of a journal. */
export async function putRecord(db: ProjectDatabase, change: ProposedChange): Promise<void> {
  const table = db.table<unknown, string>(change.table)
  if (change.after === null) await table.delete(change.key)
  else await table.put(change.after)
}

/**
 * Makes changes inside the running transaction and says what was there before. Changes that change nothing are left
 * out.
 * @throws StorageError when a record is not valid; the caller's transaction is then aborted as a whole
 */
export async function applyChanges(db: ProjectDatabase, proposed: readonly ProposedChange[]): Promise<Change[]> {
  const changes: Change[] = []
  for (const { table, key, after } of proposed) {
    const checked = after === null ? null : checkRecord(table, key, after)
    const before = await readRecord(db, table, key)
    if (sameValue(before, checked)) continue
    const change: Change = { table, key, before, after: checked }
    await putRecord(db, change)
    changes.push(change)
  }
  return changes
}

/** A report's record, null for anything else. */
export function reportIn(table: JournalTable, record: unknown): Report | null {
  const parsed = table === 'reports' ? Report.safeParse(record) : null
  return parsed?.success ? parsed.data : null
}

function isExpected({ table, expected }: InverseChange, current: unknown): boolean {
  const [wanted, present] = [reportIn(table, expected), reportIn(table, current)]
  if (wanted && present) return sameValue(wordOf(present), wordOf(wanted))
  return sameValue(asOfNow(table, current), asOfNow(table, expected))
}

/**
 * Refuses a step of undo or redo when one of its records is no longer what the step left.
 * @throws UndoConflictError
 */
export async function expectRecords(db: ProjectDatabase, changes: readonly InverseChange[]): Promise<void> {
  for (const change of changes) {
    const { table, key } = change
    if (!isExpected(change, await readRecord(db, table, key)))
      throw new UndoConflictError(message('project.undo.conflict', { table }))
  }
}

/**
 * What a record of the journal makes of the one that is stored: a report takes only the user's word from it (`word.ts`),
 * every other record is taken whole, with the defaults of fields that its version did not have.
 */
export async function fromJournal(db: ProjectDatabase, { table, key, after }: ProposedChange): Promise<ProposedChange> {
  const told = reportIn(table, after)
  const stored = told && (await db.reports.get(key))
  if (!told || !stored) return { table, key, after: asOfNow(table, after) }
  return { table, key, after: withWord(stored, await db.findings.get(key), told) }
}

/** `fromJournal` for a whole step. */
export const allFromJournal = (db: ProjectDatabase, changes: readonly ProposedChange[]): Promise<ProposedChange[]> =>
  Promise.all(changes.map((change) => fromJournal(db, change)))
