import { message, newId } from '#shared/model/identity'
import type { JournalEntry } from '#shared/model/journal'
import { ExtractedStatement, type Statement, type StatementStatus, statementKey } from '#shared/model/statement'
import { makeAnchor } from '#shared/text/anchor'
import { engineStatements, touchedKey, touchedOf } from '../derive'
import { sameValue } from '../equal'
import { StorageError } from '../errors'
import { parseAs } from '../records'
import type { Session } from '../session'
import { now } from './now'

/** What a user can change in a statement. */
export type StatementPatch = Partial<ExtractedStatement>

/** A statement under review, as its report, the engine and the user have it. */
interface Found {
  /** The engine's, null for one made by hand or one that the engine no longer finds. */
  engine: ExtractedStatement | null
  /** The user's, null while it is untouched. */
  touched: Statement | null
}

const gone = (): StorageError => new StorageError(message('project.write.gone', { table: 'statements' }))

async function find(session: Session, reportId: string, key: string): Promise<Found> {
  const { db } = session
  const report = await db.reports.get(reportId)
  if (!report) throw gone()
  const [engine, touched] = await Promise.all([engineStatements(db, reportId), touchedOf(db, report)])
  const found = {
    engine: engine.find((statement) => statementKey(statement) === key) ?? null,
    touched: touched.find((statement) => touchedKey(statement) === key) ?? null,
  }
  if (!found.engine && !found.touched) throw gone()
  return found
}

/** Where a statement stands, and the characters on both sides of it, so that it can be found in another reading. */
async function contextOf(
  session: Session,
  reportId: string,
  { start, quantity }: Pick<ExtractedStatement, 'start' | 'quantity'>,
) {
  const report = await session.db.reports.get(reportId)
  const text = report && (await session.db.texts.get(report.reading))
  if (!report || !text) throw new StorageError(message('project.write.gone', { table: 'reports' }))
  const end = start + quantity.length
  const found = text.text.slice(start, end)
  if (found !== quantity) throw new StorageError(message('project.write.quantity', { quantity, found }))
  const { prefix, suffix } = makeAnchor(text.text, start, end)
  return { report: report.id, source: report.source, reading: report.reading, prefix, suffix }
}

/** What a statement says, checked, without what a touched one has beside it. */
const contentOf = (statement: ExtractedStatement): ExtractedStatement =>
  parseAs(ExtractedStatement, 'statements', statement)

/** The step's name in the history. */
const nameOf = ({ indicator, quantity }: ExtractedStatement) => ({ indicator, quantity })

/** What an adopted statement is: as the engine gave it (or made by hand), or changed by the user. */
function adoptedStatus({ engine }: Found, content: ExtractedStatement): StatementStatus {
  return engine && !sameValue(contentOf(engine), contentOf(content)) ? 'edited' : 'accepted'
}

async function touch(
  session: Session,
  reportId: string,
  key: string,
  verb: 'Accepted' | 'Rejected' | 'Edited',
  next: (found: Found, current: ExtractedStatement) => { content: ExtractedStatement; status: StatementStatus } | null,
): Promise<JournalEntry | null> {
  const found = await find(session, reportId, key)
  const current = found.touched ?? found.engine
  if (!current) throw gone()
  const wanted = next(found, current)
  if (!wanted) return null
  const { content } = wanted
  const context = await contextOf(session, reportId, content)
  return session.write(message(`project.history.statement${verb}`, nameOf(content)), async () => {
    const fresh = await find(session, reportId, key)
    const present = fresh.touched ?? fresh.engine
    if (!present) throw gone()
    const made = next(fresh, present)
    if (!made) return []
    const after: Statement = {
      ...contentOf(made.content),
      ...context,
      id: fresh.touched?.id ?? newId(),
      status: made.status,
      origin: fresh.touched ? fresh.touched.origin : key,
      author: session.author,
      updatedAt: now(),
    }
    const { touched } = fresh
    const changed = !touched || !sameValue({ ...after, author: touched.author, updatedAt: touched.updatedAt }, touched)
    return changed ? [{ table: 'statements', key: after.id, after }] : []
  })
}

/** Accepts a statement; one that the user had changed stays `edited`. Null when it already was. */
export const acceptStatement = (session: Session, reportId: string, key: string): Promise<JournalEntry | null> =>
  touch(session, reportId, key, 'Accepted', (found, current) => ({
    content: current,
    status: adoptedStatus(found, current),
  }))

/** Rejects a statement: it stays in the review list and leaves cells, counts and comparisons. */
export const rejectStatement = (session: Session, reportId: string, key: string): Promise<JournalEntry | null> =>
  touch(session, reportId, key, 'Rejected', (_, current) => ({ content: current, status: 'rejected' }))

/**
 * Changes a statement; the engine's one is copied, and from then on the user's word stands in its place. Saved without
 * a change it is left as it was, its status too: null.
 * @throws StorageError `project.write.quantity` when `quantity` is not what the text has at `start`
 */
export const editStatement = (
  session: Session,
  reportId: string,
  key: string,
  patch: StatementPatch,
): Promise<JournalEntry | null> =>
  touch(session, reportId, key, 'Edited', (found, current) => {
    const content = contentOf({ ...current, ...patch })
    return sameValue(contentOf(current), content) ? null : { content, status: adoptedStatus(found, content) }
  })

/** Adds a statement made by hand, accepted; where the engine has the same one, it stands in its place. */
export async function addStatement(
  session: Session,
  reportId: string,
  extracted: ExtractedStatement,
): Promise<Statement> {
  const context = await contextOf(session, reportId, extracted)
  const content = { ...contentOf(extracted), rule: 'user' }
  let added: Statement = {
    ...content,
    ...context,
    id: newId(),
    status: 'accepted',
    origin: null,
    author: session.author,
    updatedAt: now(),
  }
  await session.write(message('project.history.statementAdded', nameOf(content)), async () => {
    const key = statementKey(content)
    const engine = await engineStatements(session.db, reportId)
    const own = await session.db.statements.where('[report+origin]').equals([reportId, key]).toArray()
    const touched = own.find(({ reading }) => reading === context.reading)
    const inEngine = engine.some((statement) => statementKey(statement) === key)
    added = { ...added, id: touched?.id ?? added.id, origin: touched?.origin ?? (inEngine ? key : null) }
    return [{ table: 'statements', key: added.id, after: added }]
  })
  return added
}

/** Takes the user's word back: the engine's statement stands again as `suggested`; one made by hand is gone. */
export async function resetStatement(session: Session, reportId: string, key: string): Promise<JournalEntry | null> {
  const { touched } = await find(session, reportId, key)
  if (!touched) return null
  return session.write(message('project.history.statementReset', nameOf(touched)), [
    { table: 'statements', key: touched.id, after: null },
  ])
}
