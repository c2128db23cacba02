import type { Role, StatementStatus } from '#shared/model/statement'
import type { ReviewStatement } from '../../storage'

/** Which statements the list shows. */
export interface ReviewFilter {
  /** null: all of them. */
  status: StatementStatus | null
  /** null: both. */
  role: Role | null
  /** Only those whose indicator is in the dictionary. */
  known: boolean
}

export const ALL: ReviewFilter = { status: null, role: null, known: false }

/** The statements that a filter lets through, in their order. */
export const filterStatements = (
  statements: readonly ReviewStatement[],
  { status, role, known }: ReviewFilter,
): ReviewStatement[] =>
  statements.filter(
    (statement) =>
      (status === null || statement.status === status) &&
      (role === null || statement.role === role) &&
      (!known || statement.canonical !== ''),
  )

/** How many statements have each status, how many there are, and how many were reviewed (no longer suggested). */
export interface ReviewCounts extends Record<StatementStatus, number> {
  all: number
  reviewed: number
}

/** Counts the statements of a report. */
export function countStatements(statements: readonly ReviewStatement[]): ReviewCounts {
  const counts: ReviewCounts = { suggested: 0, accepted: 0, edited: 0, rejected: 0, all: 0, reviewed: 0 }
  for (const { status } of statements) {
    counts[status]++
    counts.all++
    if (status !== 'suggested') counts.reviewed++
  }
  return counts
}

/** What names a statement among all. */
export type StatementName = Pick<ReviewStatement, 'report' | 'key'>

/** Where the named statement stands in the list; -1 where it does not. */
export const indexOf = (list: readonly StatementName[], name: StatementName | null): number =>
  list.findIndex(({ report, key }) => report === name?.report && key === name.key)

/**
 * The statement one step on in the list.
 * @param offset where to start when the current one is not in the list: the caret, in UTF-16 code units
 * @returns null at the end of the list
 */
export function neighbour(
  list: readonly ReviewStatement[],
  current: StatementName | null,
  direction: 1 | -1,
  offset: number,
): ReviewStatement | null {
  const at = indexOf(list, current)
  if (at >= 0) return list[at + direction] ?? null
  const next =
    direction === 1 ? list.find(({ start }) => start >= offset) : list.findLast(({ start }) => start < offset)
  return next ?? null
}

/** The statement to go on with once `current` is settled: the next one still suggested, the next of all otherwise. */
export function afterSettled(list: readonly ReviewStatement[], current: StatementName): ReviewStatement | null {
  const at = indexOf(list, current)
  const rest = list.slice(at + 1)
  return rest.find(({ status }) => status === 'suggested') ?? rest[0] ?? null
}
