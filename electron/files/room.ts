/** Bounds what is in memory at once. One thing is always let in, however large it is. */
export class Room {
  readonly #size: number
  #used = 0
  #inside = 0
  #waiting: (() => void)[] = []

  /** @param size in bytes */
  constructor(size: number) {
    this.#size = size
  }

  /** Does work once there is room for its bytes, which it takes until the work is done. */
  async within<T>(bytes: number, work: () => Promise<T>): Promise<T> {
    while (this.#inside > 0 && this.#used + bytes > this.#size)
      await new Promise<void>((resolve) => this.#waiting.push(resolve))
    this.#used += bytes
    this.#inside += 1
    try {
      return await work()
    } finally {
      this.#used -= bytes
      this.#inside -= 1
      const waiting = this.#waiting
      this.#waiting = []
      for (const resolve of waiting) resolve()
    }
  }
}
