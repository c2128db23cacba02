import type { Span } from '../model/anchor'
import { blanked, breaksOf, hasRemnants } from './remnants'

/** One physical line of a text. Offsets are UTF-16 code units in the whole text. */
export interface Line extends Span {
  /** Where the visible part begins: `start` for a blank line. */
  readonly inkStart: number
  /** Where the visible part ends; `inkStart === inkEnd` for a blank line. */
  readonly inkEnd: number
  /** The visible part, without white space at either end; as long as it is in the text. */
  readonly ink: string
}

/** White space as scans and forums use it: ASCII, no-break, ideographic, and the byte order mark. */
const BLANK = /[\s\u00A0\u3000\uFEFF\u200B]/

/** Whether a character is white space, a byte order mark or a zero-width space. */
export const isBlank = (char: string): boolean => BLANK.test(char)

/**
 * Cuts a text into its lines at LF, CR or CR LF, at Word's manual breaks (VT, FF) and Unicode's (U+2028, U+2029), and at what converters leave of line breaks (`remnants.ts`). `end`
 * excludes the line break, so the text between two lines is exactly the break.
 */
export function linesOf(text: string): Line[] {
  if (hasRemnants(text)) return linesWithRemnants(text)
  const lines: Line[] = []
  let start = 0
  while (start <= text.length) {
    const end = lineEnd(text, start)
    lines.push(lineOf(text, start, end))
    if (end >= text.length) break
    start = end + (text.startsWith('\r\n', end) ? 2 : 1)
  }
  return lines
}

/** The ink of a line shows remnants of blanks as spaces, so that it is as long as what it stands for. */
function linesWithRemnants(text: string): Line[] {
  const shown = blanked(text)
  const lines: Line[] = []
  let start = 0
  for (const { start: end, end: next } of breaksOf(text)) {
    lines.push(lineOf(shown, start, end))
    start = next
  }
  lines.push(lineOf(shown, start, text.length))
  return lines
}

function lineEnd(text: string, start: number): number {
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code < 14 ? code >= 10 : code === 0x2028 || code === 0x2029) return at
  }
  return text.length
}

function lineOf(text: string, start: number, end: number): Line {
  let inkStart = start
  let inkEnd = end
  while (inkStart < inkEnd && isBlank(text.charAt(inkStart))) inkStart++
  while (inkEnd > inkStart && isBlank(text.charAt(inkEnd - 1))) inkEnd--
  if (inkStart === inkEnd) return { start, end, inkStart: start, inkEnd: start, ink: '' }
  return { start, end, inkStart, inkEnd, ink: text.slice(inkStart, inkEnd) }
}
