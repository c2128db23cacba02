import type { LedgerRow } from './ledger-types'
import type { Names } from './phrases'

const LISTS: Record<LedgerRow['target']['list'], number> = { headline: 0, livelihood: 1, priority: 2, '': 3 }

/** What makes two targets one and the same indicator: rows of one such group have one that stands for it. */
const groupOf = ({ target }: LedgerRow, names: Names): string =>
  `${target.canonical || (target.type === 'statement' ? names.of(target.phrase).normal : target.phrase)}|${target.kind}|${target.value === null ? target.type : ''}`

/** What makes two targets the same promise, said twice. */
const promiseOf = (row: LedgerRow, group: string): string => {
  const { normal, normalHigh, base, subset, measure, comparator } = row.target
  return `${group}|${row.dueYear}|${normal}|${normalHigh}|${base}|${subset}|${measure}|${comparator}`
}

/** Lower stands for the indicator before higher. */
function standing(row: LedgerRow): readonly number[] {
  const { target } = row
  return [
    row.dueYear === row.year ? 0 : 1,
    target.list === 'headline' ? 0 : 1,
    target.subset === '' ? 0 : 1,
    LISTS[target.list],
    target.measure === 'planned_total' ? 1 : 0,
  ]
}

function before(a: LedgerRow, b: LedgerRow): boolean {
  const [own, other] = [standing(a), standing(b)]
  for (const [at, rank] of own.entries()) {
    const against = other[at] ?? 0
    if (rank !== against) return rank < against
  }
  return false
}

/**
 * Marks among the rows of one place and year which one stands for its indicator (the headline target, the one without a
 * subset, the first), and which ones say again what another row says.
 */
export function markRows(rows: readonly LedgerRow[], names: Names): void {
  const best = new Map<string, LedgerRow>()
  const groups = rows.map((row) => groupOf(row, names))
  for (const [at, row] of rows.entries()) {
    const group = groups[at] ?? ''
    const known = best.get(group)
    if (!known || before(row, known)) best.set(group, row)
  }
  for (const row of best.values()) row.headline = true
  const said = new Map<string, string>()
  for (const [at, row] of rows.entries()) {
    if (row.target.value === null) continue
    const promise = promiseOf(row, groups[at] ?? '')
    row.repeats = said.get(promise) ?? null
    if (row.repeats === null) said.set(promise, row.id)
  }
}
