import type { Span } from '#shared/model/anchor'
import { type ExtractedMatter, MatterType } from '#shared/model/matter'
import type { ExtractedStatement } from '#shared/model/statement'
import type { ReviewMatter, ReviewStatement } from '../../storage'

/** What the review goes through: statements and matters. */
export type ReviewItem = ReviewStatement | ReviewMatter

/** What an item can be. */
export type ItemType = 'statement' | MatterType

/** All that an item can be, in the order in which they are offered. */
export const ITEM_TYPES: readonly ItemType[] = ['statement', ...MatterType.options]

export const isMatter = (item: ReviewItem): item is ReviewMatter => 'content' in item

/** What an item says. */
export const contentOf = (item: ReviewItem): ExtractedStatement | ExtractedMatter =>
  isMatter(item) ? item.content : item

export const typeOf = (item: ReviewItem): ItemType => (isMatter(item) ? item.content.type : 'statement')

/** Its indicator in the dictionary, '' where it is none of those; null for a matter that is about no indicator. */
export function canonicalOf(item: ReviewItem): string | null {
  const content = contentOf(item)
  return 'canonical' in content ? content.canonical : null
}

/** The sentence of an item, of an item of a list all of its words. */
export function sentenceOf(item: ReviewItem): Span {
  const content = contentOf(item)
  if (!isMatter(item) || item.content.type !== 'list_item') return content.sentence
  return { start: item.content.start, end: item.content.end }
}

/** Statements and matters together in the order of the text; a matter stands before the statements in its words. */
export function itemsOf(statements: readonly ReviewStatement[], matters: readonly ReviewMatter[]): ReviewItem[] {
  const items: ReviewItem[] = [...matters, ...statements]
  return items.sort((a, b) => contentOf(a).start - contentOf(b).start)
}
