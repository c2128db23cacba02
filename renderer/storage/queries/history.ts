import type { JournalEntry } from '#shared/model/journal'
import type { ProjectDatabase } from '../database'

/** The last `limit` steps, the newest first. */
export const listHistory = (db: ProjectDatabase, limit: number): Promise<JournalEntry[]> =>
  db.journalMirror.orderBy('sequence').reverse().limit(limit).toArray()
