import type { Span } from '#shared/model/anchor'
import { beginsRemnant, remnantAt } from '#shared/text/remnants'
import type { StatementInput } from './input'

/**
 * The report as the grammar reads it: widths folded, spaces, bold marks and line-wrap joins dropped, so that no rule
 * has to think of them. `at[i]` is the offset in the reading's text of the view's i-th character; `at[length]` is the
 * end of the span. The reading's text itself is never changed.
 */
export interface View {
  readonly text: string
  readonly at: Int32Array
}

const FOLDED: Readonly<Record<string, string>> = {
  '％': '%',
  ',': '，',
  '(': '（',
  ')': '）',
  ';': '；',
  ':': '：',
  '!': '！',
  '?': '？',
  '．': '.',
  '﹪': '%',
  '\u2236': '：',
}

/** What the view shows for every UTF-16 code unit; 0 for what it drops. */
const SHOWN = Uint16Array.from({ length: 0x1_0000 }, (_, unit) => unit)
for (const [from, to] of Object.entries(FOLDED)) SHOWN[from.charCodeAt(0)] = to.charCodeAt(0)
for (let digit = 0; digit < 10; digit++) SHOWN[0xff10 + digit] = 0x30 + digit
for (let letter = 0; letter < 26; letter++) {
  SHOWN[0xff21 + letter] = 0x41 + letter
  SHOWN[0xff41 + letter] = 0x61 + letter
}
for (const space of ' \u3000\t\r\u00a0') SHOWN[space.charCodeAt(0)] = 0

const NEWLINE = 0x0a
const STAR = 0x2a
const COMMA = 0x2c
const NINE = 0x39
const BRACKET = 0x5b
const TORTOISE = 0x3014

const isSpace = (c: string): boolean => c !== '\n' && SHOWN[c.charCodeAt(0)] === 0
const isDigit = (c: string | undefined): boolean =>
  c !== undefined && ((c >= '0' && c <= '9') || (c >= '０' && c <= '９'))

/** Letters that a scan's reader took for digits. */
const MISREAD: Readonly<Record<string, string>> = { l: '1', I: '1', O: '0', o: '0' }

const MISREADS = Object.keys(MISREAD).map((letter) => letter.charCodeAt(0))

/** The digit that a letter inside a number stands for (4l.38), '' where it stands for none. */
function misread(text: string, i: number): string {
  const digit = MISREAD[text[i] ?? '']
  if (digit === undefined) return ''
  if (isDigit(text[i - 1])) return /^(?:\.?\d|[%％])/u.test(text.slice(i + 1, i + 3)) ? digit : ''
  return digit === '1' &&
    /[\u4e00-\u9fff]/u.test(text[i - 1] ?? '') &&
    /^\d*(?:\.\d+)?[%％]/u.test(text.slice(i + 1, i + 8))
    ? digit
    : ''
}

/** A comma between groups of three digits. */
const isGrouping = (text: string, i: number): boolean =>
  isDigit(text[i - 1]) && /^\d{3}(?!\d)/u.test(text.slice(i + 1, i + 5))

/** Length of the mark of a footnote at `i`: [12], 〔3〕; 0 where none stands. */
const noteMark = (text: string, i: number): number =>
  /^(?:\[\d{1,3}\]|〔\d{1,3}〕)/u.exec(text.slice(i, i + 5))?.[0].length ?? 0

/** Whether a line break may be crossed: the line before ends in mid-sentence and the next goes on with it. */
function isWrap(text: string, i: number): boolean {
  let before = i - 1
  while (before >= 0 && isSpace(text[before] ?? '\n')) before--
  let after = i + 1
  while (after < text.length && isSpace(text[after] ?? '\n')) after++
  const last = text[before] ?? '\n'
  const next = text[after] ?? '\n'
  if (next === '\n' || last === '\n') return false
  return /[，、,（(]/u.test(last) || (isDigit(last) && /[万亿%％个家项户人元.\d]/u.test(next))
}

/** Decodes units in the machine's own order; every unit stays one unit, a lone surrogate becomes U+FFFD. */
const decoder = new TextDecoder('utf-16le', { ignoreBOM: true })

/**
 * Makes the view of a span.
 * @param joins line breaks inside sentences, in the order of the text; what they cover is dropped
 */
export function makeView(text: string, start: number, end: number, joins: readonly Span[]): View {
  const units = new Uint16Array(end - start)
  const at = new Int32Array(end - start + 1)
  let length = 0
  let next = joins.findIndex((join) => join.end > start)
  if (next < 0) next = joins.length
  let joinAt = joins[next]?.start ?? end
  for (let i = start; i < end; i++) {
    if (i >= joinAt) {
      i = Math.max(i, (joins[next]?.end ?? i + 1) - 1)
      next++
      joinAt = joins[next]?.start ?? end
      continue
    }
    const unit = text.charCodeAt(i)
    let shown = SHOWN[unit] ?? unit
    if (shown === 0) continue
    if (unit < 0x80 || unit === TORTOISE) {
      if (unit === STAR && text.charCodeAt(i + 1) === STAR) {
        const before = String.fromCharCode(units[length - 1] ?? NEWLINE)
        if (!/[\d%、和的]/u.test(before) && !isDigit(text[i + 2])) {
          units[length] = NEWLINE
          at[length++] = i
        }
        i++
        continue
      }
      const remnant = beginsRemnant(unit) ? remnantAt(text, i) : null
      if (remnant) {
        if (remnant.kind === 'break') {
          units[length] = NEWLINE
          at[length++] = i
        }
        i += remnant.length - 1
        continue
      }
      if (unit === NEWLINE && isWrap(text, i)) continue
      if (unit > NINE && MISREADS.includes(unit)) shown = misread(text, i).charCodeAt(0) || unit
      if (unit === COMMA && isGrouping(text, i)) shown = COMMA
      const mark = unit === BRACKET || unit === TORTOISE ? noteMark(text, i) : 0
      if (mark > 0) {
        i += mark - 1
        continue
      }
    }
    units[length] = shown
    at[length++] = i
  }
  at[length] = end
  return { text: decoder.decode(units.subarray(0, length)), at: at.subarray(0, length + 1) }
}

/** The span of the reading's text that the view's `from`..`to` stands for. */
export function spanOf(view: View, from: number, to: number): Span {
  const start = view.at[from] ?? 0
  const end = to > from ? (view.at[to - 1] ?? start) + 1 : start
  return { start, end }
}

/** What a report's view leaves out: line breaks inside sentences, and furniture between its lines, in order. */
export function leftOut({ start, end, joins, stretches = [] }: StatementInput): Span[] {
  const furniture = stretches.filter((piece) => piece.kind === 'furniture' && piece.start >= start && piece.end <= end)
  return furniture.length === 0 ? [...joins] : [...joins, ...furniture].sort((a, b) => a.start - b.start)
}
