import type { Section } from '#shared/model/section'
import type { Role, StatementStatus } from '#shared/model/statement'
import { attentionOf } from '#shared/statements/attention'
import { canonicalOf, contentOf, type ItemType, type ReviewItem, typeOf } from './item'

/** `text`: as they stand in the report; `attention`: what needs eyes comes first. */
export type ReviewOrder = 'text' | 'attention'

/** Which items the list shows. */
export interface ReviewFilter {
  /** null: all of them. */
  type: ItemType | null
  /** null: all of them. */
  status: StatementStatus | null
  /** null: both. */
  role: Role | null
  /** Only those whose indicator is in the dictionary. */
  known: boolean
  order: ReviewOrder
}

export const ALL: Omit<ReviewFilter, 'order'> = { type: null, status: null, role: null, known: false }

/** How much an item wants a human eye; what is about no indicator counts like one that is known. */
const wants = (item: ReviewItem): number => {
  const { confidence, list } = contentOf(item)
  return attentionOf({ status: item.status, confidence, list, canonical: canonicalOf(item) ?? typeOf(item) })
}

/** The items that a filter lets through, in the order that it names. */
export function filterItems(
  items: readonly ReviewItem[],
  { type, status, role, known, order }: ReviewFilter,
): ReviewItem[] {
  const shown = items.filter(
    (item) =>
      (type === null || typeOf(item) === type) &&
      (status === null || item.status === status) &&
      (role === null || contentOf(item).role === role) &&
      (!known || Boolean(canonicalOf(item))),
  )
  if (order === 'text') return shown
  const attention = new Map(shown.map((item) => [item, wants(item)]))
  return shown.sort(
    (a, b) => (attention.get(b) ?? 0) - (attention.get(a) ?? 0) || contentOf(a).start - contentOf(b).start,
  )
}

/** The deepest section that an offset stands in, null before the first one. */
export function sectionAt(sections: readonly Section[], offset: number): Section | null {
  const around = sections.filter(({ start, end }) => start <= offset && offset < end)
  return around.reduce<Section | null>((best, one) => (best && best.level >= one.level ? best : one), null)
}

/** The items of a section that nobody has spoken on yet. */
export const unsettledIn = (items: readonly ReviewItem[], section: Pick<Section, 'start' | 'end'>): ReviewItem[] =>
  items.filter((item) => {
    const { start } = contentOf(item)
    return item.status === 'suggested' && start >= section.start && start < section.end
  })

/** How many items have each status, how many there are, and how many were reviewed (no longer suggested). */
export interface ReviewCounts extends Record<StatementStatus, number> {
  all: number
  reviewed: number
}

/** Counts items by status. */
export function countItems(items: readonly ReviewItem[]): ReviewCounts {
  const counts: ReviewCounts = { suggested: 0, accepted: 0, edited: 0, rejected: 0, all: 0, reviewed: 0 }
  for (const { status } of items) {
    counts[status]++
    counts.all++
    if (status !== 'suggested') counts.reviewed++
  }
  return counts
}

/** How many items there are of each type. */
export function countTypes(items: readonly ReviewItem[]): ReadonlyMap<ItemType, number> {
  const counts = new Map<ItemType, number>()
  for (const item of items) counts.set(typeOf(item), (counts.get(typeOf(item)) ?? 0) + 1)
  return counts
}

/** What names an item among all. */
export type ItemName = Pick<ReviewItem, 'report' | 'key'>

/** Where the named item stands in the list; -1 where it does not. */
export const indexOf = (list: readonly ItemName[], name: ItemName | null): number =>
  list.findIndex(({ report, key }) => report === name?.report && key === name.key)

/**
 * The item one step on in the list.
 * @param offset where to start when the current one is not in the list: the caret, in UTF-16 code units
 * @returns null at the end of the list
 */
export function neighbour(
  list: readonly ReviewItem[],
  current: ItemName | null,
  direction: 1 | -1,
  offset: number,
): ReviewItem | null {
  const at = indexOf(list, current)
  if (at >= 0) return list[at + direction] ?? null
  const next =
    direction === 1
      ? list.find((item) => contentOf(item).start >= offset)
      : list.findLast((item) => contentOf(item).start < offset)
  return next ?? null
}

/** The item to go on with once `current` is settled: the next one still suggested, the next of all otherwise. */
export function afterSettled(list: readonly ReviewItem[], current: ItemName): ReviewItem | null {
  const at = indexOf(list, current)
  const rest = list.slice(at + 1)
  return rest.find(({ status }) => status === 'suggested') ?? rest[0] ?? null
}
