import type { Span } from '#shared/model/anchor'
import type { Comparator, ExtractedStatement } from '#shared/model/statement'
import { nearestPhrase } from '../text/broken-text'

/** The fields of a statement that are words of its text. */
const WORDED = ['indicator', 'part_of', 'wording', 'period', 'base', 'rank', 'basis', 'subset', 'due', 'scope'] as const

/** Names that the engine may put together of words that stand apart. */
const COMPOSED: ReadonlySet<string> = new Set(['indicator', 'part_of'])

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

/** 最高一次性补助5000元: what bounds the number stands before the verb. */
const MOST = /最[高多](?=[^，。；、\d]{0,8}$)/u
const INSIDE = /[余多几]/u
/** So many characters on either side of a number can belong to its bound. */
const REACH = 24
/** Further numbers behind one, with which it shares its bound: 15%、18%以上. */
const SHARING = /^(?:[、和与及]\s*[\d.,]+(?:亿|万)?[^\d\s，。；、和与及以左上]{0,4}){1,3}/u

/** The words around the number that make its bound; white space and a scan's line break may stand between. */
function boundOf(text: string, comparator: Comparator, { start, end }: Span): Span | null {
  const words = BOUNDS[comparator]
  if (!words) return null
  const inside = comparator === 'ge' ? INSIDE.exec(text.slice(start, end)) : null
  if (inside) return { start: start + inside.index, end: start + inside.index + 1 }
  const after = text.slice(end, end + REACH)
  for (const passed of ['', SHARING.exec(after)?.[0] ?? '']) {
    const rest = after.slice(passed.length)
    const behind = words.behind.exec(rest.trimStart())
    const from = end + passed.length + rest.length - rest.trimStart().length
    if (behind) return { start: from, end: from + behind[0].length }
  }
  const front = text.slice(Math.max(0, start - REACH), start).trimEnd()
  const before = words.before.exec(front) ?? (comparator === 'le' ? MOST.exec(front) : null)
  if (!before) return null
  const from = Math.max(0, start - REACH) + before.index
  return { start: from, end: from + before[0].length }
}

/** Shorter pieces than this say nothing of the name. */
const PIECE = 2
/** So much of a name must be found in pieces; less is another name that shares a word with it. */
const ENOUGH = 3 / 4

/** The pieces of a phrase that stand in the text, the longest first; `length` counts their characters. */
function cut(text: string, within: Span, phrase: string, offset: number): { spans: Span[]; length: number } {
  for (let length = phrase.length; length >= PIECE; length--)
    for (let at = 0; at + length <= phrase.length; at++) {
      const found = nearestPhrase(text, within, phrase.slice(at, at + length), offset)
      if (!found) continue
      const before = cut(text, within, phrase.slice(0, at), offset)
      const behind = cut(text, within, phrase.slice(at + length), offset)
      return { spans: [...before.spans, found, ...behind.spans], length: before.length + length + behind.length }
    }
  return { spans: [], length: 0 }
}

/** Where a name stands that is put together of words of its sentence: 重点项目13个，完成投资40亿元. */
function piecesOf(text: string, within: Span, phrase: string, offset: number): Span[] {
  const { spans, length } = cut(text, within, phrase, offset)
  return length >= phrase.length * ENOUGH ? spans : []
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
    const spans = found || !COMPOSED.has(part) ? [found] : piecesOf(text, statement.sentence, words, statement.start)
    for (const span of spans) if (span && apart(span, quantity)) parts.push({ part, ...span })
  }
  return parts
}
