import type { Line } from './run'
import { isWide } from './spacing'

/** What is usual in the document, to tell the unusual by. */
export interface Usual {
  /** Size of most letters. */
  readonly size: number
  /** Distance of baselines inside paragraphs, in ems. */
  readonly leading: number
}

/** Sizes of one paragraph differ by less. */
const SAME_SIZE = 0.08
/** A line that begins further in than this begins a paragraph, in ems. */
const INDENT = 0.8
/** Lines further apart than this many usual distances are two paragraphs. */
const LOOSE = 1.35
/** A line ends no further left of the one above than this, in ems: a first line is set in by as much. */
const BESIDE = 3
/** Room that a line may leave although the next character would have fitted: justified lines are not exact, in ems. */
const SLACK = 0.6
/** A line is centred when the room on its sides differs by less, in ems; and is not when there is less room than this. */
const CENTRED = 1

const ENDS = /[。！？：；!?:;…][”’』」）)]?$/
const NUMBERED =
  /^(?:[（(]?[一二三四五六七八九十百]{1,3}[)）、．.]|第[一二三四五六七八九十百]{1,3}[章节条编部]|[（(]?\d{1,3}[)）、．.](?!\d)|[①-⑳●■◆★▲•·※—-])/
/** A character or a word, with the opening marks that no line ends with. */
const UNIT = /^[“‘(（《〈「『【〔[]*(?:[A-Za-z0-9.,%‰+\-/]+|.)/su
const QUOTE = /[“”‘’]/
/** Width of a figure or a Latin letter in ems. */
const NARROW = 0.58
/** Characters that no line begins with: they go with the character before. */
const CLOSING = /^[，。、；：！？）】》〉”’』」％%‰℃,.;:!?)\]}—…]/

/**
 * Whether a line goes on in the next line of the reading order: it runs to the edge, so that the next word would not
 * have fitted, and the next line is not set in, no larger or smaller, no further down than usual, and no numbered item
 * after a full stop.
 * @param after the line after next, which tells a block that is set in as a whole; undefined at the end
 */
export function goesOn(line: Line, next: Line, after: Line | undefined, usual: Usual): boolean {
  if (line.row || next.row || line.torn || next.torn || !isSameSize(line, next)) return false
  if (isBelow(line, next) && !isClose(line, next, usual)) return false
  if (isCentred(next) && (isCentred(line) || isWhole(line))) {
    const isTitle = line.size > usual.size * (1 + SAME_SIZE)
    if (isTitle || isCentred(line)) return isTitle && isFull(line, next, line.left - line.column.left)
  }
  if (!isFull(line, next)) return false
  if (ENDS.test(line.text) && NUMBERED.test(next.text)) return false
  return !startsParagraph(line, next, after)
}

const isSameSize = (a: Line, b: Line): boolean => Math.abs(a.size - b.size) <= SAME_SIZE * Math.max(a.size, b.size)

/** Whether a line stands right under another: at the usual distance, and not beside it as cells of a table do. */
const isClose = (line: Line, next: Line, usual: Usual): boolean =>
  (next.base - line.base) / line.size <= LOOSE * Math.max(usual.leading, 1) &&
  next.right > line.left - BESIDE * line.size

const isBelow = (line: Line, next: Line): boolean => line.page === next.page && line.region === next.region

function startsParagraph(line: Line, next: Line, after: Line | undefined): boolean {
  const indent = (next.left - next.column.left) / next.size
  if (Math.abs(indent) <= INDENT) return false
  if (indent < 0 || !after || !isBelow(line, next)) return true
  // A block set in as a whole: the lines before and after begin where this one does.
  const isLevel = (other: Line) => Math.abs(other.left - next.left) < 0.3 * next.size
  return !(isLevel(line) && isLevel(after) && isBelow(next, after) && isFull(next, after))
}

/** Whether a line stands in the middle of its column, with room on both sides. */
export function isCentred({ left, right, column, size }: Line): boolean {
  const [before, behind] = [left - column.left, column.right - right]
  return before > CENTRED * size * 0.4 && Math.abs(before - behind) < CENTRED * size
}

/** Whether a line fills its column from edge to edge. */
const isWhole = ({ left, right, column, size }: Line): boolean =>
  left - column.left < CENTRED * size && column.right - right < 2 * CENTRED * size

/**
 * Whether what the next line begins with would not have fitted into a line's room.
 * @param more room on the left of a centred line, in points
 */
function isFull(line: Line, next: Line, more = 0): boolean {
  const room = line.column.right - line.right + more
  return room < (unitWidth(next.text, !ENDS.test(line.text)) + SLACK) * line.size
}

/**
 * Width of what cannot be parted at the start of a text, in ems: a character or a word, with closing marks behind it.
 * @param quoted whether nothing is parted at quotation marks, as by a browser that does not know the text for Chinese:
 * 进“9718”工程 is one unit up to 工
 */
export function unitWidth(text: string, quoted: boolean): number {
  let at = 0
  do {
    at += text.slice(at).match(UNIT)?.[0].length ?? 1
    while (CLOSING.test(text.slice(at))) at += 1
  } while (quoted && at < text.length && (QUOTE.test(text.charAt(at)) || QUOTE.test(text.charAt(at - 1))))
  let width = 0
  for (const char of text.slice(0, at)) width += isWide(char) || /[“”‘’…—%‰]/.test(char) ? 1 : NARROW
  return width
}
