import type { Span } from '#shared/model/anchor'
import type { ExtractedMatter, MatterType, Money } from '#shared/model/matter'
import { nearestPhrase } from '../text/broken-text'

/** Fields that are words of the text, by type. */
const WORDED: Readonly<Record<MatterType, readonly string[]>> = {
  relative_target: ['indicator', 'hedge', 'reference'],
  rank: ['indicator', 'aspect', 'among'],
  claim: ['covers', 'levels'],
  list: [],
  list_item: [],
  venture: ['place', 'stageWords'],
}
const COMMON = ['wording', 'due', 'period', 'scope'] as const

/** Where a field of a matter stands in the reading's text; `money` for an amount. */
export interface MatterPart extends Span {
  part: string
}

const moneyOf = (matter: ExtractedMatter): (Money | null)[] => {
  if (matter.type === 'venture') return [matter.amount]
  if (matter.type !== 'list' && matter.type !== 'list_item') return []
  return [matter.total, matter.own, matter.above, matter.private]
}

/**
 * Where the fields of a matter stand in its words and its sentence. A field that the user worded differently has no
 * place.
 * @param text the reading's text; offsets are its UTF-16 code units
 */
export function partsOfMatter(text: string, matter: ExtractedMatter): MatterPart[] {
  const { start, end, sentence } = matter
  const within = { start: Math.min(sentence.start, start), end: Math.max(sentence.end, end) }
  const fields: Readonly<Record<string, unknown>> = matter
  const worded = [...WORDED[matter.type], ...COMMON].flatMap((part): MatterPart[] => {
    const words = fields[part]
    if (typeof words !== 'string' || words === '' || words === 'own') return []
    const found = nearestPhrase(text, { start, end }, words, start) ?? nearestPhrase(text, within, words, start)
    return found ? [{ part, ...found }] : []
  })
  const amounts = moneyOf(matter).flatMap((money): MatterPart[] => {
    if (!money || !text.startsWith(money.quantity, money.start)) return []
    return [{ part: 'money', start: money.start, end: money.start + money.quantity.length }]
  })
  return [...worded, ...amounts]
}
