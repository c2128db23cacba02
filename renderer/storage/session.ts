import type { Table } from 'dexie'
import type { StoreApi } from 'zustand/vanilla'
import { type Message, message } from '#shared/model/identity'
import { type Change, type JournalEntry, JournalTable } from '#shared/model/journal'
import type { Project } from '#shared/model/project'
import {
  allFromJournal,
  applyChanges,
  asOneStep,
  expectRecords,
  type InverseChange,
  type ProposedChange,
  partsOf,
} from './changes'
import type { ProjectDatabase } from './database'
import { appendEntry, ENTRY_TABLES, type EntryLinks, lastSequence } from './entry'
import { isOutOfReach, JournalError, LostDatabaseError, reasonOf, UndoConflictError } from './errors'
import { DERIVED_TABLES, followChanges, isFollowed, needsParser } from './follow'
import { giveUpOpening } from './fresh-factory'
import { headsOf, inverseOf, nextRedo, nextUndo } from './history'
import { HistoryIndex, type WalkOutcome, type WalkProgress } from './history-index'
import type { HistoryMove } from './history-tree'
import { type JournalPort, pushMirror } from './journal'
import type { Read } from './patch-cells'
import { Refresher } from './refresh'
import { RefusedWrites } from './refused-writes'
import { expectPresent, reopenWhole } from './reopen'
import { missingOf, newStatus, type SessionStatus } from './session-status'
import { type Restore, restoreTexts } from './stale'
import { UndoLabelWatch } from './undo-labels'
import { UnsavedEntries } from './unsaved'
import { within } from './within'

/** The changes of a write, or a function that works them out from the database, inside the transaction. */
export type WriteInput = readonly ProposedChange[] | (() => Promise<readonly ProposedChange[]>)

/**
 * Makes some of a step's changes and what follows from them.
 * @param read reports and engine outputs that are in memory
 */
export type MakePart = (proposed: readonly ProposedChange[], read?: Read) => Promise<void>

/** The name of a step, or a function that makes it of the changes. */
export type Operation = Message | ((changes: readonly Change[]) => Message)

/** What the entry that takes another one back says of it. */
type LinksTo = (entry: Pick<JournalEntry, 'sequence'>) => EntryLinks

/** What a session needs. */
export interface SessionOptions {
  db: ProjectDatabase
  project: Project
  journal: JournalPort
  /** Last sequence of the journal on disk. */
  journalLast: number
  /** Name written on every entry. */
  author: string
  /** Lets the importer read originals again in mode `restore`; resolves when it is through with them. */
  restore: Restore
}

/** An open project: the one way to write to it. Make it with `openSession`. */
export class Session {
  readonly db: ProjectDatabase
  readonly project: Project
  readonly status: StoreApi<SessionStatus>
  /** Name written on what is made from now on. */
  author: string
  readonly #journal: JournalPort
  #journalLast: number
  /** Writes whose transaction runs. */
  #running = 0
  readonly #unsaved = new UnsavedEntries()
  /** The push under way, or the last one; it never fails. Entries reach the journal in order, one push at a time. */
  #pushing: Promise<void> = Promise.resolve()
  /** The push that starts after it. */
  #queued: Promise<void> | null = null
  /** The sequence that the next push goes up to. */
  #wanted = 0
  readonly #labels: UndoLabelWatch
  readonly #refresher: Refresher
  readonly #restore: Restore
  readonly #history: HistoryIndex
  readonly #refused = new RefusedWrites(
    (failed) => this.status.setState({ failed: failed ?? this.#unsaved.reason }),
    () => this.#reopen(),
    () => giveUpOpening(this.db),
  )

  constructor({ db, project, journal, journalLast, author, restore }: SessionOptions) {
    this.db = db
    this.project = project
    this.author = author
    this.#journal = journal
    this.#journalLast = journalLast
    this.#restore = restore
    this.status = newStatus()
    this.#history = new HistoryIndex(db)
    this.#refresher = new Refresher(
      db,
      restore,
      (status) => this.status.setState(status),
      () => this.flush(),
    )
    this.#labels = new UndoLabelWatch(
      db,
      (labels) => this.status.setState(labels),
      // What cannot be read is not unsaved: what the disk refuses, the next write tells.
      (error) => isOutOfReach(error) || this.status.setState({ failed: reasonOf(error, 'project.write.failed') }),
    )
  }

  /**
   * Makes one undoable step: all changes and their journal entry in one transaction, then the journal on disk.
   * @param operation what is done, for the history; a function is given the changes that are made
   * @param changes the changes, or a function that is called inside the transaction and may read the database there
   * @returns the entry, when database and journal have it; null when nothing was different from before
   * @throws StorageError when a record is not valid (nothing is changed)
   * @throws JournalError when the journal could not be written (the database has the change; `flush` tries again)
   */
  write(operation: Operation, changes: WriteInput): Promise<JournalEntry | null> {
    const tables = typeof changes === 'function' ? JournalTable.options : changes.map(({ table }) => table)
    return this.#commit(tables, async () => {
      const proposed = typeof changes === 'function' ? await within(changes()) : changes
      return this.#note(operation, await within(this.#make(proposed)))
    })
  }

  /**
   * `write` for thousands of records: still one step and one transaction, but made part by part, so that the window is
   * free between the parts.
   * @param work called inside the transaction; it hands over one part of the changes after the other
   */
  writeInParts(operation: Operation, work: (make: MakePart) => Promise<void>): Promise<JournalEntry | null> {
    return this.#commit(JournalTable.options, async () => {
      const changes: Change[] = []
      await within(work(async (proposed, read) => void changes.push(...(await within(this.#make(proposed, read))))))
      return this.#note(operation, asOneStep(changes))
    })
  }

  /**
   * Takes the last step back that is not taken back yet, in a new entry.
   * @returns that entry, null when there is nothing to undo
   * @throws UndoConflictError when a record is no longer what the step left; nothing is changed then
   */
  undo(): Promise<JournalEntry | null> {
    return this.#takeBack(nextUndo, (entry) => ({ undoes: entry.sequence }))
  }

  /** Brings the step again that was undone last; see `undo`. A new step clears what could be redone. */
  redo(): Promise<JournalEntry | null> {
    return this.#takeBack(nextRedo, (entry) => ({ redoes: entry.sequence }))
  }

  /**
   * Brings the project to what it was after an entry, 0 for before the first: steps are taken back, and brought again
   * where the point lies on a branch that a later step has left. Each is an entry of its own, so that undo and redo go
   * on step by step from there. Several are made in one transaction.
   * @param told how far it is
   * @param signal ends it between two transactions: the project is then as it was after one of the steps between
   * @throws UndoConflictError with the step's name when a record is no longer what that step left; those before it are
   * made
   */
  async goTo(
    sequence: number,
    told: (progress: WalkProgress) => void = () => undefined,
    signal?: AbortSignal,
  ): Promise<WalkOutcome> {
    await this.#history.read()
    for (let done = 0; ; ) {
      if (signal?.aborted) return { steps: done, reached: false }
      const { steps, left } = await this.#settled(() => this.#walk(sequence))
      done += steps
      told({ done, total: done + left })
      if (left === 0) return { steps: done, reached: true }
    }
  }

  /** Tries again what the disk refused, and sends to the journal what it lacks. @throws StorageError when that fails */
  async flush(): Promise<void> {
    // A database that could not be opened again refuses each use.
    if (!this.db.isOpen()) this.#refused.refuse(this.status.getState().failed ?? message('project.write.waits'))
    await this.#refused.again()
    await this.#pushUpTo(await lastSequence(this.db))
  }

  /**
   * Lets the importer read again, in the background, what is not as this version of the program and the user's topics,
   * places, indicators and encodings would have it; changes of these, undo and redo do so by themselves.
   * @returns names of sources that could not be read again, their originals being lost; it never fails, see
   * `status.refreshFailed`
   */
  refresh(): Promise<string[]> {
    return this.#refresher.run()
  }

  /** Lets the importer read sources without a text; names of those whose original could not be read. */
  async restoreTexts(): Promise<string[]> {
    return (await restoreTexts(this.db, this.#restore)).missing
  }

  /** Ends the session and closes its database. */
  close(): void {
    this.#refresher.stop()
    this.#labels.stop()
    this.#refused.end()
    this.db.close()
  }

  #takeBack(next: typeof nextUndo, linksTo: LinksTo): Promise<JournalEntry | null> {
    return this.#settled(() => this.#commit(JournalTable.options, () => this.#invertNext(next, linksTo)))
  }

  /**
   * Takes steps back. Where one before gave a source another reading, the records of that may still be on their way,
   * by this window's hand or another's: what does not fit yet is tried once more when they are there. It is not asked
   * whether they are on their way, since they may have come between the look and the question.
   */
  async #settled<T>(attempt: () => Promise<T>): Promise<T> {
    try {
      return await attempt()
    } catch (error) {
      if (!(error instanceof UndoConflictError)) throw error
      await this.refresh()
      return attempt()
    }
  }

  /** Inside the transaction: takes back what an undo or redo comes to next; null where there is nothing. */
  async #invertNext(next: typeof nextUndo, linksTo: LinksTo): Promise<JournalEntry | null> {
    const head = await within(next(headsOf(this.db), await lastSequence(this.db)))
    return head && this.#invert(head.sequence, linksTo(head))
  }

  /** Inside the transaction: the changes that take an entry back. */
  async #invert(sequence: number, links: EntryLinks): Promise<JournalEntry> {
    const entry = await this.db.journalMirror.get(sequence)
    if (!entry) throw new Error(`no entry ${sequence}`)
    const changes: Change[] = []
    for (const part of partsOf(inverseOf(entry))) {
      await within(this.#expect(entry, part))
      changes.push(...(await within(this.#make(await within(allFromJournal(this.db, part))))))
    }
    const made = { at: new Date().toISOString(), operation: entry.operation, changes, links }
    return within(appendEntry(this.db, this.author, made))
  }

  async #expect({ operation }: JournalEntry, part: readonly InverseChange[]): Promise<void> {
    try {
      await within(expectRecords(this.db, part))
    } catch (error) {
      if (!(error instanceof UndoConflictError)) throw error
      throw new UndoConflictError(error.reason, operation, { cause: error })
    }
  }

  /** Inside the transaction: a move through the history. */
  #move(move: HistoryMove): Promise<JournalEntry | null> {
    if (move.type === 'redo') return this.#invert(move.undo, { redoes: move.undo })
    return this.#invertNext(nextUndo, ({ sequence }) => ({ undoes: sequence }))
  }

  /**
   * Some moves towards the point after an entry, in one transaction. Those before one that does not fit are made: it
   * is then the first of the next walk.
   */
  async #walk(sequence: number, most = Number.POSITIVE_INFINITY): Promise<{ steps: number; left: number }> {
    let [steps, left] = [0, 0]
    try {
      await this.#commitAll(JournalTable.options, async () => {
        const next = await within(this.#history.next(sequence, most))
        left = next.left
        const entries: JournalEntry[] = []
        for (const move of next.moves) {
          const entry = await within(this.#move(move))
          if (!entry) throw new Error(`nothing before step ${move.step}`)
          entries.push(entry)
          steps = entries.length
        }
        return entries
      })
      return { steps, left: left - steps }
    } catch (error) {
      if (error instanceof UndoConflictError && steps > 0) return this.#walk(sequence, steps)
      throw error
    }
  }

  /** Inside the transaction: changes, and what follows from them. */
  async #make(proposed: readonly ProposedChange[], read?: Read): Promise<Change[]> {
    const changes = await within(applyChanges(this.db, proposed))
    if (changes.length > 0) await within(followChanges(this.db, changes, read))
    return changes
  }

  /** Inside the transaction: the entry of a step. */
  async #note(operation: Operation, changes: Change[], links: EntryLinks = {}): Promise<JournalEntry | null> {
    if (changes.length === 0 && links.undoes === undefined && links.redoes === undefined) return null
    return appendEntry(this.db, this.author, {
      at: new Date().toISOString(),
      operation: typeof operation === 'function' ? operation(changes) : operation,
      changes,
      links,
    })
  }

  async #commit(
    touched: readonly JournalTable[],
    body: () => Promise<JournalEntry | null>,
  ): Promise<JournalEntry | null> {
    const [entry = null] = await this.#commitAll(touched, async () => {
      const made = await within(body())
      return made ? [made] : []
    })
    return entry
  }

  async #commitAll(
    touched: readonly JournalTable[],
    body: () => Promise<JournalEntry[]>,
  ): Promise<readonly JournalEntry[]> {
    const names = new Set<string>([...touched, ...ENTRY_TABLES])
    if (touched.some(isFollowed)) for (const name of DERIVED_TABLES) names.add(name)
    const tables: Table[] = [...names].map((name) => this.db.table(name))
    this.#running += 1
    this.#count()
    let entries: readonly JournalEntry[]
    try {
      const whole = async () => {
        await within(expectPresent(this.db, Math.max(this.#journalLast, this.#unsaved.last)))
        return body()
      }
      entries = await this.#refused.run(() => this.db.transaction('rw', tables, whole))
      this.#unsaved.add(entries)
      if (entries.length > 0) this.#labels.written(entries)
    } finally {
      this.#running -= 1
      this.#count()
    }
    if (entries.some(({ changes }) => needsParser(changes))) void this.refresh()
    const last = entries.at(-1)
    if (last) await this.#pushUpTo(last.sequence)
    return entries
  }

  /** The database again, with all that journal and window have; its texts follow in the background. */
  async #reopen(): Promise<void> {
    const how = { db: this.db, journal: this.#journal, journalLast: this.#journalLast }
    const { last, leftOver } = await reopenWhole({ ...how, unsaved: this.#unsaved.inOrder })
    this.#unsaved.leave(leftOver)
    // What is left over is not to be waited for: its sequences are given anew.
    this.#wanted = Math.min(this.#wanted, last)
    await this.#reached(last)
    void this.#labels.refresh()
    void this.refresh().then((missing) => {
      if (missing.length > 0) this.status.setState({ refreshFailed: missingOf(missing) })
    })
  }

  #count(): void {
    this.status.setState({ pending: this.#running + this.#unsaved.size })
  }

  async #reached(last: number): Promise<void> {
    await this.#unsaved.reached(this.db, last)
    this.#journalLast = Math.max(this.#journalLast, last)
    this.#count()
  }

  /**
   * Resolves when the journal has the entry. Writes that wait while a push is under way go together in the next one,
   * and fail together with it.
   */
  #pushUpTo(sequence: number): Promise<void> {
    this.#wanted = Math.max(this.#wanted, sequence)
    this.#queued ??= this.#pushing.then(() => {
      this.#queued = null
      const push = this.#send(this.#wanted)
      // The next push must start whatever became of this one; the failure goes to those who wait for this one.
      this.#pushing = push.catch(() => undefined)
      return push
    })
    return this.#queued
  }

  async #send(upTo: number): Promise<void> {
    try {
      const newest = this.#unsaved.get(upTo)
      await pushMirror(this.db, this.#journal, this.#journalLast, upTo, newest, (last) => this.#reached(last))
      this.status.setState({ failed: this.#refused.reason ?? this.#unsaved.reason })
    } catch (error) {
      const failed = reasonOf(error, 'project.write.journal')
      if (error instanceof LostDatabaseError) this.#refused.refuse(failed)
      this.status.setState({ failed })
      throw new JournalError(failed, { cause: error })
    }
  }
}
