import type { Span } from '#shared/model/anchor'

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

const isSpace = (c: string): boolean => c === ' ' || c === '\u3000' || c === '\t' || c === '\r' || c === '\u00a0'
const isDigit = (c: string | undefined): boolean =>
  c !== undefined && ((c >= '0' && c <= '9') || (c >= '０' && c <= '９'))

/** The character that the view shows for the text's character at `i`, '' where it shows nothing. */
function shown(text: string, i: number, c: string): string {
  if (isSpace(c)) return ''
  if (c >= '０' && c <= '９') return String.fromCharCode(c.charCodeAt(0) - 0xfee0)
  if (c === ',' && isDigit(text[i - 1]) && /^\d{3}(?!\d)/u.test(text.slice(i + 1, i + 5))) return ','
  return FOLDED[c] ?? c
}

/** Length of the mark of a footnote at `i`: [12], 〔3〕; 0 where none stands. */
const noteMark = (text: string, i: number): number =>
  /^(?:\[\d{1,3}\]|〔\d{1,3}〕)/u.exec(text.slice(i, i + 5))?.[0].length ?? 0

/** Whether a line break may be crossed: the line before ends in mid-sentence and the next goes on with it. */
function isWrap(text: string, i: number): boolean {
  let before = i - 1
  while (before >= 0 && isSpace(text[before] ?? '')) before--
  let after = i + 1
  while (after < text.length && isSpace(text[after] ?? '')) after++
  const last = text[before] ?? '\n'
  const next = text[after] ?? '\n'
  if (next === '\n' || last === '\n') return false
  return /[，、,（(]/u.test(last) || (isDigit(last) && /[万亿%％个家项户人元.\d]/u.test(next))
}

/**
 * Makes the view of a span.
 * @param joins line breaks inside sentences, in the order of the text; what they cover is dropped
 */
export function makeView(text: string, start: number, end: number, joins: readonly Span[]): View {
  const parts: string[] = []
  const at = new Int32Array(end - start + 1)
  let length = 0
  let next = joins.findIndex((join) => join.end > start)
  if (next < 0) next = joins.length
  const push = (c: string, offset: number): void => {
    parts.push(c)
    at[length++] = offset
  }
  for (let i = start; i < end; i++) {
    const join = joins[next]
    if (join && i >= join.start) {
      i = Math.max(i, join.end - 1)
      next++
      continue
    }
    const c = text[i] ?? ''
    if (c === '*' && text[i + 1] === '*') {
      const before = parts.at(-1) ?? ''
      if (!/[\d%、和的]/u.test(before) && !isDigit(text[i + 2])) push('\n', i)
      i++
      continue
    }
    if (c === '\n' && isWrap(text, i)) continue
    const mark = c === '[' || c === '〔' ? noteMark(text, i) : 0
    if (mark > 0) {
      i += mark - 1
      continue
    }
    const seen = shown(text, i, c)
    if (seen !== '') push(seen, i)
  }
  at[length] = end
  return { text: parts.join(''), at: at.slice(0, length + 1) }
}

/** The span of the reading's text that the view's `from`..`to` stands for. */
export function spanOf(view: View, from: number, to: number): Span {
  const start = view.at[from] ?? 0
  const end = to > from ? (view.at[to - 1] ?? start) + 1 : start
  return { start, end }
}
