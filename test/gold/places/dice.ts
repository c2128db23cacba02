/** Random choices that come out the same for the same seed (mulberry32), so that a case can be looked at again. */
export class Dice {
  #state: number

  constructor(seed: number) {
    this.#state = seed >>> 0
  }

  /** 0 to 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0
    let mixed = this.#state
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }

  /** An integer from `low` to `high`, both included. */
  from(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1))
  }

  /** True with a chance. */
  hits(chance: number): boolean {
    return this.next() < chance
  }

  /** One of a list. @throws when it is empty */
  one<T>(list: readonly T[]): T {
    const chosen = list[this.from(0, list.length - 1)]
    if (chosen === undefined) throw new RangeError('nothing to choose from')
    return chosen
  }

  /** Some of a list, each once at most. */
  some<T>(list: readonly T[], count: number): T[] {
    const left = [...list]
    const taken: T[] = []
    while (taken.length < count && left.length > 0) taken.push(...left.splice(this.from(0, left.length - 1), 1))
    return taken
  }
}
