import { type ExtractedMatter, type Money, matterKey, matterName } from '#shared/model/matter'
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

/** Whether a matter can be of this text: it stands inside of it, and the characters of its name are thereabouts. */
function stands(text: string, matter: ExtractedMatter): boolean {
  const { start, end, sentence } = matter
  if (start >= end || end > text.length || sentence.start > sentence.end || sentence.end > text.length) return false
  const from = Math.max(0, Math.min(start, sentence.start) - BEFORE)
  const around = new Set(lettersOf(text.slice(from, Math.max(end, sentence.end))))
  return lettersOf(matterName(matter)).every((letter) => around.has(letter))
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
