import { type Message, message } from '#shared/model/identity'
import { type ExtractedMatter, type MatterOf, type Money, matterName } from '#shared/model/matter'

/** A word of the text as it stands, or a message. */
export type Piece = string | Message

/** A matter in a few words, for lists: 居民收入 · 同步 · 经济增长. */
export interface MatterWords {
  /** What it is called, as written; '' where the text names nothing. */
  name: string
  /** What of it: 增速; ''. */
  aspect: string
  /** What it says of it: 同步 经济增长; 全市第1; 全部完成. */
  says: readonly Piece[]
  /** What else it tells: 总投入2.97亿元, 年底前. */
  facts: readonly Piece[]
}

const review = (key: string, params: Record<string, string | number> = {}): Message =>
  message(`matters.review.says.${key}`, params)

const present = (pieces: readonly (Piece | null)[]): Piece[] =>
  pieces.filter((piece): piece is Piece => piece !== null && piece !== '')

const count = (key: string, number: number | null): Message | null =>
  number === null ? null : review(key, { count: number })

function moneyOf({ total, own, above, private: capital }: MatterOf<'list' | 'list_item'>): (Message | null)[] {
  const named: [string, Money | null][] = [
    ['total', total],
    ['own', own],
    ['above', above],
    ['private', capital],
  ]
  return named.map(([key, money]) => (money ? review(key, { quantity: money.quantity }) : null))
}

function rankPlace({ position, within, fromBottom, among }: MatterOf<'rank'>): Message {
  const key = within ? 'within' : 'place'
  return review(fromBottom ? `${key}Bottom` : key, { position, among })
}

function saysOf(matter: ExtractedMatter): readonly (Piece | null)[] {
  switch (matter.type) {
    case 'relative_target':
      return [message(`matters.relation.${matter.relation}`), matter.reference]
    case 'rank':
      return [rankPlace(matter)]
    case 'claim':
      return [message(`matters.extent.${matter.extent}`)]
    case 'list': {
      const { items, stated } = matter
      const differs = stated !== null && stated !== items
      return [differs ? review('itemsOf', { count: items, stated }) : review('items', { count: items })]
    }
    case 'list_item':
      return [count('count', matter.count)]
    case 'venture':
      return [matter.stage === '' ? null : message(`matters.stage.${matter.stage}`)]
  }
}

function factsOf(matter: ExtractedMatter): readonly (Piece | null)[] {
  switch (matter.type) {
    case 'relative_target':
      return [matter.hedge]
    case 'rank':
      return [
        matter.previous === null ? null : review('previous', { position: matter.previous }),
        count('streak', matter.streak),
        count('size', matter.size),
      ]
    case 'claim':
      return [message(`matters.subject.${matter.subject}`), count('count', matter.count), matter.levels]
    case 'list':
    case 'list_item':
      return moneyOf(matter)
    case 'venture':
      return [matter.amount?.quantity ?? null, matter.place]
  }
}

/** A matter in a few words. */
export function wordsOfMatter(matter: ExtractedMatter): MatterWords {
  const name = matterName(matter)
  return {
    name: matter.type === 'list_item' ? `${matter.ordinal}. ${name}` : name,
    aspect: matter.type === 'rank' ? matter.aspect : '',
    says: present(saysOf(matter)),
    facts: present([...factsOf(matter), matter.due]),
  }
}
