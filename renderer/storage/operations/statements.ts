import { message, newId } from '#shared/model/identity'
import type { JournalEntry } from '#shared/model/journal'
import { type ExtractedStatement, type Statement, statementKey } from '#shared/model/statement'
import { engineStatements, touchedOf } from '../derive'
import { StorageError } from '../errors'
import type { Session } from '../session'
import { contextOf, makeChange } from './change-statements'
import { now } from './now'
import { contentOf, type StatementPatch } from './statement-change'

export type { StatementPatch } from './statement-change'

/** Accepts a statement; one that the user had changed stays `edited`. Null when it already was. */
export const acceptStatement = (session: Session, report: string, key: string): Promise<JournalEntry | null> =>
  makeChange(session, [{ report, key }], { type: 'accept' })

/** Rejects a statement: it stays in the review list and leaves cells, counts and comparisons. */
export const rejectStatement = (session: Session, report: string, key: string): Promise<JournalEntry | null> =>
  makeChange(session, [{ report, key }], { type: 'reject' })

/**
 * Changes a statement; the engine's one is copied, and from then on the user's word stands in its place. Saved without
 * a change it is left as it was, its status too: null.
 * @throws StorageError `project.write.quantity` when `quantity` is not what the text has at `start`
 */
export const editStatement = (
  session: Session,
  report: string,
  key: string,
  patch: StatementPatch,
): Promise<JournalEntry | null> => makeChange(session, [{ report, key }], { type: 'edit', patch })

/** Takes the user's word back: the engine's statement stands again as `suggested`; one made by hand is gone. */
export const resetStatement = (session: Session, report: string, key: string): Promise<JournalEntry | null> =>
  makeChange(session, [{ report, key }], { type: 'reset' })

/** Adds a statement made by hand, accepted; where the engine has the same one, it stands in its place. */
export async function addStatement(
  session: Session,
  reportId: string,
  extracted: ExtractedStatement,
): Promise<Statement> {
  const { db } = session
  const report = await db.reports.get(reportId)
  const text = report && (await db.texts.get(report.reading))
  if (!report || !text) throw new StorageError(message('project.write.gone', { table: 'reports' }))
  const content = { ...contentOf(extracted), rule: 'user' }
  const { indicator, quantity } = content
  let added: Statement = {
    ...content,
    ...contextOf(report, text.text, content),
    id: newId(),
    status: 'accepted',
    origin: null,
    author: session.author,
    updatedAt: now(),
    also: [],
  }
  await session.write(message('project.history.statementAdded', { indicator, quantity }), async () => {
    const key = statementKey(content)
    const engine = await engineStatements(db, reportId)
    const touched = (await touchedOf(db, report)).find(({ origin }) => origin === key)
    const inEngine = engine.some((statement) => statementKey(statement) === key)
    added = { ...added, id: touched?.id ?? added.id, origin: touched?.origin ?? (inEngine ? key : null) }
    return [{ table: 'statements', key: added.id, after: added }]
  })
  return added
}
