import type { JournalEntry } from '#shared/model/journal'
import type { ProjectDatabase } from './database'

/** The journal on disk, as main offers it over IPC. */
export interface JournalPort {
  /**
   * Appends entries and resolves when they are on disk; `last` is the journal's last sequence then. Entries that it
   * has are passed over.
   */
  append(entries: JournalEntry[]): Promise<{ last: number }>
  /** Entries after a sequence, in order, at most `limit`. */
  read(after: number, limit: number): Promise<{ entries: JournalEntry[]; last: number }>
}

/** Entries that cross to main at once. */
export const JOURNAL_PAGE = 500

/**
 * Sends to the journal what the database has and the journal has not, in order and without gaps: also what other
 * windows and the importer wrote in between, which the journal then passes over.
 * @param journalLast last sequence that the journal is known to have
 * @param reached called with the journal's last sequence after each page
 * @returns the journal's last sequence
 */
export async function pushMirror(
  db: ProjectDatabase,
  journal: JournalPort,
  journalLast: number,
  reached: (last: number) => void = () => undefined,
): Promise<number> {
  let last = journalLast
  for (;;) {
    const entries = await db.journalMirror.where('sequence').above(last).limit(JOURNAL_PAGE).toArray()
    const newest = entries.at(-1)
    if (!newest) return last
    const answer = await journal.append(entries)
    // A journal that says less than it was given would be asked for ever.
    if (answer.last < newest.sequence) throw new Error(`journal ends at ${answer.last}, not at ${newest.sequence}`)
    last = newest.sequence
    reached(last)
  }
}
