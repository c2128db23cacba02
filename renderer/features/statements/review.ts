import type { Section } from '#shared/model/section'
import type { Role, StatementStatus } from '#shared/model/statement'
import { attentionOf } from '#shared/statements/attention'
import type { ReviewStatement } from '../../storage'

/** `text`: as they stand in the report; `attention`: what needs eyes comes first. */
export type ReviewOrder = 'text' | 'attention'

/** Which statements the list shows. */
export interface ReviewFilter {
  /** null: all of them. */
  status: StatementStatus | null
  /** null: both. */
  role: Role | null
  /** Only those whose indicator is in the dictionary. */
  known: boolean
  order: ReviewOrder
}

export const ALL: Omit<ReviewFilter, 'order'> = { status: null, role: null, known: false }

/** The statements that a filter lets through, in the order that it names. */
export function filterStatements(
  statements: readonly ReviewStatement[],
  { status, role, known, order }: ReviewFilter,
): ReviewStatement[] {
  const shown = statements.filter(
    (statement) =>
      (status === null || statement.status === status) &&
      (role === null || statement.role === role) &&
      (!known || statement.canonical !== ''),
  )
  if (order === 'text') return shown
  const attention = new Map(shown.map((statement) => [statement, attentionOf(statement)]))
  return shown.sort((a, b) => (attention.get(b) ?? 0) - (attention.get(a) ?? 0) || a.start - b.start)
}

/** The deepest section that an offset stands in, null before the first one. */
export function sectionAt(sections: readonly Section[], offset: number): Section | null {
  const around = sections.filter(({ start, end }) => start <= offset && offset < end)
  return around.reduce<Section | null>((best, one) => (best && best.level >= one.level ? best : one), null)
}

/** The statements of a section that nobody has spoken on yet. */
export const unsettledIn = (
  statements: readonly ReviewStatement[],
  { start, end }: Pick<Section, 'start' | 'end'>,
): ReviewStatement[] =>
  statements.filter(
    (statement) => statement.status === 'suggested' && statement.start >= start && statement.start < end,
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
