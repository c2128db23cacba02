import { createStore } from 'zustand/vanilla'
import type { VentureCandidate } from '#shared/compare/ventures'
import type { Message } from '#shared/model/identity'
import type { VentureLink } from '#shared/model/matter'
import { type KnownMatters, type MatterRow, reasonOf } from '../../../storage'
import { findPairs } from '../../../workers/ventures/client'
import type { SameSets } from '../groups'
import { rowKey } from '../tabs'
import { AllFacts } from './facts'

/** Names change while somebody types and reports come in crowds: they are compared this long after, in milliseconds. */
const PACE = 400

/** Two rows that may be the same venture. */
export interface Pair {
  key: string
  a: MatterRow
  b: MatterRow
  likeness: number
  reasons: readonly Message[]
}

interface PairsState {
  state: 'waiting' | 'working' | 'found' | 'failed'
  failed: Message | null
  found: readonly VentureCandidate[]
  /** Place of the current pair among those that are open. */
  cursor: number
  /** The list is shown beside the table. */
  shown: boolean
}

/** Whether the user has said of two rows what they are, by a word on them or on others that they are the same as. */
function decided(pair: VentureCandidate, parted: ReadonlySet<string>, sets: SameSets): boolean {
  const [a, b] = [rowKey(pair.a), rowKey(pair.b)]
  const set = sets.of(a)
  return (set !== null && set === sets.of(b)) || parted.has(`${a}\n${b}`)
}

/** Links of which the user said that they are none, both ways round. */
const partedBy = (links: readonly VentureLink[]): Set<string> =>
  new Set(
    links.flatMap(({ a, b, verdict }) =>
      verdict === 'different' ? [`${rowKey(a)}\n${rowKey(b)}`, `${rowKey(b)}\n${rowKey(a)}`] : [],
    ),
  )

/** What decides which pairs are open. */
export interface PairsAmong {
  known: KnownMatters | null
  links: readonly VentureLink[]
  sets: SameSets
  /** Keys of the rows that are shown: one of each pair is among them; null for all. */
  among: ReadonlySet<string> | null
}

/** The pairs that the user has not decided on yet, the likeliest first. */
export function openPairs(found: readonly VentureCandidate[], { known, links, sets, among }: PairsAmong): Pair[] {
  if (!known) return []
  const parted = partedBy(links)
  const rowsOf = new Map<string, Map<string, MatterRow>>()
  const rowOf = ({ report, key }: VentureCandidate['a']): MatterRow | undefined => {
    const own = rowsOf.get(report) ?? new Map((known.byReport.get(report) ?? []).map((row) => [row.key, row]))
    rowsOf.set(report, own)
    return own.get(key)
  }
  return found.flatMap((pair): Pair[] => {
    const key = `${rowKey(pair.a)}\n${rowKey(pair.b)}`
    if (among && !among.has(rowKey(pair.a)) && !among.has(rowKey(pair.b))) return []
    if (decided(pair, parted, sets)) return []
    const [a, b] = [rowOf(pair.a), rowOf(pair.b)]
    return a && b ? [{ key, a, b, likeness: pair.likeness, reasons: pair.reasons }] : []
  })
}

/** Which ventures may be the same one: compared again when names, places or amounts have changed. */
export class VenturePairs {
  readonly store = createStore<PairsState>(() => ({
    state: 'waiting',
    failed: null,
    found: [],
    cursor: 0,
    shown: true,
  }))
  readonly #facts = new AllFacts()
  /** The version of the facts that was compared, or is being compared. */
  #compared = -1
  #timer: ReturnType<typeof setTimeout> | null = null
  #running: AbortController | null = null

  /** Takes in what is known now, and compares it where it is something else than before. */
  take(known: KnownMatters, mainOnly: boolean): void {
    if (!known.whole) return
    this.#facts.take(known.byReport, mainOnly)
    if (this.#facts.version === this.#compared) return
    if (this.#timer) clearTimeout(this.#timer)
    const first = this.#compared < 0
    this.#timer = setTimeout(() => void this.#compare(), first ? 0 : PACE)
  }

  /** Ends it. */
  close(): void {
    if (this.#timer) clearTimeout(this.#timer)
    this.#running?.abort()
  }

  async #compare(): Promise<void> {
    this.#running?.abort()
    const running = new AbortController()
    this.#running = running
    this.#compared = this.#facts.version
    this.store.setState({ state: 'working', failed: null })
    try {
      const found = await findPairs(this.#facts.facts, running.signal)
      this.store.setState({ state: 'found', found })
    } catch (error) {
      // Ended for a newer comparison, or with the view.
      if (running.signal.aborted) return
      this.#compared = -1
      this.store.setState({ state: 'failed', failed: reasonOf(error, 'matters.grid.pairs.failed') })
    }
  }
}
