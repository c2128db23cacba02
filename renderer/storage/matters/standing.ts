import { type ExtractedMatter, type MatterType, type Money, matterKey, matterName } from '#shared/model/matter'
import type { ReadingText } from '#shared/model/reading'
import { editsBetween, mapThrough } from '#shared/text/edits'
import { simplified } from '#shared/text/traditional'
import { decodedText } from '../corrections/laid-text'
import { keyOf, keyParts } from './keys'
import { moneysOf } from './money'
import { movedMatter } from './moved'
import { inTextOrder } from './packed'

/** A name may stand so far before its sentence: what several sentences are about is named once. */
const BEFORE = 300

/**
 * The characters that tell a name: an engine folds widths, drops blanks and marks, mends digits and simplifies what is
 * traditional, so that of all others nothing can be said.
 */
const lettersOf = (words: string): string[] => simplified(words).match(/\p{Script=Han}/gu) ?? []

/** Names that are words of the matter's own; those of others may stand before it. */
const NAMED_BY_SPAN: ReadonlySet<MatterType> = new Set(['venture', 'list_item'])

/** An engine may name an indicator in full, with some characters that the text has not: of 城乡居民 it makes 农村居民. */
const NAMED_IN_FULL: ReadonlySet<MatterType> = new Set(['relative_target', 'rank'])
const FOREIGN = 0.3

/** Whether a matter can be of this text: it stands inside of it, and the characters of its name are there or thereabouts. */
function stands(text: string, matter: ExtractedMatter): boolean {
  const { start, end, sentence, type } = matter
  if (start >= end || end > text.length || sentence.start > sentence.end || sentence.end > text.length) return false
  const place = NAMED_BY_SPAN.has(type)
    ? { start, end }
    : { start: Math.max(0, Math.min(start, sentence.start) - BEFORE), end: Math.max(end, sentence.end) }
  const around = new Set(lettersOf(text.slice(place.start, place.end)))
  const name = lettersOf(matterName(matter))
  const foreign = name.filter((letter) => !around.has(letter)).length
  return foreign <= (NAMED_IN_FULL.has(type) ? name.length * FOREIGN : 0)
}

/** Whether the amounts of a matter stand where it says, and a list ends behind its heading. */
function hasItsParts(text: string, matter: ExtractedMatter): boolean {
  if (matter.type === 'list' && (matter.until < matter.end || matter.until > text.length)) return false
  return moneysOf(matter).every(({ quantity, start }) => text.startsWith(quantity, start))
}

function standingIn(text: string, matters: readonly ExtractedMatter[]): ExtractedMatter[] {
  const met = new Set<string>()
  return matters.filter((matter) => {
    const key = matterKey(matter)
    if (met.has(key) || !stands(text, matter)) return false
    met.add(key)
    return true
  })
}

/**
 * The matters of an extraction that stand in a text where they say, each once, in the order of the text. They speak of the
 * text as it was decoded: where the user has corrected it they move along, and one whose words were corrected speaks of it
 * no longer.
 */
export function standingMatters(
  row: Pick<ReadingText, 'text' | 'corrections'>,
  matters: readonly ExtractedMatter[],
): ExtractedMatter[] {
  const decoded = decodedText(row)
  const kept = standingIn(
    decoded,
    matters.filter((matter) => hasItsParts(decoded, matter)),
  )
  const { corrections = [] } = row
  if (corrections.length === 0) return kept.sort(inTextOrder)
  const map = mapThrough(editsBetween([], corrections))
  const offset = (at: number): number => map.offset(at)
  const statement = (key: string): string => key.replace(/^\d+/, (start) => String(offset(Number(start))))
  const matter = (key: string): string => {
    const parts = keyParts(key)
    return parts ? keyOf({ ...parts, start: offset(parts.start) }) : key
  }
  const moved = kept.flatMap((one): ExtractedMatter[] => {
    const [own, sentence] = [map.span(one), map.span(one.sentence)]
    if (!own || !sentence) return []
    const money = (amount: Money): Money => ({ ...amount, start: offset(amount.start) })
    return [movedMatter(one, { own, sentence, money, offset, matter, statement })]
  })
  return standingIn(row.text, moved).sort(inTextOrder)
}
