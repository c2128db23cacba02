/** Gives the window time to draw. */
export type Pause = () => Promise<void>

/** Work goes on for so long before it pauses, in milliseconds. */
const SLICE = 12

/** So many comparisons are made between two looks at the clock. */
const AT_ONCE = 512

/** Sorts in slices: merge sort from below, with pauses between comparisons. Equal ones stay in their order. */
export async function sortedInSlices<T>(
  list: readonly T[],
  compare: (a: T, b: T) => number,
  pause: Pause,
): Promise<T[]> {
  let from = [...list]
  let into: T[] = new Array(from.length)
  let since = performance.now()
  let compared = 0
  for (let width = 1; width < from.length; width *= 2) {
    for (let start = 0; start < from.length; start += 2 * width) {
      const middle = Math.min(start + width, from.length)
      const end = Math.min(start + 2 * width, from.length)
      for (let at = start, left = start, right = middle; at < end; at++) {
        const takeLeft = left < middle && (right >= end || compare(from[left] as T, from[right] as T) <= 0)
        into[at] = (takeLeft ? from[left++] : from[right++]) as T
        if (++compared % AT_ONCE !== 0 || performance.now() - since < SLICE) continue
        await pause()
        since = performance.now()
      }
    }
    ;[from, into] = [into, from]
  }
  return from
}

/** More new words than these are sorted anew with all the others; fewer are put in one by one. */
const FEW = 64

/** The places of words in their order, kept while words come and go: comparing Chinese by its sounds is slow. */
export class Ranks {
  readonly #compare: (a: string, b: string) => number
  #sorted: string[] = []
  #ranks = new Map<string, number>()

  constructor(compare: (a: string, b: string) => number) {
    this.#compare = compare
  }

  /** The place of a word that was given to `know`. */
  of(word: string): number {
    return this.#ranks.get(word) ?? 0
  }

  /** Takes words in; after that `of` knows them all. */
  async know(words: Iterable<string>, pause: Pause): Promise<void> {
    const added = new Set<string>()
    for (const word of words) if (!this.#ranks.has(word)) added.add(word)
    if (added.size === 0) return
    if (added.size <= FEW) for (const word of added) this.#sorted.splice(this.#placeFor(word), 0, word)
    else this.#sorted = await sortedInSlices([...this.#sorted, ...added], this.#compare, pause)
    this.#ranks = new Map(this.#sorted.map((word, place) => [word, place]))
  }

  #placeFor(word: string): number {
    let [low, high] = [0, this.#sorted.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.#compare(this.#sorted[middle] ?? '', word) <= 0) low = middle + 1
      else high = middle
    }
    return low
  }
}
