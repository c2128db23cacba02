import type { Span } from '#shared/model/anchor'
import type { ScanHit } from '../../workers/scan/protocol'

/** Hits of one report, or of what stands outside every report of a source, one after the other. */
export interface HitGroup {
  /** The report's id; for a source's other text its hash. */
  value: string
  /** Place in the list of its first hit. */
  from: number
  count: number
  /** How many of them are ticked. */
  ticked: number
}

/** Tells whether a passage carries the chosen codes already. */
export type Carried = (reading: string, mark: Span) => boolean

const TICKED = 1
const CARRIED = 2
/** Ticked or unticked by hand. */
const BY_HAND = 4

/**
 * The hits of a scan, in groups, each ticked or not: what carries the codes already is unticked until the user ticks it.
 * Grows while the scan runs; a hundred thousand hits are held without a record for each beside the hit itself.
 */
export class Hits {
  readonly #hits: ScanHit[] = []
  readonly #groups: HitGroup[] = []
  #flags = new Uint8Array(1024)
  #ticked = 0
  #carried = 0
  #test: Carried = () => false

  get count(): number {
    return this.#hits.length
  }
  get ticked(): number {
    return this.#ticked
  }
  /** How many carry the chosen codes already. */
  get carried(): number {
    return this.#carried
  }
  get groups(): readonly HitGroup[] {
    return this.#groups
  }

  at(place: number): ScanHit | undefined {
    return this.#hits[place]
  }
  isTicked(place: number): boolean {
    return ((this.#flags[place] ?? 0) & TICKED) !== 0
  }
  isCarried(place: number): boolean {
    return ((this.#flags[place] ?? 0) & CARRIED) !== 0
  }

  /** Takes in hits that were found. */
  add(found: readonly ScanHit[]): void {
    if (this.#hits.length + found.length > this.#flags.length) {
      const wider = new Uint8Array(2 * (this.#hits.length + found.length))
      wider.set(this.#flags)
      this.#flags = wider
    }
    for (const hit of found) {
      const place = this.#hits.length
      const value = hit.report ?? hit.source
      this.#hits.push(hit)
      const last = this.#groups.at(-1)
      if (last?.value === value) last.count++
      else this.#groups.push({ value, from: place, count: 1, ticked: 0 })
      this.#look(place, hit)
    }
  }

  /** Looks again at what carries the codes; `anew` forgets what was ticked by hand, but not what was unticked. */
  carry(test: Carried, anew: boolean): void {
    this.#test = test
    this.#carried = 0
    this.#ticked = 0
    for (const group of this.#groups) group.ticked = 0
    let at = 0
    for (const [place, hit] of this.#hits.entries()) {
      while (place >= (this.#groups[at + 1]?.from ?? Number.POSITIVE_INFINITY)) at++
      if (anew && this.isTicked(place)) this.#flags[place] = 0
      this.#look(place, hit, this.#groups[at])
    }
  }

  /** Ticks or unticks hits from one place up to another, which is left out. */
  tick(from: number, to: number, ticked: boolean): void {
    let at = this.groupOf(from)
    for (let place = from; place < Math.min(to, this.#hits.length); place++) {
      while (place >= (this.#groups[at + 1]?.from ?? Number.POSITIVE_INFINITY)) at++
      const change = Number(ticked) - Number(this.isTicked(place))
      const flags = (this.#flags[place] ?? 0) & ~TICKED
      this.#flags[place] = flags | BY_HAND | (ticked ? TICKED : 0)
      this.#ticked += change
      const group = this.#groups[at]
      if (group) group.ticked += change
    }
  }

  /** Place of the group that holds a hit. */
  groupOf(place: number): number {
    let low = 0
    let high = this.#groups.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((this.#groups[middle]?.from ?? 0) <= place) low = middle
      else high = middle - 1
    }
    return low
  }

  /** The ticked hits, in order. */
  chosen(): ScanHit[] {
    return this.#hits.filter((_, place) => this.isTicked(place))
  }

  #look(place: number, hit: ScanHit, group = this.#groups.at(-1)): void {
    const carried = this.#test(hit.reading, hit.mark)
    const before = this.#flags[place] ?? 0
    const ticked = (before & BY_HAND) !== 0 ? (before & TICKED) !== 0 : !carried
    this.#flags[place] = (before & BY_HAND) | (carried ? CARRIED : 0) | (ticked ? TICKED : 0)
    if (carried) this.#carried++
    if (!ticked) return
    this.#ticked++
    if (group) group.ticked++
  }
}
