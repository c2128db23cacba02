/**
 * Which of many hits are ticked, by their places in the list. Of a hundred thousand only those are held that are unlike
 * the rest.
 */
export class Ticks {
  readonly #all: boolean
  readonly #odd: ReadonlySet<number>

  private constructor(all: boolean, odd: ReadonlySet<number>) {
    this.#all = all
    this.#odd = odd
  }

  static readonly none = new Ticks(false, new Set())
  static readonly all = new Ticks(true, new Set())

  has(place: number): boolean {
    return this.#odd.has(place) !== this.#all
  }

  /** How many of `hits` hits are ticked. */
  count(hits: number): number {
    return this.#all ? hits - this.#odd.size : this.#odd.size
  }

  /** Ticks what is not, and unticks what is. */
  toggled(place: number): Ticks {
    const odd = new Set(this.#odd)
    if (!odd.delete(place)) odd.add(place)
    return new Ticks(this.#all, odd)
  }
}
