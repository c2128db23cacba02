import { type ExtractedMatter, type Money, matterKey, matterName } from '#shared/model/matter'
import type { ReadingText } from '#shared/model/reading'
import { editsBetween, mapThrough } from '#shared/text/edits'
import { decodedText } from '../corrections/laid-text'
import { keyOf, keyParts } from './keys'
import { movedMatter } from './moved'
import { inTextOrder } from './packed'

/** A name may stand so far before its sentence: what several sentences are about is named once. */
const BEFORE = 300

const BLANK = /[\s\u3000]+/gu
/** Widths are folded and blanks dropped in names that an engine gives. */
const folded = (words: string): string => words.normalize('NFKC').replace(BLANK, '')

/** Whether a matter can be of this text: it stands inside of it, and the characters of its name are thereabouts. */
function stands(text: string, matter: ExtractedMatter): boolean {
  const { start, end, sentence } = matter
  if (start >= end || end > text.length || sentence.start > sentence.end || sentence.end > text.length) return false
  const around = folded(text.slice(Math.max(0, Math.min(start, sentence.start) - BEFORE), Math.max(end, sentence.end)))
  const letters = new Set(around)
  return [...folded(matterName(matter))].every((letter) => letters.has(letter))
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
  const kept = standingIn(decoded, matters)
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
