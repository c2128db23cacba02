import { createStore } from 'zustand/vanilla'
import type { VentureCandidate } from '#shared/compare/ventures'
import type { Message } from '#shared/model/identity'
import type { VentureLink } from '#shared/model/matter'
import { type KnownMatters, type MatterRow, reasonOf } from '../../../storage'
import { VentureComparison } from '../../../workers/ventures/client'
import type { MatterFilter } from '../filter'
import { rowKey } from '../tabs'
import { AllFacts } from './facts'

/** Names change while somebody types and reports come in crowds: they are compared this long after, in milliseconds. */
const PACE = 400

interface PairsState {
  state: 'waiting' | 'working' | 'found' | 'failed'
  failed: Message | null
  /** Those that are open, the likeliest first. */
  pairs: readonly VentureCandidate[]
  /** How many are open; `pairs` has the first of them. */
  total: number
  /** How many were found, those that are decided too. */
  found: number
  /** Place of the current pair. */
  cursor: number
  /** The list is shown beside the table. */
  shown: boolean
}

/** Names a pair. */
export const pairKey = ({ a, b }: Pick<VentureCandidate, 'a' | 'b'>): string => `${rowKey(a)}\n${rowKey(b)}`

/** The row of one side; undefined where it has gone meanwhile. */
export const rowOfSide = (known: KnownMatters | null, { report, key }: VentureCandidate['a']): MatterRow | undefined =>
  known?.byReport.get(report)?.find((row) => row.key === key)

/** What the pairs are worked out from. */
export interface PairsGiven {
  known: KnownMatters
  links: readonly VentureLink[]
  filter: MatterFilter
}

/** Which ventures may be the same one: compared again when names, places or amounts have changed. */
export class VenturePairs {
  readonly store = createStore<PairsState>(() => ({
    state: 'waiting',
    failed: null,
    pairs: [],
    total: 0,
    found: 0,
    cursor: 0,
    shown: true,
  }))
  readonly #facts = new AllFacts()
  #comparison: VentureComparison | null = null
  /** The version of the facts that was compared, or is being compared. */
  #compared = -1
  #given: PairsGiven | null = null
  #timer: ReturnType<typeof setTimeout> | null = null

  /** Takes in what is known now, and compares it where it is something else than before. */
  take(given: PairsGiven): void {
    if (!given.known.whole) return
    this.#given = given
    this.#facts.take(given.known.byReport, given.filter.mainOnly)
    if (this.#comparison && this.#facts.version === this.#compared) return void this.#ask(this.#comparison)
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#compare(), this.#compared < 0 ? 0 : PACE)
  }

  /** Ends the comparison; it is made anew when something is taken in. */
  close(): void {
    if (this.#timer) clearTimeout(this.#timer)
    this.#comparison?.end()
    this.#comparison = null
  }

  #compare(): void {
    this.close()
    this.#compared = this.#facts.version
    this.#comparison = new VentureComparison(this.#facts.facts)
    this.store.setState({ state: 'working', failed: null })
    void this.#ask(this.#comparison)
  }

  async #ask(comparison: VentureComparison): Promise<void> {
    if (!this.#given) return
    const { links, filter } = this.#given
    const { text, places, years } = filter
    try {
      const open = await comparison.ask({ links, asked: { text, places, years } })
      if (comparison !== this.#comparison || links !== this.#given.links || filter !== this.#given.filter) return
      this.store.setState(({ cursor }) => ({
        state: 'found',
        failed: null,
        ...open,
        cursor: Math.max(0, Math.min(cursor, open.pairs.length - 1)),
      }))
    } catch (error) {
      // Ended for a newer comparison, or with the view.
      if (comparison !== this.#comparison) return
      this.close()
      this.store.setState({ state: 'failed', failed: reasonOf(error, 'matters.grid.pairs.failed') })
    }
  }
}
