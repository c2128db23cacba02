import { liveQuery } from 'dexie'

/**
 * What a query over a database gives, kept in memory and read again whenever what it read has changed, in whatever
 * window. Unlike `useLive` it begins without anything on the page, and several may look at it.
 */
export class LiveValue<T> {
  readonly #listeners = new Set<() => void>()
  readonly #subscription: { unsubscribe(): void }
  /** Resolves once there is a result, or none will come. */
  readonly first: Promise<void>
  #settle = (): void => undefined
  #value: T | undefined
  #failure: { reason: unknown } | null = null

  /** Begins to read. */
  constructor(query: () => Promise<T>) {
    this.first = new Promise((done) => {
      this.#settle = done
    })
    // Dexie tells nothing of a query that the closing of its database cut off.
    this.#subscription = liveQuery(() => query().finally(this.#settle)).subscribe({
      next: (value) => this.#have(value, null),
      error: (reason) => this.#have(this.#value, { reason }),
    })
  }

  /**
   * The latest result, undefined until the first one is there.
   * @throws what the query failed with
   */
  readonly value = (): T | undefined => {
    if (this.#failure) throw this.#failure.reason
    return this.#value
  }

  /** True when the query has failed: it is not run again. */
  get failed(): boolean {
    return this.#failure !== null
  }

  /** Tells a listener of each new result; returns the function that ends it. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Ends reading. */
  stop(): void {
    this.#listeners.clear()
    this.#settle()
    this.#subscription.unsubscribe()
  }

  #have(value: T | undefined, failure: { reason: unknown } | null): void {
    this.#value = value
    this.#failure = failure
    this.#settle()
    for (const listener of this.#listeners) listener()
  }
}
