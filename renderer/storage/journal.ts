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
 * @param upTo the sequence to stop at: what is written meanwhile waits for the next push
 * @param newest the entry `upTo` where it is in memory: one of thousands of records is not read again
 * @param reached called with the journal's last sequence after each page
 */
export async function pushMirror(
  db: ProjectDatabase,
  journal: JournalPort,
  journalLast: number,
  upTo: number,
  newest: JournalEntry | null = null,
  reached: (last: number) => Promise<void> = async () => undefined,
): Promise<void> {
  for (let last = journalLast; last < upTo; ) {
    const next = Math.min(upTo, last + JOURNAL_PAGE)
    const entries =
      newest?.sequence === last + 1 && next === last + 1
        ? [newest]
        : await db.journalMirror
            .where('sequence')
            .between(last + 1, next, true, true)
            .toArray()
    const answer = await journal.append(entries)
    if (answer.last < next) throw new Error(`journal ends at ${answer.last}, not at ${next}`)
    last = next
    await reached(last)
  }
}
