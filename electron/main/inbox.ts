/** Files that came from outside (command line, system, second start), kept until the window can take them. */
export class Inbox {
  readonly #deliver: (paths: string[]) => void
  #waiting: string[] = []
  #open = false

  /** @param deliver gets the paths once the inbox is open */
  constructor(deliver: (paths: string[]) => void) {
    this.#deliver = deliver
  }

  /** Takes paths: on at once when open, else they wait. */
  add(paths: readonly string[]): void {
    if (paths.length === 0) return
    if (this.#open) this.#deliver([...paths])
    else this.#waiting.push(...paths)
  }

  /** The window is ready: what waited goes on as one import. */
  open(): void {
    this.#open = true
    const waiting = this.#waiting
    this.#waiting = []
    this.add(waiting)
  }

  /** The window is loading again or gone: paths wait once more. */
  close(): void {
    this.#open = false
  }
}
