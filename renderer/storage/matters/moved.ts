import type { Span } from '#shared/model/anchor'
import type { ExtractedMatter, Money } from '#shared/model/matter'

/** Where the parts of a matter stand in another text. */
export interface Move {
  /** The words that say it. */
  own: Span
  sentence: Span
  /** Where an amount stands; it may be another one. */
  money(money: Money): Money
  /** Where an offset is. */
  offset(at: number): number
  /** The present key of a list. */
  matter(key: string): string
  /** The present key of a statement. */
  statement(key: string): string
}

const moneyOf = (move: Move, money: Money | null): Money | null => money && move.money(money)

/** A matter whose offsets, and the keys that name others by theirs, are those of another text. */
export function movedMatter(matter: ExtractedMatter, move: Move): ExtractedMatter {
  const place = { ...move.own, sentence: move.sentence }
  switch (matter.type) {
    case 'relative_target':
    case 'claim':
      return { ...matter, ...place }
    case 'rank':
      return { ...matter, ...place, statement: matter.statement && move.statement(matter.statement) }
    case 'venture':
      return { ...matter, ...place, amount: moneyOf(move, matter.amount) }
    case 'list':
      return { ...matter, ...place, ...fundsOf(move, matter), until: move.offset(matter.until) }
    case 'list_item':
      return { ...matter, ...place, ...fundsOf(move, matter), parent: matter.parent && move.matter(matter.parent) }
  }
}

const fundsOf = (move: Move, matter: Extract<ExtractedMatter, { type: 'list' | 'list_item' }>) => ({
  total: moneyOf(move, matter.total),
  own: moneyOf(move, matter.own),
  above: moneyOf(move, matter.above),
  private: moneyOf(move, matter.private),
})
