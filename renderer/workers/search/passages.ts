import { lastUpToNear } from '#shared/search/units'

/** Spans of a text, each with the furthest end of those up to it. */
export class Passages {
  readonly #starts: Uint32Array
  readonly #furthest: Uint32Array
  /** The span that was found last: hits are asked for in order. */
  #known = 0

  /** @param spans starts and ends in turn, by start; they may overlap */
  constructor(spans: ArrayLike<number>) {
    const count = spans.length >> 1
    this.#starts = new Uint32Array(count)
    this.#furthest = new Uint32Array(count)
    let furthest = 0
    for (let place = 0; place < count; place++) {
      this.#starts[place] = spans[2 * place] ?? 0
      furthest = Math.max(furthest, spans[2 * place + 1] ?? 0)
      this.#furthest[place] = furthest
    }
  }

  /** True where one of the spans holds the whole of another. */
  holds(start: number, end: number): boolean {
    return this.#furthestFrom(start) >= end
  }

  /** True where one of the spans has a character of another. */
  touches(start: number, end: number): boolean {
    return this.#furthestFrom(end - 1) > start
  }

  /** The furthest end of the spans that begin at an offset or before it; 0 where none does. */
  #furthestFrom(offset: number): number {
    this.#known = lastUpToNear(this.#starts, offset, this.#known)
    return (this.#starts[this.#known] ?? Number.POSITIVE_INFINITY) <= offset ? (this.#furthest[this.#known] ?? 0) : 0
  }
}

/** Spans that overlap or touch made one; starts and ends in turn, by start. */
export function merged(spans: ArrayLike<number>): number[] {
  const whole: number[] = []
  for (let at = 0; at < spans.length; at += 2) {
    const [start = 0, end = 0] = [spans[at], spans[at + 1]]
    const last = whole.at(-1)
    if (last !== undefined && start <= last) whole[whole.length - 1] = Math.max(last, end)
    else whole.push(start, end)
  }
  return whole
}

/** What two lists of spans share. Each is in order and disjoint, starts and ends in turn. */
export function shared(one: ArrayLike<number>, other: ArrayLike<number>): number[] {
  const both: number[] = []
  for (let a = 0, b = 0; a < one.length && b < other.length; ) {
    const start = Math.max(one[a] ?? 0, other[b] ?? 0)
    const end = Math.min(one[a + 1] ?? 0, other[b + 1] ?? 0)
    if (start < end) both.push(start, end)
    if ((one[a + 1] ?? 0) < (other[b + 1] ?? 0)) a += 2
    else b += 2
  }
  return both
}
