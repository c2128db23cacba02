import type { LedgerScore, ScoreDimension } from '#shared/compare/ledger/ledger-types'
import { sumScores } from '#shared/compare/ledger/score'
import { LISTS, type ListName } from './lines'

/** What a table of scores goes by. */
export type ScoreBy = Extract<ScoreDimension, 'place' | 'year' | 'category' | 'wording'>

/** A group of scores, apart for the lists. */
export interface ScoreRow {
  key: string
  /** Null where places are summed. */
  place: string | null
  /** The year, category or wording; the place's code. */
  value: string
  /** By list; null where it has no target at all. */
  cells: readonly (LedgerScore | null)[]
}

export interface ScoreTable {
  lists: readonly ListName[]
  rows: readonly ScoreRow[]
}

const listOf = ({ group }: LedgerScore): ListName =>
  group.type === 'venture' ? 'venture' : (LISTS.find((list) => list === group.list) ?? 'other')

/** Rows that count or are left out: whether there is anything to tell. */
const total = ({ verdicts, leftOut }: LedgerScore): number =>
  Object.values(verdicts).reduce((sum, count) => sum + count, 0) + leftOut

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/**
 * Scores as a table: a row for each group, a column for each list that has targets.
 * @param scores apart for place, year, list, category, wording and type
 * @param apart whether places stand beside each other in a group, or are summed
 */
export function scoreTable(scores: readonly LedgerScore[], by: ScoreBy, apart: boolean): ScoreTable {
  const byList = new Map(LISTS.map((list) => [list, scores.filter((score) => listOf(score) === list)]))
  const lists = LISTS.filter((list) => byList.get(list)?.some((score) => total(score) > 0))
  const dimensions: ScoreDimension[] = by === 'place' ? ['place'] : apart ? ['place', by] : [by]
  const rows = new Map<string, { place: string | null; value: string; cells: (LedgerScore | null)[] }>()
  for (const [column, list] of lists.entries())
    for (const score of sumScores(byList.get(list) ?? [], dimensions)) {
      const value = score.group[by] ?? ''
      const place = by === 'place' || apart ? (score.group.place ?? null) : null
      const key = `${place ?? ''}|${value}`
      const row = rows.get(key) ?? { place, value, cells: lists.map(() => null) }
      row.cells[column] = total(score) === 0 ? null : score
      rows.set(key, row)
    }
  return { lists, rows: [...rows].map(([key, row]) => ({ key, ...row })).sort(order(by)) }
}

const weight = ({ cells }: ScoreRow): number => cells.reduce((sum, cell) => sum + (cell?.decided ?? 0), 0)

/** Years in their order, other groups by how much they tell; in a group the places by code. */
const order =
  (by: ScoreBy) =>
  (a: ScoreRow, b: ScoreRow): number => {
    const values = by === 'year' || by === 'place' ? compare(a.value, b.value) : 0
    if (values !== 0) return values
    if (a.value === b.value) return compare(a.place ?? '', b.place ?? '')
    return weight(b) - weight(a) || compare(a.value, b.value)
  }

/** Places by the share that they have met in a list, those with nothing decided last. */
export function byShare(table: ScoreTable, column: number): ScoreTable {
  const share = (row: ScoreRow): number => row.cells[column]?.share ?? -1
  const decided = (row: ScoreRow): number => row.cells[column]?.decided ?? 0
  return { ...table, rows: table.rows.toSorted((a, b) => share(b) - share(a) || decided(b) - decided(a)) }
}

/** Percent without digits: 75%. */
export const percent = (share: number): string => `${Math.round(100 * share)}%`
