const NONE = new Uint32Array()

/** Spans of a text as two columns, which grow as needed: 8 bytes a span. Offsets are UTF-16 code units, ends exclusive. */
export class Spans {
  #starts: Uint32Array = NONE
  #ends: Uint32Array = NONE
  #length = 0
  readonly #room: number

  /** @param room spans that there is room for with the first one; without any, none is taken */
  constructor(room = 16) {
    this.#room = room
  }

  get length(): number {
    return this.#length
  }

  /** Start of the span at a place; 0 where there is none. */
  start(place: number): number {
    return this.#starts[place] ?? 0
  }

  /** End of the span at a place; 0 where there is none. */
  end(place: number): number {
    return this.#ends[place] ?? 0
  }

  /** The place of the first span, from a place on, that does not begin before an offset. Spans must be by start. */
  firstFrom(offset: number, from = 0): number {
    let [low, high] = [from, this.#length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.start(middle) < offset) low = middle + 1
      else high = middle
    }
    return low
  }

  push(start: number, end: number): void {
    if (this.#length === this.#starts.length) this.#grow(this.#length + 1)
    this.#starts[this.#length] = start
    this.#ends[this.#length++] = end
  }

  /** Adds spans of another list, `to` exclusive. */
  add(other: Spans, from: number, to: number): void {
    const length = this.#length + to - from
    if (length > this.#starts.length) this.#grow(length)
    this.#starts.set(other.#starts.subarray(from, to), this.#length)
    this.#ends.set(other.#ends.subarray(from, to), this.#length)
    this.#length = length
  }

  /** Forgets the spans behind the first ones; the room for them stays. */
  cut(length: number): void {
    this.#length = Math.min(this.#length, length)
  }

  #grow(length: number): void {
    const room = Math.max(16, this.#room, this.#length * 2, length)
    const [starts, ends] = [new Uint32Array(room), new Uint32Array(room)]
    starts.set(this.#starts)
    ends.set(this.#ends)
    this.#starts = starts
    this.#ends = ends
  }
}

/** The spans of several lists in one, by start, then end; those that are the same once. Each list is in this order. */
export function union(lists: readonly Spans[]): Spans {
  const [only] = lists
  if (lists.length === 1 && only) return only
  const merged = new Spans(lists.reduce((sum, { length }) => sum + length, 0))
  const at = lists.map(() => 0)
  for (;;) {
    let first = -1
    for (let list = 0; list < lists.length; list++) {
      const own = lists[list]
      const place = at[list] ?? 0
      if (!own || place >= own.length) continue
      const best = lists[first]
      if (!best || precedes(own, place, best, at[first] ?? 0)) first = list
    }
    const own = lists[first]
    if (!own) return merged
    const place = at[first] ?? 0
    at[first] = place + 1
    const last = merged.length - 1
    const [start, end] = [own.start(place), own.end(place)]
    if (last < 0 || merged.start(last) !== start || merged.end(last) !== end) merged.push(start, end)
  }
}

function precedes(one: Spans, at: number, other: Spans, place: number): boolean {
  const apart = one.start(at) - other.start(place)
  return apart < 0 || (apart === 0 && one.end(at) < other.end(place))
}
