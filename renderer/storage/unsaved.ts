import { type Message, message } from '#shared/model/identity'
import { headOf, type JournalEntry } from '#shared/model/journal'
import type { ProjectDatabase } from './database'
import { sameValue } from './equal'
import { LostDatabaseError } from './errors'

/** How many steps that are left over are named. */
const NAMED = 3

/** What a step was about: the names and words in its message. */
const aboutOf = ({ operation }: JournalEntry): string => Object.values(operation.params).join(' ')

/** Entries that a window wrote and the journal does not have yet. */
export class UnsavedEntries {
  readonly #entries = new Map<number, JournalEntry>()
  /** Those that can be written no more: a step before them is lost, or another one has their place. */
  #leftOver: readonly JournalEntry[] = []

  /** How many there are, with those that are left over. */
  get size(): number {
    return this.#entries.size + this.#leftOver.length
  }

  /** The sequence of the last one that can still be written, 0 for none. */
  get last(): number {
    return Math.max(0, ...this.#entries.keys())
  }

  /** Those that can still be written, in their order. */
  get inOrder(): JournalEntry[] {
    return [...this.#entries.values()].sort((a, b) => a.sequence - b.sequence)
  }

  /** What is left over, to be told; null for nothing. */
  get reason(): Message | null {
    if (this.#leftOver.length === 0) return null
    const steps = this.#leftOver.slice(0, NAMED).map(aboutOf).join(', ')
    return message('project.write.leftOver', { count: this.#leftOver.length, steps })
  }

  get(sequence: number): JournalEntry | null {
    return this.#entries.get(sequence) ?? null
  }

  add(entries: readonly JournalEntry[]): void {
    for (const entry of entries) this.#entries.set(entry.sequence, entry)
  }

  /** Gives up those that can be written no more; they are told of as long as the window lives. */
  leave(entries: readonly JournalEntry[]): void {
    for (const { sequence } of entries) this.#entries.delete(sequence)
    this.#leftOver = [...this.#leftOver, ...entries]
  }

  /**
   * Forgets those that the journal has, up to a sequence, if the database has them too.
   * @throws LostDatabaseError where it has another one in the place of one, or none: that one is kept
   */
  async reached(db: Pick<ProjectDatabase, 'journalHeads'>, last: number): Promise<void> {
    const sent = this.inOrder.filter(({ sequence }) => sequence <= last)
    // By their heads: one of thousands of records is not read again.
    const heads = await db.journalHeads.bulkGet(sent.map(({ sequence }) => sequence))
    const kept = sent.filter((entry, index) => sameValue(heads[index], headOf(entry)))
    for (const { sequence } of kept) this.#entries.delete(sequence)
    if (kept.length < sent.length) throw new LostDatabaseError()
  }
}
