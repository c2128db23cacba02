import type { Span } from '#shared/model/anchor'
import type { Comparator, ExtractedStatement } from '#shared/model/statement'
import { nearestPhrase } from '../text/broken-text'

/** The fields of a statement that are words of its text. */
const WORDED = ['indicator', 'part_of', 'wording', 'period', 'base', 'rank', 'basis', 'subset', 'due', 'scope'] as const

/** A field that the text shows, or the number itself. */
export type StatementPart = (typeof WORDED)[number] | 'quantity' | 'comparator'

/** Where a part stands in the reading's text. */
export interface PartSpan extends Span {
  part: StatementPart
}

/** The words that make a bound, directly behind the number and directly before it. */
const BOUNDS: Readonly<Record<Comparator, { behind: RegExp; before: RegExp } | null>> = {
  eq: null,
  range: null,
  ge: {
    behind: /^(?:及?以上|多|余)/u,
    before: /(?:不低于|不少于|不小于|至少|大于|高于|多于|超过|突破|超|逾|跨越|迈上|达到?)了?$/u,
  },
  le: {
    behind: /^(?:及?以下|以内|之内)/u,
    before: /(?:不超过|不高于|不突破|不大于|低于|少于|小于|不到|不足|控制在|最高|最多)了?$/u,
  },
  approx: { behind: /^(?:左右|上下)/u, before: /(?:大约|约为|将近|接近|大致|约|近)$/u },
}

const INSIDE = /[余多几]/u
/** So many characters on either side of a number can belong to its bound. */
const REACH = 12

/** The words around the number that make its bound; white space and a scan's line break may stand between. */
function boundOf(text: string, comparator: Comparator, { start, end }: Span): Span | null {
  const words = BOUNDS[comparator]
  if (!words) return null
  const inside = comparator === 'ge' ? INSIDE.exec(text.slice(start, end)) : null
  if (inside) return { start: start + inside.index, end: start + inside.index + 1 }
  const after = text.slice(end, end + REACH)
  const gap = after.length - after.trimStart().length
  const behind = words.behind.exec(after.trimStart())
  if (behind) return { start: end + gap, end: end + gap + behind[0].length }
  const front = text.slice(Math.max(0, start - REACH), start).trimEnd()
  const before = words.before.exec(front)
  if (!before) return null
  const from = Math.max(0, start - REACH) + before.index
  return { start: from, end: from + before[0].length }
}

const apart = (a: Span, b: Span): boolean => a.end <= b.start || b.end <= a.start

/**
 * Where the parts of a statement stand in its sentence: the number first, then what of its fields the text shows. A
 * field that the user worded differently has no place.
 * @param text the reading's text; offsets are its UTF-16 code units
 */
export function partsOf(
  text: string,
  statement: Pick<
    ExtractedStatement,
    'start' | 'quantity' | 'comparator' | 'sentence' | 'rule' | (typeof WORDED)[number]
  >,
): PartSpan[] {
  const quantity = { start: statement.start, end: statement.start + statement.quantity.length }
  if (quantity.end > text.length) return []
  const parts: PartSpan[] = [{ part: 'quantity', ...quantity }]
  const bound = boundOf(text, statement.comparator, quantity)
  if (bound) parts.push({ part: 'comparator', ...bound })
  for (const part of WORDED) {
    const words = statement[part]
    if (part === 'scope' && words === 'own') continue
    const behind = part === 'indicator' && statement.rule.startsWith('right')
    const found =
      (behind ? nearestPhrase(text, { ...statement.sentence, start: quantity.end }, words, quantity.end) : null) ??
      nearestPhrase(text, statement.sentence, words, statement.start)
    if (found && apart(found, quantity)) parts.push({ part, ...found })
  }
  return parts
}
