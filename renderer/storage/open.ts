import Dexie from 'dexie'
import { message } from '#shared/model/identity'
import type { Project } from '#shared/model/project'
import { noteProject } from './catalog'
import { databaseName, openDatabase, type ProjectDatabase } from './database'
import { lastSequence } from './entry'
import { DataVersionError, isQuotaError, StorageError, textOf } from './errors'
import type { JournalPort } from './journal'
import { libraryKeeperOf } from './library-keeper'
import { isDamaged, type ReconcileOutcome, type ReconcileProgress, reconcile } from './reconcile'
import { Session } from './session'
import type { Restore } from './stale'

/** What opening a project needs. */
export interface OpenOptions {
  project: Project
  journal: JournalPort
  /** Last sequence of the journal on disk, as `project:open` says it. */
  journalLast: number
  /** Damage that the journal has before its end, null for none. */
  journalDamage?: { line: number; last: number } | null
  author: string
  restore: Restore
  onProgress?: (progress: ReconcileProgress) => void
}

async function startAgain(projectId: string): Promise<ProjectDatabase> {
  await Dexie.delete(databaseName(projectId))
  return openDatabase(projectId)
}

/**
 * A database that can't be opened is thrown away: what counts lies on disk. Not one of a newer version, and not one
 * behind which the disk is the trouble (full, read-only, in use), which the small database beside it then has too: a
 * new one would fare no better, and the old one may hold what the journal still lacks.
 */
async function openOrStartAgain(project: Project): Promise<ProjectDatabase> {
  try {
    return await openDatabase(project.id)
  } catch (error) {
    if (error instanceof DataVersionError) throw error
    const works =
      !isQuotaError(error) &&
      (await noteProject(project).then(
        () => true,
        () => false,
      ))
    if (!works) throw new StorageError(message('project.open.disk', { message: textOf(error) }), { cause: error })
    return startAgain(project.id)
  }
}

/**
 * A journal with damage in its middle is mended from the database, which must have all of it: filling the database
 * from what is left of the journal would lose the rest.
 */
async function refuseLoss(db: ProjectDatabase, whole: boolean, damage: OpenOptions['journalDamage']): Promise<void> {
  if (!damage || (whole && (await lastSequence(db)) >= damage.last)) return
  db.close()
  throw new StorageError(message('errors.journal.damaged', { line: damage.line }))
}

/**
 * Begins to read what a window shows first, unless the database is to be filled before. It is read beside what
 * `isDamaged` counts: in a large library each takes as long as the other.
 */
async function readAhead(db: ProjectDatabase, journalLast: number): Promise<void> {
  if ((await lastSequence(db)) >= journalLast) libraryKeeperOf(db).readAhead()
}

/**
 * Opens a project: its database is compared with the journal on disk and filled or rebuilt from it where it is
 * behind, empty or damaged. Sources without a text are looked for only where an earlier filling did not give each its
 * text: it goes through all of them. Those that lost theirs in another way `Session.restoreTexts` finds behind the open
 * project.
 * @returns the session, and what had to be done, to be told to the user
 * @throws DataVersionError for a database of a newer version of the program
 * @throws StorageError when the disk keeps the database from being opened, or the journal is damaged beyond mending
 */
export async function openSession(options: OpenOptions): Promise<{ session: Session; outcome: ReconcileOutcome }> {
  const { project, journal, journalLast, author, restore, onProgress = () => undefined } = options
  let db = await openOrStartAgain(project)
  await readAhead(db, journalLast)
  const damaged = await isDamaged(db, journal, journalLast)
  await refuseLoss(db, !damaged, options.journalDamage)
  if (damaged) {
    db.close()
    db = await startAgain(project.id)
  }
  const outcome = await reconcile({ db, journal, journalLast, restore, onProgress })
  libraryKeeperOf(db).readAhead()
  const [known] = await Promise.all([lastSequence(db), noteProject(project)])
  const last = Math.max(journalLast, known)
  return { session: new Session({ db, project, journal, journalLast: last, author, restore }), outcome }
}
