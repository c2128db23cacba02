/** Work for several lanes, which may bring more work while it is done: it ends when all is done. */
export class WorkQueue<T> {
  /** The next one is the last, so that taking it is cheap. */
  readonly #items: T[]
  #busy = 0
  #waiting: (() => void)[] = []
  #ended = false

  constructor(items: readonly T[]) {
    this.#items = items.toReversed()
  }

  /** The next piece of work, once there is one; null when all is done. `done` must be called after each. */
  async take(): Promise<T | null> {
    for (;;) {
      if (this.#ended) return null
      const item = this.#items.pop()
      if (item !== undefined) {
        this.#busy += 1
        return item
      }
      if (this.#busy === 0) return null
      await new Promise<void>((resolve) => this.#waiting.push(resolve))
    }
  }

  /** Puts work before everything that waits, in its order. */
  push(items: readonly T[]): void {
    this.#items.push(...items.toReversed())
    this.#wake()
  }

  /** A piece of work that was taken is done. */
  done(): void {
    this.#busy -= 1
    this.#wake()
  }

  /** Nothing more is given out. */
  end(): void {
    this.#ended = true
    this.#wake()
  }

  #wake(): void {
    const waiting = this.#waiting
    this.#waiting = []
    for (const resolve of waiting) resolve()
  }
}
