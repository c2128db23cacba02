import { message } from '#shared/model/identity'
import { expectPresent } from './reopen'
import type { Session } from './session'
import { within } from './within'

/**
 * Waits until the database has what the journal has. Where it has less, the session says so as of a write of its own
 * that the disk refused, and this waits for the user's retry, which fills it again.
 * @param journalLast the last sequence of the journal
 * @throws StorageError when the database cannot be used at all
 */
export async function untilPresent(session: Session, journalLast: number): Promise<void> {
  // A write that changes nothing gets no entry: its name is never seen.
  await session.write(message('project.write.lost'), async () => {
    await within(expectPresent(session.db, journalLast))
    return []
  })
}
