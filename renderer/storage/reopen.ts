import type { JournalEntry } from '#shared/model/journal'
import { noteDataVersion, type ProjectDatabase } from './database'
import { lastSequence } from './entry'
import { sameValue } from './equal'
import { LostDatabaseError } from './errors'
import { exclusive } from './exclusive'
import { giveUpOpening } from './fresh-factory'
import { JOURNAL_PAGE, type JournalPort } from './journal'
import { isDamaged, type RecordSides, reconcileRecords, startAgain } from './reconcile'

/**
 * Pauses before each try, in milliseconds, and how long its opening is waited for. Chromium keeps a database that failed
 * for two seconds after its last connection was closed, and a try within that time gets it once more as it is; what is
 * asked while it is being closed may never be answered.
 */
const TRIES = [
  [0, 3_000],
  [2_500, 5_000],
  [5_000, 10_000],
  [10_000, 30_000],
] as const

const waited = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds))

/** What is needed to have a database again as it was. */
export interface ReopenOptions extends Omit<RecordSides, 'onProgress'> {
  /** Entries that the window has and the journal may lack, in their order. */
  unsaved: JournalEntry[]
  /** Waits; tests let no time pass. */
  pause?: (milliseconds: number) => Promise<void>
}

/** What came of it. */
interface Reopened {
  /** The last sequence of the journal. */
  last: number
  /** Entries of the window's that can be written no more: one before them is lost, or another has their place. */
  leftOver: JournalEntry[]
}

/**
 * Opens a database again that Chromium closed, or broke, when the disk refused a write, and fills it where it lost
 * anything: one in which a write stopped half-way Chromium opens as an empty one, without a word. The texts of what was
 * lost are not waited for: the importer reads them again behind the user's work, and may be paused.
 * @throws whatever keeps it from being written; it can be tried again
 */
export async function reopenWhole({ unsaved, pause = waited, ...sides }: ReopenOptions): Promise<Reopened> {
  const { db, journal } = sides
  // One at a time, and opened within: what one tries to open again another must not close over its head.
  return exclusive(`restore ${db.name}`, async () => {
    await openUntilWritten(db, pause)
    const same = (journalLast: number) => reconcileRecords({ ...sides, journalLast, onProgress: () => undefined })
    const { last: known } = await journal.read(sides.journalLast, 1)
    const damaged = await isDamaged(db, journal, known)
    // What a whole database has goes first: the importer's entries, and other windows', lie between the own ones.
    if (!damaged) await same(known)
    const has = damaged ? known : (await journal.read(known, 1)).last
    // To the journal before the database is thrown away: it is then all that the new one is made of.
    const { last, leftOver } = await sendUnsaved(journal, has, unsaved)
    if (damaged) await startAgain(db)
    await same(last)
    return { last: (await journal.read(last, 1)).last, leftOver }
  })
}

/**
 * Sends to the journal those entries that go on where it ends: after a gap it would wait for what nobody has.
 * @param has the last sequence of the journal
 */
async function sendUnsaved(journal: JournalPort, has: number, unsaved: readonly JournalEntry[]): Promise<Reopened> {
  const leftOver: JournalEntry[] = []
  const next: JournalEntry[] = []
  for (const entry of unsaved) {
    if (entry.sequence === has + next.length + 1) next.push(entry)
    else if (entry.sequence > has || !(await isKept(journal, entry))) leftOver.push(entry)
  }
  let last = has
  for (let at = 0; at < next.length; at += JOURNAL_PAGE)
    last = (await journal.append(next.slice(at, at + JOURNAL_PAGE))).last
  return { last, leftOver }
}

/** Whether the journal has this very entry at its place. */
async function isKept(journal: JournalPort, entry: JournalEntry): Promise<boolean> {
  const { entries } = await journal.read(entry.sequence - 1, 1)
  return sameValue(entries[0], entry)
}

/** Opens until a write gets through: one that only seems to be open fails with the first use. */
async function openUntilWritten(db: ProjectDatabase, pause: (milliseconds: number) => Promise<void>): Promise<void> {
  let refused: unknown
  for (const [milliseconds, patience] of TRIES) {
    await pause(milliseconds)
    try {
      if (!db.isOpen()) await openWithin(db, patience)
      return await noteDataVersion(db)
    } catch (error) {
      refused = error
      db.close({ disableAutoOpen: false })
    }
  }
  throw refused
}

/**
 * Opens, or gives an opening up that is not answered, whoever began it: all that read meanwhile wait for the same one,
 * and so would the next try.
 */
async function openWithin(db: ProjectDatabase, milliseconds: number): Promise<void> {
  const timer = setTimeout(() => giveUpOpening(db), milliseconds)
  try {
    await db.open()
  } finally {
    clearTimeout(timer)
  }
}

/**
 * Inside a transaction: the database must have what the journal is known to have. What Chromium opened empty instead
 * must not be written to: its entries would get sequences that are taken.
 * @throws LostDatabaseError where it has less
 */
export async function expectPresent(db: Pick<ProjectDatabase, 'meta'>, journalLast: number): Promise<void> {
  if ((await lastSequence(db)) < journalLast) throw new LostDatabaseError()
}
