import { type MatterTableWords, matterCell } from '#shared/exchange/matter-table'
import { plainCell } from '#shared/exchange/xlsx'
import type { MatterRow } from '../../storage'
import { type Pause, Ranks, sortedInSlices } from '../../ui/grid/ranks'
import { type ColumnId, sortedBy } from './columns'
import type { Entry } from './entries'
import { indicatorOf, listed } from './words'

/** How the entries stand in order. */
export interface Order {
  column: ColumnId
  down: boolean
}

export const FIRST_ORDER: Order = { column: 'region', down: false }

const collator = new Intl.Collator('zh-CN', { numeric: true })

/** In this order the statuses are looked at. */
const STATUS_ORDER = ['suggested', 'edited', 'accepted', 'rejected']

/** Values that are made at once: some milliseconds. */
const AT_ONCE = 4_000

type Value = string | number | null

function orderedBy(column: ColumnId, row: MatterRow, words: MatterTableWords): Value {
  if (column === 'status') return STATUS_ORDER.indexOf(row.status)
  if (column === 'indicator') return indicatorOf(row, words)
  const by = sortedBy(column)
  const cell = by === null ? null : matterCell(by, listed(row), words)
  return plainCell(cell)
}

/** The order of entries, by what Chinese sounds like; what was compared once is kept. */
export class Ordering {
  readonly #ranks = new Ranks(collator.compare)

  /** Reports in the order of their places, the latest first: the order of all that is equal otherwise. */
  async reports(byReport: ReadonlyMap<string, readonly MatterRow[]>, pause: Pause): Promise<(readonly MatterRow[])[]> {
    const placed = [...byReport.values()].flatMap((rows) => {
      const [first] = rows
      return first ? [{ rows, name: first.place?.name ?? '', year: first.reportYear ?? 0, id: first.report }] : []
    })
    await this.#ranks.know(
      placed.map(({ name }) => name),
      pause,
    )
    const rank = (name: string): number => (name === '' ? Number.POSITIVE_INFINITY : this.#ranks.of(name))
    placed.sort((a, b) => {
      const [one, other] = [rank(a.name), rank(b.name)]
      if (one !== other) return one < other ? -1 : 1
      return b.year - a.year || (a.id < b.id ? -1 : 1)
    })
    return placed.map(({ rows }) => rows)
  }

  /** Entries in order; equal ones stay as they are, those without a value come last whichever way it goes. */
  async ordered(
    entries: readonly Entry[],
    { column, down }: Order,
    words: MatterTableWords,
    pause: Pause,
  ): Promise<readonly Entry[]> {
    if (column === 'region' && !down) return entries
    const values: Value[] = []
    for (const { row } of entries) {
      if (values.length % AT_ONCE === AT_ONCE - 1) await pause()
      values.push(orderedBy(column, row, words))
    }
    await this.#ranks.know(
      values.filter((value): value is string => typeof value === 'string' && value !== ''),
      pause,
    )
    const keys = values.map((value) => {
      if (value === null || value === '') return Number.POSITIVE_INFINITY
      const key = typeof value === 'number' ? value : this.#ranks.of(value)
      return down ? -key : key
    })
    const places = entries.map((_, index) => index)
    const compare = (a: number, b: number): number => {
      const [one, other] = [keys[a] ?? 0, keys[b] ?? 0]
      return one === other ? a - b : one - other
    }
    const sorted = await sortedInSlices(places, compare, pause)
    return sorted.map((place) => entries[place] as Entry)
  }
}
