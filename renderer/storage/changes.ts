import { message } from '#shared/model/identity'
import type { Change, JournalTable } from '#shared/model/journal'
import { Report } from '#shared/model/report'
import type { ProjectDatabase } from './database'
import { sameValue } from './equal'
import { UndoConflictError } from './errors'
import { asOfNow, checkRecord } from './records'
import { within } from './within'
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

/** Records that are made at once: more would keep the window busy. */
const PART = 200

/** What follows from a statement stays inside its report, and nothing follows from the others. */
const PARTED: ReadonlySet<JournalTable> = new Set([
  ...(['statements', 'annotations', 'matters', 'ventureLinks', 'mergeDecisions'] as const),
])

/** Records of one source: what a correction of its text changes. */
const OF_SOURCE: ReadonlySet<JournalTable> = new Set(['corrections', 'bookmarks', ...PARTED])

type Parted = ProposedChange & { expected?: unknown }

/**
 * Parts a step, in its order, when it is of statements or annotations alone; corrections of texts are parted where one
 * source ends, since all of a text is brought to its corrections at once. Any other step is one part.
 */
export function partsOf<T extends Parted>(changes: readonly T[]): (readonly T[])[] {
  if (changes.some(({ table }) => !OF_SOURCE.has(table))) return [changes]
  if (changes.some(({ table }) => !PARTED.has(table))) return partsOfSources(changes)
  const parts: (readonly T[])[] = []
  for (let at = 0; at < changes.length; at += PART) parts.push(changes.slice(at, at + PART))
  return parts
}

function partsOfSources<T extends Parted>(changes: readonly T[]): (readonly T[])[] {
  const sources = sourcesOf(changes)
  // One whose changes stand apart would be corrected in two parts: then all is one.
  const runs = sources.filter((source, index) => source !== sources[index - 1])
  if (sources.includes(null) || new Set(runs).size < runs.length) return [changes]
  const parts: T[][] = [[]]
  for (const [index, change] of changes.entries()) {
    const full = (parts.at(-1)?.length ?? 0) >= PART && sources[index] !== sources[index - 1]
    if (full) parts.push([])
    parts.at(-1)?.push(change)
  }
  return parts
}

/** A link between ventures belongs to two sources, a decision of a merge to none: they stay with what is beside them. */
const BESIDE: ReadonlySet<JournalTable> = new Set(['ventureLinks', 'mergeDecisions'])

/** The source of each change. */
function sourcesOf(changes: readonly Parted[]): (string | null)[] {
  const own = changes.map(sourceOf)
  const isBeside = (index: number): boolean => BESIDE.has(changes[index]?.table ?? 'sources')
  let last = own.find((source, index) => source !== null && !isBeside(index)) ?? null
  return own.map((source, index) => {
    if (!isBeside(index)) last = source
    return last
  })
}

function sourceOf({ after, expected }: Parted): string | null {
  const record = after ?? expected
  const source: unknown = typeof record === 'object' && record !== null ? Reflect.get(record, 'source') : null
  return typeof source === 'string' ? source : null
}

type Named = Pick<ProposedChange, 'table' | 'key'>

/** Records of one table by their keys; null for one that is not there. */
type Records = Map<JournalTable, Map<string, unknown | null>>

const keysOf = (named: readonly Named[]): [JournalTable, string[]][] => {
  const keys = new Map<JournalTable, Set<string>>()
  for (const { table, key } of named) keys.set(table, (keys.get(table) ?? new Set()).add(key))
  return [...keys].map(([table, set]) => [table, [...set]])
}

/** What is stored under the names, in one request for each table. */
async function readRecords(db: ProjectDatabase, named: readonly Named[]): Promise<Records> {
  const records: Records = new Map()
  for (const [table, keys] of keysOf(named)) {
    const rows = await db.table<unknown, string>(table).bulkGet(keys)
    records.set(table, new Map(keys.map((key, index) => [key, rows[index] ?? null])))
  }
  return records
}

/** Writes what the records under the names are now, in two requests for each table. */
async function putRecords(db: ProjectDatabase, named: readonly Named[], records: Records): Promise<void> {
  for (const [name, keys] of keysOf(named)) {
    const table = db.table<unknown, string>(name)
    const rows = keys.map((key) => [key, records.get(name)?.get(key) ?? null] as const)
    const kept = rows.flatMap(([, row]) => (row === null ? [] : [row]))
    const gone = rows.flatMap(([key, row]) => (row === null ? [key] : []))
    if (kept.length > 0) await table.bulkPut(kept)
    if (gone.length > 0) await table.bulkDelete(gone)
  }
}

/**
 * Makes changes inside the running transaction and says what was there before. Changes that change nothing are left
 * out.
 * @throws StorageError when a record is not valid; the caller's transaction is then aborted as a whole
 */
export async function applyChanges(db: ProjectDatabase, proposed: readonly ProposedChange[]): Promise<Change[]> {
  const checked = proposed.map(({ table, key, after }) => ({
    table,
    key,
    after: after === null ? null : checkRecord(table, key, after),
  }))
  const records = await within(readRecords(db, checked))
  const changes: Change[] = []
  for (const { table, key, after } of checked) {
    const before = records.get(table)?.get(key) ?? null
    if (sameValue(before, after)) continue
    records.get(table)?.set(key, after)
    changes.push({ table, key, before, after })
  }
  await within(putRecords(db, changes, records))
  return changes
}

/**
 * The changes of a step that was made part by part, with one for each record: a link between ventures of two sources may
 * have been changed with either.
 */
export function asOneStep(changes: readonly Change[]): Change[] {
  const first = new Map<string, Change>()
  const last = new Map<string, number>()
  for (const [index, change] of changes.entries()) {
    const name = `${change.table} ${change.key}`
    if (!first.has(name)) first.set(name, change)
    last.set(name, index)
  }
  return changes.flatMap((change, index) => {
    const name = `${change.table} ${change.key}`
    if (last.get(name) !== index) return []
    const { before } = first.get(name) ?? change
    return sameValue(before, change.after) ? [] : [{ ...change, before }]
  })
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
  const records = await within(readRecords(db, changes))
  for (const change of changes) {
    const { table, key } = change
    if (!isExpected(change, records.get(table)?.get(key) ?? null))
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
