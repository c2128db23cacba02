import Dexie, { type IntervalTree } from 'dexie'
import type { ProjectDatabase } from './database'

/** What is done with what is heard of a database. */
interface Follower {
  /** Told of what was written, by whomever; while the database is closed for now, too. */
  heard: (parts: Record<string, IntervalTree>) => void
  /** Told when it was opened: after another opening nothing that was read before need be so. */
  opened: () => void
}

/**
 * Follows a database until its project is closed. One that is closed only for now is followed on: it is opened again
 * under the same object, after a full disk has broken it, or while another window fills it anew.
 */
export function followDatabase(db: ProjectDatabase, { heard, opened }: Follower): void {
  const told = (parts: Record<string, IntervalTree>): void => {
    if (db.hasBeenClosed()) Dexie.on.storagemutated.unsubscribe(told)
    else heard(parts)
  }
  Dexie.on('storagemutated', told)
  // In a task of its own: what is read inside the event goes past the opening, which is not over yet.
  db.on('ready', () => void setTimeout(() => db.isOpen() && opened()), true)
}

/** What kept a keeper from reading: thrown to what draws as long as there is nothing else to draw. */
export class Failure {
  #error: { thrown: unknown } | null = null

  /** Notes a failure, or by null that it is over. */
  note(error: { thrown: unknown } | null): void {
    this.#error = error
  }

  get there(): boolean {
    return this.#error !== null
  }

  /**
   * Throws the failure, and forgets it after that: what is drawn later, at the user's wish, reads again. Not at once,
   * since React draws what has thrown a second time before it gives it up.
   */
  throwOnce(): void {
    const error = this.#error
    if (!error) return
    setTimeout(() => {
      if (this.#error === error) this.#error = null
    })
    throw error.thrown
  }
}
