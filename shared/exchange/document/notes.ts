/** Notes below a table, each once, numbered as they are met. */
export class Notes {
  readonly #texts: string[] = []

  /** The number of a note, from 1. */
  number(text: string): number {
    const known = this.#texts.indexOf(text)
    if (known >= 0) return known + 1
    this.#texts.push(text)
    return this.#texts.length
  }

  /** All notes in the order of their numbers. */
  get all(): readonly string[] {
    return this.#texts
  }
}
