import type { Span } from '../model/anchor'
import type { TextChange } from '../model/correction'

/**
 * A piece of a text and what stands there in another version of it. Offsets are UTF-16 code units of the first text.
 * The edits between two texts are in order and do not overlap.
 */
export interface TextEdit extends Span {
  readonly insert: string
}

/** Whether an offset stands between the halves of a surrogate pair. */
export const cutsPair = (text: string, at: number): boolean =>
  /[\uD800-\uDBFF]/.test(text.charAt(at - 1)) && /[\uDC00-\uDFFF]/.test(text.charAt(at))

/** An edit without the characters that both sides begin or end with; no surrogate pair is cut. */
export function trimmed(before: string, after: string): { from: number; before: string; after: string } {
  const most = Math.min(before.length, after.length)
  let from = 0
  while (from < most && before[from] === after[from]) from++
  while (from > 0 && (cutsPair(before, from) || cutsPair(after, from))) from--
  let tail = 0
  while (tail < most - from && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++
  while (tail > 0 && (cutsPair(before, before.length - tail) || cutsPair(after, after.length - tail))) tail--
  return { from, before: before.slice(from, before.length - tail), after: after.slice(from, after.length - tail) }
}

/** A text with edits made. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const parts: string[] = []
  let at = 0
  for (const { start, end, insert } of edits) {
    parts.push(text.slice(at, start), insert)
    at = end
  }
  parts.push(text.slice(at))
  return parts.join('')
}

const inOrder = (a: Span, b: Span): number => a.start - b.start || a.end - b.end

/** Whether two changes are about the same characters of the text as it was read. */
const meet = (a: Span, b: Span): boolean =>
  (a.start < b.end && b.start < a.end) || (a.start === b.start && a.end === a.start && b.end === b.start)

const isSame = (a: TextChange, b: TextChange): boolean =>
  a.start === b.start && a.end === b.end && a.replacement === b.replacement

/** Changes of either state that are about the same characters. */
interface Group extends Span {
  from: TextChange[]
  to: TextChange[]
}

function groupsOf(from: readonly TextChange[], to: readonly TextChange[]): Group[] {
  const all = [...from.map((change) => ({ change, old: true })), ...to.map((change) => ({ change, old: false }))].sort(
    (a, b) => inOrder(a.change, b.change),
  )
  const groups: Group[] = []
  for (const { change, old } of all) {
    let group = groups.at(-1)
    if (!group || !meet(group, change)) {
      group = { start: change.start, end: change.end, from: [], to: [] }
      groups.push(group)
    }
    group.end = Math.max(group.end, change.end)
    group[old ? 'from' : 'to'].push(change)
  }
  return groups
}

/** The characters of a group as they were read: its changes cover all of them. */
function readAs({ start, from, to }: Group): string {
  let original = ''
  for (const change of [...from, ...to].sort(inOrder)) {
    const known = start + original.length
    if (change.end > known) original += change.original.slice(known - change.start)
  }
  return original
}

const laid = (original: string, start: number, changes: readonly TextChange[]): string =>
  applyEdits(
    original,
    changes.map((change) => ({
      start: change.start - start,
      end: change.end - start,
      insert: change.replacement,
    })),
  )

/**
 * What turns a text with some corrections into the same text with others. What both have alike is left alone.
 * @param from corrections that the text has, in order, in offsets of the text as it was read
 * @param to corrections that it is to have
 * @returns edits in offsets of the text with `from`
 */
export function editsBetween(from: readonly TextChange[], to: readonly TextChange[]): TextEdit[] {
  const edits: TextEdit[] = []
  let shift = 0
  for (const group of groupsOf(from, to)) {
    const [old, now] = [group.from[0], group.to[0]]
    const alike = group.from.length === 1 && group.to.length === 1 && old && now && isSame(old, now)
    const original = readAs(group)
    const before = laid(original, group.start, group.from)
    const part = alike ? null : trimmed(before, laid(original, group.start, group.to))
    if (part && (part.before !== '' || part.after !== '')) {
      const start = group.start + shift + part.from
      edits.push({ start, end: start + part.before.length, insert: part.after })
    }
    shift += before.length - original.length
  }
  return edits
}

/** Where the offsets of one text are in another one. */
export interface TextMap {
  /**
   * Where an offset is.
   * @param side which side of what was inserted there it keeps to: before (-1) or behind (1)
   */
  offset(at: number, side?: -1 | 1): number
  /**
   * Where a span is: what stands in place of a part of it belongs to it, what was inserted at its borders does not.
   * @returns null where nothing is left of it; an empty span is never lost
   */
  span(span: Span): Span | null
}

interface Placed extends TextEdit {
  /** Where the replacement begins in the other text. */
  readonly there: number
}

/** Offsets and spans from the text that edits are in to the text that they make. */
export function mapThrough(edits: readonly TextEdit[]): TextMap {
  let shift = 0
  const placed = edits.map((edit): Placed => {
    const there = edit.start + shift
    shift += edit.insert.length - (edit.end - edit.start)
    return { ...edit, there }
  })
  const offset = (at: number, side: -1 | 1 = 1): number => {
    let index = lastBefore(placed, at)
    let edit = placed[index]
    // Of edits that touch here, the one that the side is about: an insertion may stand behind a replacement.
    while (edit && side < 0 && edit.start === at && index > 0) {
      const previous = placed[index - 1]
      if (!previous || previous.end < at) break
      index -= 1
      edit = previous
    }
    if (!edit) return at
    if (at >= edit.end && !(at === edit.start && edit.start === edit.end))
      return edit.there + edit.insert.length + (at - edit.end)
    if (at === edit.start) return side < 0 || edit.end > edit.start ? edit.there : edit.there + edit.insert.length
    return inside(edit, at, side)
  }
  const span = ({ start, end }: Span): Span | null => {
    if (end <= start) {
      const at = offset(start)
      return { start: at, end: at }
    }
    const from = borderOf(placed, start, -1) ?? offset(start, 1)
    const to = borderOf(placed, end, 1) ?? offset(end, -1)
    return from < to ? { start: from, end: to } : null
  }
  return { offset, span }
}

/** The last edit that begins at or before an offset; -1 for none. */
function lastBefore(placed: readonly Placed[], at: number): number {
  let [low, high] = [0, placed.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((placed[middle]?.start ?? 0) <= at) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** An offset inside of what was replaced: characters of as many others stand for each other one by one. */
function inside({ start, end, insert, there }: Placed, at: number, side: -1 | 1): number {
  if (insert.length !== end - start) return side < 0 ? there : there + insert.length
  return there + (at - start) + (cutsPair(insert, at - start) ? side : 0)
}

/** A border of a span that stands inside of what was replaced goes outward; null where it stands elsewhere. */
function borderOf(placed: readonly Placed[], at: number, side: -1 | 1): number | null {
  const edit = placed[lastBefore(placed, side < 0 ? at : at - 1)]
  return edit && edit.start < at && at < edit.end ? inside(edit, at, side) : null
}
