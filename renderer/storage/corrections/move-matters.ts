import type { ReportContent } from '#shared/matters/extract'
import type { Span } from '#shared/model/anchor'
import type { ExtractedMatter, Matter, Money, VentureLink, VentureRef } from '#shared/model/matter'
import { makeAnchor, resolveAnchor } from '#shared/text/anchor'
import { keyParts, movedStatementKey, presentKey } from '../matters/keys'
import { moneysOf } from '../matters/money'
import { type Move, movedMatter } from '../matters/moved'
import { shiftedMatter } from '../matters/shifted'
import { withWords } from '../matters/words'
import { type Way, wordsIn } from './laid-report'

const meet = (a: Span, b: Span): boolean => a.start <= b.end && b.start <= a.end
const touches = ({ edits }: Way, spans: readonly Span[]): boolean =>
  edits.some((edit) => spans.some((span) => meet(edit, span)))

/** Where the matter of a key begins, and as many characters as its name has; null for one made by hand. */
function spanOfKey(key: string | null): Span[] {
  const parts = key === null ? null : keyParts(key)
  return parts ? [{ start: parts.start, end: parts.start + parts.name.length }] : []
}

/** Whether what the engine reads around a matter may be another after edits. */
export function isMatterTouched(way: Way, { anchor, origin, content, orphan }: Matter): boolean {
  if (orphan) return true
  const parent = content.type === 'list_item' ? content.parent : null
  return touches(way, [anchor, content.sentence, ...spanOfKey(origin), ...spanOfKey(parent)])
}

/** Whether what the engine reads around a linked venture may be another after edits. */
export const isRefTouched = (way: Way, { key }: VentureRef): boolean => touches(way, spanOfKey(key))

/** An amount where it stands now; where its own characters were corrected, the engine tells how much it is. */
function moneyIn(way: Way, engine: ReportContent | null, money: Money): Money {
  const own = { start: money.start, end: money.start + money.quantity.length }
  const there = way.map.span(own)
  if (!there) return { ...money, start: way.map.offset(money.start, -1) }
  if (!way.edits.some((edit) => meet(edit, own))) return { ...money, start: there.start }
  const read = engine?.matters.flatMap(moneysOf).find(({ start }) => start === there.start)
  return read ?? { ...money, start: there.start, quantity: way.after.slice(there.start, there.end) }
}

const startIn = ({ map }: Way, start: number): number =>
  map.span({ start, end: start + 1 })?.start ?? map.offset(start, -1)

function keyIn(way: Way, engine: ReportContent | null, key: string, end?: number): string {
  const parts = keyParts(key)
  return parts ? presentKey({ ...parts, start: startIn(way, parts.start) }, engine?.matters ?? null, end) : key
}

function moveOf(way: Way, engine: ReportContent | null, content: ExtractedMatter, own: Span): Move {
  return {
    own,
    sentence: way.map.span(content.sentence) ?? own,
    money: (money) => moneyIn(way, engine, money),
    offset: (at) => way.map.offset(at, -1),
    matter: (key) => keyIn(way, engine, key),
    statement: (key) => movedStatementKey(key, (start) => startIn(way, start), engine?.statements ?? null),
  }
}

/** A matter whose words were lost, where they stand in the text again. */
function foundAgain(way: Way, matter: Matter, engine: ReportContent | null, within: Span): Matter {
  const span = resolveAnchor(way.after, matter.anchor)
  if (!span) return matter
  return shiftedMatter(matter, { text: way.after, span, within, engine })
}

/**
 * A touched matter as it stands in the corrected text: its offsets, those of what it speaks of, and the words of it that
 * were corrected. All else that the user said stays. One of which nothing is left is kept as an orphan with its quote.
 * @param engine what the engine reads in its report now; null where the edits are elsewhere
 * @param within its report in the corrected text
 */
export function matterIn(way: Way, engine: ReportContent | null, matter: Matter, within: Span): Matter {
  const { anchor, content, orphan, origin } = matter
  if (orphan) return foundAgain(way, matter, engine, within)
  const own = way.map.span(anchor)
  if (!own) return { ...matter, orphan: true }
  const around = {
    start: Math.min(anchor.start, content.sentence.start),
    end: Math.max(anchor.end, content.sentence.end),
  }
  const worded = withWords(content, (words) => wordsIn(way, words, around))
  return {
    ...matter,
    anchor: makeAnchor(way.after, own.start, own.end),
    content: movedMatter(worded, moveOf(way, engine, content, own)),
    origin: origin && keyIn(way, engine, origin, own.end),
  }
}

/**
 * A link whose ventures stand elsewhere now.
 * @param engines what the engine reads in the corrected reports; one is absent where it reads what it read
 * @param reports the corrected ones
 */
export function linkIn(
  way: Way,
  engines: ReadonlyMap<string, ReportContent>,
  link: VentureLink,
  reports: ReadonlySet<string>,
): VentureLink {
  const side = (ref: VentureRef): VentureRef =>
    reports.has(ref.report) ? { ...ref, key: keyIn(way, engines.get(ref.report) ?? null, ref.key) } : ref
  return { ...link, a: side(link.a), b: side(link.b) }
}
