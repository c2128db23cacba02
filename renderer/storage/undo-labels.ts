import Dexie from 'dexie'
import type { Message } from '#shared/model/identity'
import type { JournalEntry } from '#shared/model/journal'
import type { ProjectDatabase } from './database'
import { lastSequence } from './entry'
import { nextRedo, nextUndo } from './history'
import { within } from './within'

/** Operations that the next undo and the next redo would take; null where there is none. */
export interface UndoLabels {
  undo: Message | null
  redo: Message | null
}

/**
 * What others write is read no sooner than this after the last read, in milliseconds: an import writes dozens of times
 * a second, and each read of the window would stand in the way of the importer's next transaction.
 */
export const LABELS_PACE = 500

/** What of an entry is needed here. */
type Head = Pick<JournalEntry, 'operation' | 'undoes' | 'redoes'>

/** Keeps the labels of undo and redo as the database has them, whoever writes: this window, another one, the importer. */
export class UndoLabelWatch {
  readonly #db: ProjectDatabase
  readonly #next: (labels: UndoLabels) => void
  readonly #failed: (error: unknown) => void
  readonly #heard = (parts: object): void => this.#hear(parts)
  #timer: ReturnType<typeof setTimeout> | null = null
  #reading: Promise<void> = Promise.resolve()
  #lastRead = Number.NEGATIVE_INFINITY
  #stopped = false
  readonly #heads = new Map<number, Head>()

  /**
   * @param next told the labels at once and after every change
   * @param failed told when they cannot be read
   */
  constructor(db: ProjectDatabase, next: (labels: UndoLabels) => void, failed: (error: unknown) => void) {
    this.#db = db
    this.#next = next
    this.#failed = failed
    Dexie.on('storagemutated', this.#heard)
    void this.refresh()
  }

  /** Takes in entries that this window has written, and tells the labels at once. */
  written(entries: readonly JournalEntry[]): void {
    for (const entry of entries) this.#keep(entry)
    void this.refresh()
  }

  /** Reads them now: after a write of this window the very next key may be an undo. */
  refresh(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
    // One after another, so that the last one told is the newest.
    this.#reading = this.#reading.then(() => this.#read())
    return this.#reading
  }

  /** Ends it; nothing is told after that. */
  stop(): void {
    this.#stopped = true
    if (this.#timer) clearTimeout(this.#timer)
    Dexie.on.storagemutated.unsubscribe(this.#heard)
  }

  #hear(parts: object): void {
    if (this.#timer || !Object.keys(parts).some((part) => part.startsWith(`idb://${this.#db.name}/journalHeads/`)))
      return
    const wait = Math.max(0, this.#lastRead + LABELS_PACE - performance.now())
    this.#timer = setTimeout(() => void this.refresh(), wait)
  }

  /** An entry without its changes; read at most once, for an entry never changes. */
  async #entryAt(sequence: number): Promise<Head | undefined> {
    const known = this.#heads.get(sequence)
    if (known) return known
    const entry = await this.#db.journalHeads.get(sequence)
    if (entry) this.#keep(entry)
    return entry
  }

  #keep({ sequence, operation, undoes, redoes }: Head & Pick<JournalEntry, 'sequence'>): void {
    this.#heads.set(sequence, { operation, undoes, redoes })
  }

  async #read(): Promise<void> {
    if (this.#stopped) return
    this.#lastRead = performance.now()
    try {
      const labels = await this.#db.transaction('r', this.#db.meta, this.#db.journalHeads, async () => {
        const last = await lastSequence(this.#db)
        const entryAt = (sequence: number) => this.#entryAt(sequence)
        const [undo, redo] = [await within(nextUndo(entryAt, last)), await within(nextRedo(entryAt, last))]
        return { undo: undo?.operation ?? null, redo: redo?.operation ?? null }
      })
      if (!this.#stopped) this.#next(labels)
    } catch (error) {
      // A read that `stop` and the closing of the database cut off: nobody listens to it any more.
      if (!this.#stopped) this.#failed(error)
    }
  }
}
