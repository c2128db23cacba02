import type { Span } from '#shared/model/anchor'
import { isNumberSplit } from '#shared/text/number-split'
import { beginsRemnant, remnantAt } from '#shared/text/remnants'
import { isTraditional, SIMPLIFIED } from '#shared/text/traditional'
import type { StatementInput } from './input'
import { isSuspect, maySuspect, repair } from './misread'

/**
 * The report as the grammar reads it: widths folded, traditional characters simplified, spaces, bold marks and line-wrap joins dropped, so that no rule
 * has to think of them. `at[i]` is the offset in the reading's text of the view's i-th character; `at[length]` is the
 * end of the span. The reading's text itself is never changed.
 */
export interface View {
  readonly text: string
  readonly at: Int32Array
}

const FOLDED: Readonly<Record<string, string>> = {
  '％': '%',
  '℅': '%',
  '٪': '%',
  ',': '，',
  '(': '（',
  ')': '）',
  ';': '；',
  ':': '：',
  '!': '！',
  '?': '？',
  '．': '.',
  '﹒': '.',
  '﹪': '%',
  '\u2236': '：',
  '─': '—',
  '━': '—',
  ー: '—',
  '﹘': '—',
  '⸺': '—',
  '‐': '-',
  '‑': '-',
  '﹣': '-',
  '〜': '～',
  '∼': '～',
  '″': '"',
  '＂': '"',
  '〝': '“',
  '〞': '”',
  '\r': '\n',
  '\v': '\n',
  '\f': '\n',
  '\u2028': '\n',
  '\u2029': '\n',
}

/** What the view shows for every UTF-16 code unit; 0 for what it drops. */
const SHOWN = Uint16Array.from({ length: 0x1_0000 }, (_, unit) => unit)
for (const [from, to] of Object.entries(FOLDED)) SHOWN[from.charCodeAt(0)] = to.charCodeAt(0)
const WIDE = 0xff10 - 0x30
for (const [first, last] of ['09', 'AZ', 'az']) {
  for (let unit = first?.charCodeAt(0) ?? 0; unit <= (last?.charCodeAt(0) ?? 0); unit++) SHOWN[unit + WIDE] = unit
}
/** Blanks of every width, and what has none: joiners, soft hyphens, marks of direction and of byte order, controls. */
const DROPPED = ' \t\u00a0\u3000\u202f\u205f\u00ad\u2060\ufeff'
for (const space of DROPPED) SHOWN[space.charCodeAt(0)] = 0
for (let unit = 0x2000; unit <= 0x200f; unit++) SHOWN[unit] = 0
for (let unit = 0x202a; unit <= 0x202e; unit++) SHOWN[unit] = 0
for (let unit = 0; unit < 0x20; unit++) if (unit < 0x0a || unit > 0x0d) SHOWN[unit] = 0
for (let unit = 0x7f; unit < 0xa0; unit++) SHOWN[unit] = 0

/** The same for texts in traditional characters. */
const SHOWN_SIMPLIFIED = SHOWN.slice()
for (const [from, to] of SIMPLIFIED) SHOWN_SIMPLIFIED[from] = to

const NEWLINE = 0x0a
const RETURN = 0x0d
const STAR = 0x2a
const COMMA = 0x2c
const WIDE_COMMA = 0xff0c
const BRACKET = 0x5b
const TORTOISE = 0x3014
const QUOTE = 0x22
const OPENING = 0x201c
const CLOSING = 0x201d

/** A copy of a table with a mark at the code units that are more than what they show: one look tells them apart. */
function marked(table: Uint16Array): Uint16Array {
  const copy = table.slice()
  for (const unit of '"″＂*,，[〔&<\\\n\r\v\f\u2028\u2029') copy[unit.charCodeAt(0)] = SPECIAL
  for (let unit = 0; unit < copy.length; unit++) if (maySuspect(SHOWN[unit] ?? 0)) copy[unit] = SPECIAL
  return copy
}
/** No text shows this control character. */
const SPECIAL = 1
const MARKED = marked(SHOWN)
const MARKED_SIMPLIFIED = marked(SHOWN_SIMPLIFIED)

const isSpace = (c: string): boolean => SHOWN[c.charCodeAt(0)] === 0
const isDigit = (c: string | undefined): boolean =>
  c !== undefined && ((c >= '0' && c <= '9') || (c >= '０' && c <= '９'))

const isWideDigit = (unit: number): boolean => unit >= 0xff10 && unit <= 0xff19

/** A comma between groups of three digits; in full width only among digits of full width. */
function isGrouping(text: string, i: number, wide: boolean): boolean {
  if (wide) return isWideDigit(text.charCodeAt(i - 1)) && /^[０-９]{3}(?![０-９])/u.test(text.slice(i + 1, i + 5))
  return isDigit(text[i - 1]) && /^[\d０-９]{3}(?![\d０-９])/u.test(text.slice(i + 1, i + 5))
}

/** Length of the mark of a footnote at `i`: [12], 〔3〕; 0 where none stands. */
const noteMark = (text: string, i: number): number =>
  /^(?:\[\d{1,3}\]|〔\d{1,3}〕)/u.exec(text.slice(i, i + 5))?.[0].length ?? 0

/** Whether a line break may be crossed: the line before ends in mid-sentence and the next goes on with it. */
function isWrap(text: string, i: number): boolean {
  let before = i - 1
  if (text[before] === '\r' && text[i] === '\n') before--
  while (before >= 0 && isSpace(text[before] ?? '\n')) before--
  let after = i + 1
  while (after < text.length && isSpace(text[after] ?? '\n')) after++
  const last = SHOWN[text.charCodeAt(before)] ?? NEWLINE
  const next = SHOWN[text.charCodeAt(after)] ?? NEWLINE
  if (next === NEWLINE || last === NEWLINE || before < 0 || after >= text.length) return false
  if (OPEN.includes(last)) return true
  return isNumberSplit(text.slice(Math.max(0, before - SPLIT), before + 1), text.slice(after, after + SPLIT))
}
const OPEN = [...'，、（'].map((mark) => mark.charCodeAt(0))
/** Characters looked at on either side of a break inside a number. */
const SPLIT = 12

/** Whether a letter is a list mark that Word draws with a symbol font: l⇥建成12个. */
const isBullet = (text: string, i: number): boolean =>
  isSpace(text[i + 1] ?? '') && /(?:^|[\n\r\v])[ \t\u3000]*$/u.test(text.slice(Math.max(0, i - 8), i))

/** Whether a bold mark stands where something begins or ends, rather than beside a number. */
const opensItem = (text: string, i: number, before: number = NEWLINE): boolean =>
  !BESIDE_NUMBER.includes(String.fromCharCode(before)) && !isDigit(text[i + 2])
const BESIDE_NUMBER = '0123456789%、和的'

/** The offset behind the marks that close the bold of a number (**48亿元**以上); 0 where they enclose more. */
function boldNumberEnd(text: string, i: number): number {
  const found = BOLD_NUMBER.exec(text.slice(i, i + LONGEST_BOLD))
  return found ? i + found[0].length : 0
}
const BOLD_NUMBER = /^\*\*[\d０-９][\d０-９.．,]*[^*，。；：、\n]{0,5}\*\*/u
const LONGEST_BOLD = 24

/** Decodes units in the machine's own order; every unit stays one unit, a lone surrogate becomes U+FFFD. */
const decoder = new TextDecoder('utf-16le', { ignoreBOM: true })
const decode = (units: Uint16Array): string => decoder.decode(units)

/** Where a view's characters are put together before they are decoded; longer ones have room of their own. */
const SCRATCH = new Uint16Array(0x1_0000)

/**
 * Makes the view of a span.
 * @param joins line breaks inside sentences, and furniture, in the order of the text; what they cover is dropped, also
 * where one lies in another
 */
export function makeView(text: string, start: number, end: number, joins: readonly Span[]): View {
  const table = isTraditional(text, start, end) ? MARKED_SIMPLIFIED : MARKED
  const units = end - start > SCRATCH.length ? new Uint16Array(end - start) : SCRATCH
  const at = new Int32Array(end - start + 1)
  let length = 0
  let next = joins.findIndex((join) => join.end > start)
  if (next < 0) next = joins.length
  let joinAt = joins[next]?.start ?? end + 1
  const suspects: number[] = []
  let boldNumber = 0
  let quoted = false
  for (let i = start; i < end; i++) {
    if (i >= joinAt) {
      while (i >= joinAt) {
        i = Math.max(i, joins[next]?.end ?? end)
        next++
        joinAt = joins[next]?.start ?? end + 1
      }
      if (i >= end) break
    }
    const unit = text.charCodeAt(i)
    let shown = table[unit] ?? unit
    if (shown === 0) continue
    if (shown === SPECIAL) {
      shown = SHOWN[unit] ?? unit
      if (unit === STAR && text.charCodeAt(i + 1) === STAR) {
        if (i >= boldNumber && opensItem(text, i, units[length - 1])) {
          units[length] = NEWLINE
          at[length++] = i
        }
        if (isDigit(text[i + 2])) boldNumber = Math.max(boldNumber, boldNumberEnd(text, i))
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
      if (shown === NEWLINE && ((unit === RETURN && text.charCodeAt(i + 1) === NEWLINE) || isWrap(text, i))) continue
      const mark = unit === BRACKET || unit === TORTOISE ? noteMark(text, i) : 0
      if (mark > 0) {
        i += mark - 1
        continue
      }
      if (shown === WIDE_COMMA && isGrouping(text, i, unit === WIDE_COMMA)) shown = COMMA
      else if (shown === QUOTE) {
        shown = quoted ? CLOSING : OPENING
        quoted = !quoted
      } else if (shown === NEWLINE) quoted = false
      else if (unit !== WIDE_COMMA && isSuspect(shown, units[length - 1]) && !isBullet(text, i)) suspects.push(length)
    }
    units[length] = shown
    at[length++] = i
  }
  at[length] = end
  if (suspects.length > 0) length = repair({ units, at, length, suspects, decode })
  return { text: decode(units.subarray(0, length)), at: at.subarray(0, length + 1) }
}

/** The view's offset of the first shown character at or after `offset` of the text. */
export function inView(view: View, offset: number): number {
  let low = 0
  let high = view.text.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((view.at[middle] ?? 0) < offset) low = middle + 1
    else high = middle
  }
  return low
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
