import { liveQuery } from 'dexie'

/**
 * Subscribes so that the query begins in this turn. Dexie leaves that to a timer, which comes behind the event in which
 * it was asked for and all that is drawn for it; meanwhile the database would have answered.
 */
function atOnce<T>(subscribe: () => T): T {
  const { setTimeout } = globalThis
  const soon = (work: () => void): number => {
    queueMicrotask(work)
    return 0
  }
  // Nothing but Dexie's own subscribing runs until it is put back.
  globalThis.setTimeout = soon as typeof setTimeout
  try {
    return subscribe()
  } finally {
    globalThis.setTimeout = setTimeout
  }
}

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

  /** Begins to read, in this turn. */
  constructor(query: () => Promise<T>) {
    this.first = new Promise((done) => {
      this.#settle = done
    })
    // Dexie tells nothing of a query that the closing of its database cut off.
    const live = liveQuery(() => query().finally(this.#settle))
    this.#subscription = atOnce(() =>
      live.subscribe({
        next: (value) => this.#have(value, null),
        error: (reason) => this.#have(this.#value, { reason }),
      }),
    )
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
