import { message } from '#shared/model/identity'
import type { JournalEntry } from '#shared/model/journal'
import type { Session } from '../session'
import { within } from '../within'
import { changeMatterParts, changeMatters, type MatterName } from './change-matters'
import { changeStatementParts, changeStatements, type StatementName } from './change-statements'
import { now } from './now'

/** What is done to statements and matters alike. */
type Together = 'accept' | 'year'

const OPERATIONS = { accept: 'itemsAccepted', year: 'itemsDated' } as const

async function together(
  session: Session,
  statements: readonly StatementName[],
  matters: readonly MatterName[],
  type: Together,
): Promise<JournalEntry | null> {
  if (matters.length === 0) return changeStatements(session, statements, { type })
  if (statements.length === 0) return changeMatters(session, matters, { type })
  const by = { change: { type }, author: session.author, at: now() }
  return session.writeInParts(
    (changes) => message(`project.history.${OPERATIONS[type]}`, { count: changes.length }),
    async (make) => {
      await within(changeStatementParts(session.db, statements, by, make))
      await within(changeMatterParts(session.db, matters, by, make))
    },
  )
}

/**
 * Accepts statements and matters together in one undoable step. Those that are no longer there are passed over.
 * @returns null when nothing is different
 * @throws StorageError `project.write.gone` when none of the statements or none of the matters is there; nothing is
 * changed then
 */
export const acceptTogether = (
  session: Session,
  statements: readonly StatementName[],
  matters: readonly MatterName[],
): Promise<JournalEntry | null> => together(session, statements, matters, 'accept')

/**
 * Gives statements and matters the data year that the engine reads now, in one undoable step; see `acceptTogether`.
 * @returns null when nothing is different
 */
export const dateTogether = (
  session: Session,
  statements: readonly StatementName[],
  matters: readonly MatterName[],
): Promise<JournalEntry | null> => together(session, statements, matters, 'year')
