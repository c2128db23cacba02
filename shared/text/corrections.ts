import type { Span } from '../model/anchor'
import type { Correction, TextChange } from '../model/correction'
import { makeAnchor } from './anchor'
import { applyEdits, cutsPair, type TextEdit, trimmed } from './edits'

/*
 * A corrected text is the text as it was read with a list of changes laid over it. The changes are in the order of the
 * text and do not overlap; of two at one offset the one that only inserts comes first. Their offsets are those of the
 * text as it was read, every other offset is one of the corrected text.
 */

const editOf = ({ start, end, replacement }: TextChange): TextEdit => ({ start, end, insert: replacement })

/** A text as it was read, with changes laid over it. */
export const applyCorrections = (original: string, changes: readonly TextChange[]): string =>
  applyEdits(original, changes.map(editOf))

/** Where each change stands in the corrected text. */
export function placesOf(changes: readonly TextChange[]): Span[] {
  let shift = 0
  return changes.map(({ start, end, replacement }) => {
    const from = start + shift
    shift += replacement.length - (end - start)
    return { start: from, end: from + replacement.length }
  })
}

/** The text as it was read, of the corrected one and its changes. */
export function originalOf(text: string, changes: readonly TextChange[] = []): string {
  if (changes.length === 0) return text
  const places = placesOf(changes)
  return applyEdits(
    text,
    changes.map(({ original }, index) => ({ ...(places[index] ?? { start: 0, end: 0 }), insert: original })),
  )
}

/** What the user wants instead of a span of the corrected text. */
export interface Replacement extends Span {
  replacement: string
}

/** What a new replacement does to the list of changes. */
export interface Merged<T extends TextChange> {
  /** Those that it takes the place of. */
  removed: T[]
  /** Null where the text is what was read again, or where nothing changes. */
  added: TextChange | null
}

const LONE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g

/** A replacement of whole characters only, without those that it leaves as they are; null for nothing. */
function sound(text: string, wanted: Replacement): Replacement | null {
  const start = cutsPair(text, wanted.start) ? wanted.start - 1 : wanted.start
  const end = cutsPair(text, wanted.end) ? wanted.end + 1 : wanted.end
  const { from, before, after } = trimmed(text.slice(start, end), wanted.replacement.replace(LONE, ''))
  if (before === '' && after === '') return null
  return { start: start + from, end: start + from + before.length, replacement: after }
}

/**
 * Whether a replacement has to do with an earlier change: they share characters, or touch where one of them has none,
 * so that it could not be told which of the two comes first.
 */
function concerns(change: TextChange, place: Span, wanted: Span): boolean {
  if (place.start < wanted.end && wanted.start < place.end) return true
  const bare = place.start === place.end || wanted.start === wanted.end || change.start === change.end
  return bare && place.start <= wanted.end && wanted.start <= place.end
}

/**
 * Merges what the user wants into the changes that a text has: with those that it concerns it becomes one. What reads as
 * it was read in the end is no change any more.
 * @param text the corrected text
 * @param changes what it was corrected by
 * @param wanted in offsets of the corrected text
 * @throws RangeError when the span does not lie in the text
 */
export function mergeReplacement<T extends TextChange>(
  text: string,
  changes: readonly T[],
  wanted: Replacement,
): Merged<T> {
  if (wanted.start < 0 || wanted.end < wanted.start || wanted.end > text.length)
    throw new RangeError(`span ${wanted.start}..${wanted.end} outside the text`)
  const edit = sound(text, wanted)
  if (!edit) return { removed: [], added: null }
  const places = placesOf(changes)
  const concerned = changes.flatMap((change, index) => {
    const place = places[index]
    return place && concerns(change, place, edit) ? [{ change, place, index }] : []
  })
  const start = Math.min(edit.start, concerned[0]?.place.start ?? edit.start)
  const end = Math.max(edit.end, concerned.at(-1)?.place.end ?? edit.end)
  const original = applyEdits(
    text.slice(start, end),
    concerned.map(({ change, place }) => ({
      start: place.start - start,
      end: place.end - start,
      insert: change.original,
    })),
  )
  const replacement = text.slice(start, edit.start) + edit.replacement + text.slice(edit.end, end)
  const first = concerned[0]?.index ?? places.filter((place) => place.end <= start).length
  const part = trimmed(original, replacement)
  const removed = concerned.map(({ change }) => change)
  if (part.before === '' && part.after === '') return { removed, added: null }
  const from = start - shiftOf(changes.slice(0, first)) + part.from
  const added = { start: from, end: from + part.before.length, original: part.before, replacement: part.after }
  const rest = { before: changes.slice(0, first), after: changes.slice(first + concerned.length) }
  return besideInsertions({ removed, added }, rest)
}

const shiftOf = (changes: readonly TextChange[]): number =>
  changes.reduce((sum, { start, end, replacement }) => sum + replacement.length - (end - start), 0)

/** Two insertions at one offset are one change. */
function besideInsertions<T extends TextChange>(
  { removed, added }: { removed: T[]; added: TextChange },
  rest: { before: readonly T[]; after: readonly T[] },
): Merged<T> {
  const isBeside = (other: T): boolean => added.original === '' && other.original === '' && other.start === added.start
  const [before, after] = [rest.before.filter(isBeside), rest.after.filter(isBeside)]
  if (before.length + after.length === 0) return { removed, added }
  const words = (changes: readonly T[]): string => changes.map(({ replacement }) => replacement).join('')
  const replacement = words(before) + added.replacement + words(after)
  return { removed: [...before, ...removed, ...after], added: { ...added, replacement } }
}

/** Puts changes in the order of the text. */
export const ordered = <T extends Span>(changes: readonly T[]): T[] =>
  [...changes].sort((a, b) => a.start - b.start || a.end - b.end)

/** A correction with the place where it is laid over a text. */
export interface LaidCorrection {
  correction: Correction
  change: TextChange
}

/** So much of a quote with its context tells a place apart from others. */
const SPEAKING = 16

/**
 * Where the characters of a correction stand in a text as it was read: at its position while quote and context stand
 * there, else where they stand nearest to it. An anchor with little context fits only where all of it stands.
 */
function placeIn(text: string, { start, quote, prefix, suffix }: Correction['anchor']): Span | null {
  const parts = [
    [prefix, suffix],
    [prefix, ''],
    ['', suffix],
  ] as const
  for (const [before, after] of parts) {
    const words = before + quote + after
    if ((before !== prefix || after !== suffix) && words.length < SPEAKING) continue
    const at = nearest(text, words, start - before.length)
    if (at !== null) return { start: at + before.length, end: at + before.length + quote.length }
  }
  return null
}

function nearest(text: string, words: string, wanted: number): number | null {
  if (wanted >= 0 && text.startsWith(words, wanted)) return wanted
  const before = text.lastIndexOf(words, Math.max(wanted, 0))
  const after = text.indexOf(words, Math.max(wanted, 0))
  if (before < 0 || after < 0) return before < 0 && after < 0 ? null : Math.max(before, after)
  return wanted - before <= after - wanted ? before : after
}

/**
 * Lays the user's corrections over a text as it was read, of the reading that they were made in or of another one of the
 * same file. One whose characters are not found, or stand where another one is laid, is left out.
 * @returns in the order of the text
 */
export function layCorrections(original: string, corrections: readonly Correction[]): LaidCorrection[] {
  const laid: LaidCorrection[] = []
  for (const correction of corrections) {
    const span = placeIn(original, correction.anchor)
    if (!span) continue
    const change = { ...span, original: original.slice(span.start, span.end), replacement: correction.replacement }
    laid.push({ correction, change })
  }
  laid.sort(
    (a, b) =>
      a.change.start - b.change.start || a.change.end - b.change.end || (a.correction.id < b.correction.id ? -1 : 1),
  )
  let last: TextChange | null = null
  return laid.filter(({ change }) => {
    const fits =
      !last || (change.start >= last.end && !(inserts(last) && inserts(change) && last.start === change.start))
    if (fits) last = change
    return fits
  })
}

const inserts = ({ start, end }: Span): boolean => start === end

/** The anchor of a change in the text as it was read. */
export const anchorOf = (original: string, { start, end }: Span) => makeAnchor(original, start, end)
