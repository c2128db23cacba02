import { type ComparedVenture, type VentureCandidate, ventureCandidates } from '#shared/compare/ventures'
import type { VentureRef } from '#shared/model/matter'
import type { OpenPairs, PairsAsked, PairsQuery } from './protocol'

/** More pairs than these are not given at once: nobody decides on more before asking anew. */
const MOST = 1_000

const nameOf = ({ report, key }: VentureRef): string => `${report} ${key}`

/** The test of what is asked for. */
function passes({ text, places, years }: PairsAsked): (venture: ComparedVenture) => boolean {
  const words = text.trim().toLocaleLowerCase().split(/\s+/u).filter(Boolean)
  const [place, year] = [new Set(places), new Set(years)]
  return (venture) => {
    if (place.size > 0 && !place.has(venture.place)) return false
    if (year.size > 0 && (venture.year === null || !year.has(venture.year))) return false
    const name = venture.name.toLocaleLowerCase()
    return words.every((word) => name.includes(word))
  }
}

/** Sets of numbers that grow together. */
class Sets {
  readonly #parents: Int32Array

  constructor(count: number) {
    this.#parents = Int32Array.from({ length: count }, (_, at) => at)
  }

  /** Joins the sets of two; false where they are one already. */
  join(a: number, b: number): boolean {
    const [one, other] = [this.#root(a), this.#root(b)]
    if (one === other) return false
    this.#parents[other] = one
    return true
  }

  #root(at: number): number {
    let root = at
    for (let up = this.#parents[root] ?? root; up !== root; up = this.#parents[root] ?? root) root = up
    this.#parents[at] = root
    return root
  }
}

/** The ventures of all reports held against each other, once. */
export class Comparison {
  readonly #ventures: readonly ComparedVenture[]
  readonly #places: ReadonlyMap<string, number>
  readonly #found: readonly VentureCandidate[]

  constructor(ventures: readonly ComparedVenture[]) {
    this.#ventures = ventures
    this.#places = new Map(ventures.map((venture, at) => [nameOf(venture), at]))
    this.#found = ventureCandidates(ventures)
  }

  /**
   * The pairs that the user has not decided on. A pair whose sides hang together by likelier ones is not asked about: of
   * one venture in six reports five pairs are, and not fifteen.
   */
  open({ links, asked }: PairsQuery): OpenPairs {
    const sets = new Sets(this.#ventures.length)
    const placesOf = (a: VentureRef, b: VentureRef) =>
      [this.#places.get(nameOf(a)), this.#places.get(nameOf(b))] as const
    const parted = new Set<string>()
    for (const { a, b, verdict } of links) {
      const [one, other] = placesOf(a, b)
      if (one === undefined || other === undefined) continue
      if (verdict === 'same') sets.join(one, other)
      else parted.add(`${Math.min(one, other)} ${Math.max(one, other)}`)
    }
    const test = passes(asked)
    const pairs: VentureCandidate[] = []
    let total = 0
    for (const pair of this.#found) {
      const [one, other] = placesOf(pair.a, pair.b)
      if (one === undefined || other === undefined) continue
      if (parted.has(`${Math.min(one, other)} ${Math.max(one, other)}`) || !sets.join(one, other)) continue
      const [a, b] = [this.#ventures[one], this.#ventures[other]]
      if (!a || !b || (!test(a) && !test(b))) continue
      total++
      if (pairs.length < MOST) pairs.push(pair)
    }
    return { pairs, total, found: this.#found.length }
  }
}
