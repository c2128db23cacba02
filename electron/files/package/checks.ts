/** What windows have checked just now, a package or a backup: each can be ended by the window that asked for it. */
export class Checks {
  readonly #running = new Map<unknown, Set<AbortController>>()

  /** Does a work for a window, with the signal that ends it. @throws whatever the work throws */
  async run<T>(asking: unknown, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const abort = new AbortController()
    const own = this.#running.get(asking) ?? new Set()
    this.#running.set(asking, own.add(abort))
    try {
      return await work(abort.signal)
    } finally {
      own.delete(abort)
      if (own.size === 0) this.#running.delete(asking)
    }
  }

  /** Ends what a window has under way; where it has nothing, nothing is done. */
  stop(asking: unknown): void {
    for (const abort of this.#running.get(asking) ?? []) abort.abort()
  }
}
