import { message, newId } from '#shared/model/identity'
import type { Change, JournalEntry } from '#shared/model/journal'
import type { Report } from '#shared/model/report'
import { ExtractedStatement, type Statement, statementKey } from '#shared/model/statement'
import { makeAnchor } from '#shared/text/anchor'
import type { ProposedChange } from '../changes'
import type { ProjectDatabase, StoredOutput } from '../database'
import { touchedKey } from '../derive'
import { sameValue } from '../equal'
import { StorageError } from '../errors'
import { unpackSome } from '../pack'
import { placesOf } from '../packed-keys'
import type { Read } from '../patch-cells'
import type { MakePart, Session } from '../session'
import { within } from '../within'
import { now } from './now'
import { type NameInReport, type Part, partsOf } from './parts-of-names'
import { type AnyChange, type Changed, changedBy, type Found, type StatementChange } from './statement-change'

/** A statement by the key under which it is reviewed, inside its report. */
export type StatementName = NameInReport

/** A report with what is said of some of its numbers. */
interface Opened {
  report: Report
  text: string
  keys: ReadonlySet<string>
  engine: ReadonlyMap<string, ExtractedStatement>
  touched: ReadonlyMap<string, Statement>
}

const gone = (table: string): StorageError => new StorageError(message('project.write.gone', { table }))

/** Of two with one name the first counts, as in the review. */
const byName = <T>(statements: readonly T[], nameOf: (statement: T) => string): Map<string, T> =>
  new Map(statements.map((statement) => [nameOf(statement), statement] as const).reverse())

/** The engine's statements of some keys. */
function engineOf({ statements }: StoredOutput, keys: ReadonlySet<string>): Map<string, ExtractedStatement> {
  const places = placesOf(statements, keys)
  const found = unpackSome(statements, [...places.values()])
  return byName(found, statementKey)
}

/** A part that was read: its reports, and what of them is needed once more when their cells follow. */
interface OpenedPart {
  opened: Opened[]
  read: Read
}

/** Reads the reports of a part, each with its text and its engine output once, in four requests for all of them. */
async function openPart(db: ProjectDatabase, part: Part, { change }: By): Promise<OpenedPart> {
  const reports = (await db.reports.bulkGet([...part.keys()])).flatMap((report) => report ?? [])
  const ids = reports.map(({ id }) => id)
  const [texts, outputs, touched] = await Promise.all([
    // The largest of all that is read, and needed only where a record is written.
    change.type === 'reset' ? [] : db.texts.bulkGet(reports.map(({ reading }) => reading)),
    db.engineOutput.bulkGet(ids),
    db.statements.where('report').anyOf(ids).toArray(),
  ])
  const opened = reports.map((report, index): Opened => {
    const output = outputs[index]
    const keys = part.get(report.id) ?? new Set()
    const own = touched.filter((one) => one.report === report.id && one.reading === report.reading)
    return {
      ...{ report, keys, text: texts[index]?.text ?? '' },
      engine: output ? engineOf(output, keys) : new Map(),
      touched: byName(own, touchedKey),
    }
  })
  const read = {
    reports: new Map(reports.map((report) => [report.id, report])),
    outputs: new Map(outputs.flatMap((output) => (output ? [[output.report, output]] : []))),
  }
  return { opened, read }
}

/**
 * Where a statement stands, and the characters on both sides of it, so that it can be found in another reading.
 * @throws StorageError `project.write.quantity` when the text has another quantity there
 */
export function contextOf(report: Report, text: string, { start, quantity }: ExtractedStatement) {
  const end = start + quantity.length
  const found = text.slice(start, end)
  if (found !== quantity) throw new StorageError(message('project.write.quantity', { quantity, found }))
  const { prefix, suffix } = makeAnchor(text, start, end)
  return { report: report.id, source: report.source, reading: report.reading, prefix, suffix }
}

/** What a change of a statement is made with. */
interface By {
  change: AnyChange
  author: string
  at: string
}

function afterwards(opened: Opened, key: string, { touched }: Found, { content, status }: Changed, by: By): Statement {
  return {
    ...content,
    ...contextOf(opened.report, opened.text, content),
    id: touched?.id ?? newId(),
    status,
    origin: touched ? touched.origin : key,
    author: by.author,
    updatedAt: by.at,
    also: [],
  }
}

/** What a change makes of one statement; null where that is what it was. */
function proposed(opened: Opened, key: string, found: Found, by: By): ProposedChange | null {
  const made = changedBy(by.change, found)
  const { touched } = found
  if (made === null) return null
  if (made === 'reset') return touched && { table: 'statements', key: touched.id, after: null }
  const after = afterwards(opened, key, found, made, by)
  const { author, updatedAt, also } = touched ?? after
  const same = touched && sameValue({ ...after, author, updatedAt, also }, touched)
  return same ? null : { table: 'statements', key: after.id, after }
}

/**
 * Changes statements part by part, inside the transaction. Those that are no longer there are passed over. The next part
 * is read while one is written.
 */
export async function changeStatementParts(
  db: ProjectDatabase,
  names: readonly StatementName[],
  by: By,
  make: MakePart,
) {
  const parts = partsOf(names)
  const open = (part: Part | undefined) => part && within(openPart(db, part, by))
  let present = 0
  let next = open(parts[0])
  for (let index = 0; index < parts.length; index++) {
    const part = await next
    next = open(parts[index + 1])
    if (!part) continue
    const changes: ProposedChange[] = []
    for (const opened of part.opened) {
      for (const key of opened.keys) {
        const found: Found = { engine: opened.engine.get(key) ?? null, touched: opened.touched.get(key) ?? null }
        if (!found.engine && !found.touched) continue
        present += 1
        const change = proposed(opened, key, found, by)
        if (change) changes.push(change)
      }
    }
    await within(make(changes, part.read))
  }
  if (present === 0) throw gone('statements')
}

const VERBS = {
  accept: 'Accepted',
  reject: 'Rejected',
  reset: 'Reset',
  year: 'Dated',
  set: 'Edited',
  edit: 'Edited',
} as const

/** The step's name in the history: with the statement where it is one, else with their number. */
function operationOf({ type }: AnyChange, changes: readonly Change[]) {
  const [first] = changes
  const one = ExtractedStatement.safeParse(first?.after ?? first?.before)
  if (changes.length !== 1 || !one.success)
    return message(`project.history.statements${VERBS[type]}`, { count: changes.length })
  const { indicator, quantity } = one.data
  return message(`project.history.statement${VERBS[type]}`, { indicator, quantity })
}

/** `changeStatements`, for any change. */
export async function makeChange(
  session: Session,
  names: readonly StatementName[],
  change: AnyChange,
): Promise<JournalEntry | null> {
  if (names.length === 0) return null
  return session.writeInParts(
    (changes) => operationOf(change, changes),
    (make) => changeStatementParts(session.db, names, { change, author: session.author, at: now() }, make),
  )
}

/**
 * Accepts, rejects, resets, dates or changes statements in one undoable step, thousands at once: each report's text and engine
 * output are read once, its cells derived once. Those that are no longer there are passed over; the step's name in the
 * history tells how many were changed.
 * @returns null when nothing is different
 * @throws StorageError `project.write.gone` when none of them is there, `project.write.invalid` when a field has a
 * value that no statement can have; nothing is changed then
 */
export const changeStatements = (
  session: Session,
  names: readonly StatementName[],
  change: StatementChange,
): Promise<JournalEntry | null> => makeChange(session, names, change)
