import type { ReportContent } from '#shared/matters/extract'
import type { Span } from '#shared/model/anchor'
import { type List, type Matter, type Money, matterName } from '#shared/model/matter'
import { makeAnchor } from '#shared/text/anchor'
import { sentenceAt } from '#shared/text/sentences'
import { keyParts, movedStatementKey, nearestKey, presentKey } from './keys'
import { movedMatter } from './moved'

/** Where the words of a matter were found in a text of which no offset is known to stand for one of the old. */
export interface FoundPlace {
  text: string
  /** Its words. */
  span: Span
  /** Its report. */
  within: Span
  /** What the engine reads in its report there; null where that is not known. */
  engine: ReportContent | null
}

/** The sentence around the words: as the engine has it, else up to its end mark. */
function sentenceOf({ text, span, within, engine }: FoundPlace): Span {
  const read = [...(engine?.matters ?? []), ...(engine?.statements ?? [])].map(({ sentence }) => sentence)
  const known = read.find(({ start, end }) => start <= span.start && span.start < end)
  if (known) return known
  const { start, end } = sentenceAt(text, span.start, within)
  return { start, end: /[。！？]/u.test(text.charAt(end - 1)) ? end - 1 : end }
}

/** An amount near its place, or anywhere around the words; where it is not, it is kept and stands at their start. */
function moneyNear({ text, span }: FoundPlace, sentence: Span, money: Money, shift: number): Money {
  const { quantity } = money
  const near = money.start + shift
  if (near >= 0 && text.startsWith(quantity, near)) return { ...money, start: near }
  const from = Math.min(span.start, sentence.start)
  const at = text.slice(from, Math.max(span.end, sentence.end)).indexOf(quantity)
  return { ...money, start: at < 0 ? span.start : from + at }
}

/** Where a list ends: as the engine says of the same one, else as far behind its heading as it did. */
function untilOf({ text, span, engine }: FoundPlace, until: number, name: string, shift: number): number {
  const lists = (engine?.matters ?? []).filter((one): one is List => one.type === 'list')
  const same = lists.find((one) => one.start === span.start || matterName(one) === name)
  return same?.until ?? Math.min(text.length, Math.max(span.end, until + shift))
}

/** A touched matter where its words were found again: what else it names is looked for around them. */
export function shiftedMatter(matter: Matter, place: FoundPlace): Matter {
  const { anchor, content, origin } = matter
  const { text, span, engine } = place
  const sentence = sentenceOf(place)
  const shift = span.start - anchor.start
  const moved = (at: number): number => Math.max(0, at + shift)
  const parts = origin === null ? null : keyParts(origin)
  return {
    ...matter,
    anchor: makeAnchor(text, span.start, span.end),
    orphan: false,
    origin: parts ? presentKey({ ...parts, start: moved(parts.start) }, engine?.matters ?? null, span.end) : origin,
    content: movedMatter(content, {
      own: span,
      sentence,
      money: (money) => moneyNear(place, sentence, money, shift),
      offset: (until) => untilOf(place, until, matterName(content), shift),
      matter: (key) => {
        const parent = keyParts(key)
        return parent ? nearestKey({ ...parent, start: moved(parent.start) }, engine?.matters ?? []) : key
      },
      statement: (key) => movedStatementKey(key, moved, engine?.statements ?? null),
    }),
  }
}
