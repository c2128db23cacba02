import type { Heartbeat, Verdict } from './importer-link'

/** The longest that the importer may be silent over one file, in milliseconds. */
export const ANSWER_LIMIT = 120_000
/** The longest that a file may take while the importer tells how far it is. */
export const TOTAL_LIMIT = 600_000

/** A request that the importer has and has not answered. */
export interface InFlight {
  ticket: number
  resolve(verdict: Verdict): void
  heartbeat: Heartbeat
}

/** What is overdue in a lane: the one file in it, or null for one of several. */
export interface Overdue {
  lane: Lane
  ticket: number | null
  limit: number
}

/** One worker of the importer: what is in it, and how long it has been silent. */
export class Lane {
  readonly #onOverdue: (overdue: Overdue) => void
  readonly #inFlight = new Map<number, InFlight & { total: NodeJS.Timeout }>()
  #silence: NodeJS.Timeout | null = null

  /** @param onOverdue called when the worker has been silent too long, or a file has taken too long altogether */
  constructor(onOverdue: (overdue: Overdue) => void) {
    this.#onOverdue = onOverdue
  }

  /** How many files are in it. */
  get size(): number {
    return this.#inFlight.size
  }

  has(ticket: number): boolean {
    return this.#inFlight.has(ticket)
  }

  add(work: InFlight): void {
    const total = setTimeout(() => this.#overdue(TOTAL_LIMIT), TOTAL_LIMIT)
    this.#inFlight.set(work.ticket, { ...work, total })
    if (this.size === 1) this.#listen()
  }

  /** Takes out what was answered. The worker's time for the next file begins now. */
  take(ticket: number): InFlight | null {
    const found = this.#inFlight.get(ticket)
    if (!found) return null
    clearTimeout(found.total)
    this.#inFlight.delete(ticket)
    // Whatever waited behind it has had none of the time yet.
    for (const { total } of this.#inFlight.values()) total.refresh()
    this.#listen()
    return found
  }

  /** A sign of life: the worker is at work on a file. */
  heartbeat({ ticket, done, total }: { ticket: number; done: number; total: number }): void {
    this.#listen()
    this.#inFlight.get(ticket)?.heartbeat(done, total)
  }

  /** Takes out everything: the worker is gone. */
  clear(): InFlight[] {
    const all = [...this.#inFlight.values()]
    for (const { total } of all) clearTimeout(total)
    this.#inFlight.clear()
    this.#listen()
    return all
  }

  #listen(): void {
    if (this.#silence) clearTimeout(this.#silence)
    this.#silence = this.size > 0 ? setTimeout(() => this.#overdue(ANSWER_LIMIT), ANSWER_LIMIT) : null
  }

  #overdue(limit: number): void {
    const [only] = this.size === 1 ? this.#inFlight.keys() : []
    this.#onOverdue({ lane: this, ticket: only ?? null, limit })
  }
}
