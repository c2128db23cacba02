import Dexie from 'dexie'
import type { Project } from '#shared/model/project'
import { noteProject } from './catalog'
import { databaseName, openDatabase, type ProjectDatabase } from './database'
import { lastSequence } from './entry'
import { DataVersionError, isQuotaError } from './errors'
import type { JournalPort } from './journal'
import { isDamaged, type Original, type ReconcileOutcome, type ReconcileProgress, reconcile } from './reconcile'
import { Session } from './session'

/** What opening a project needs. */
export interface OpenOptions {
  project: Project
  journal: JournalPort
  /** Last sequence of the journal on disk, as `project:open` says it. */
  journalLast: number
  author: string
  restore: (originals: Original[]) => Promise<void>
  onProgress?: (progress: ReconcileProgress) => void
}

async function startAgain(projectId: string): Promise<ProjectDatabase> {
  await Dexie.delete(databaseName(projectId))
  return openDatabase(projectId)
}

/**
 * A database that can't be opened is thrown away: what counts lies on disk. Not one of a newer version, and not one
 * that only lacks room, which a new one would lack too.
 */
async function openOrStartAgain(projectId: string): Promise<ProjectDatabase> {
  try {
    return await openDatabase(projectId)
  } catch (error) {
    if (error instanceof DataVersionError || isQuotaError(error)) throw error
    return startAgain(projectId)
  }
}

/**
 * Opens a project: its database is compared with the journal on disk and filled or rebuilt from it where it is
 * behind, empty or damaged.
 * @returns the session, and what had to be done, to be told to the user
 * @throws DataVersionError for a database of a newer version of the program
 */
export async function openSession(options: OpenOptions): Promise<{ session: Session; outcome: ReconcileOutcome }> {
  const { project, journal, journalLast, author, restore, onProgress = () => undefined } = options
  let db = await openOrStartAgain(project.id)
  if (await isDamaged(db, journal, journalLast)) {
    db.close()
    db = await startAgain(project.id)
  }
  const outcome = await reconcile({ db, journal, journalLast, restore, onProgress })
  await noteProject(project)
  const last = Math.max(journalLast, await lastSequence(db))
  return { session: new Session({ db, project, journal, journalLast: last, author }), outcome }
}
