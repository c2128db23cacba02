/*
 * Spaces of a PDF are mostly made up from positions: a font change, a justified line or Word's quarter em between
 * Chinese and figures looks like a space. Between Chinese characters, and between them and figures or Latin letters,
 * such a space is dropped; between words of Latin letters and between figures it stays.
 */

/** Chinese characters and the punctuation that takes a whole square. */
const WIDE = /[\u2E80-\u303F\u3040-\u9FFF\uF900-\uFAFF\uFE30-\uFE4F\uFF01-\uFF60\uFFE0-\uFFE6\u{20000}-\u{3FFFF}]/u
const HAN_ONLY = /^\p{Script=Han}$/u
const DIGIT = /\d/
const LETTER = /[\p{L}\d]/u

/** From this gap on two runs are parted by a space, in ems (as pdfjs does inside a run). */
const SPACE_FROM = 0.102

/** Whether a character takes a whole square. */
export const isWide = (char: string): boolean => WIDE.test(char)

/** The first character of a text as a whole code point, '' for none. */
export const firstOf = (text: string): string => (text === '' ? '' : String.fromCodePoint(text.codePointAt(0) ?? 0))

/** The last character of a text as a whole code point, '' for none. */
export function lastOf(text: string): string {
  const unit = text.charAt(text.length - 1)
  return unit >= '\uDC00' && unit <= '\uDFFF' && text.length > 1 ? text.slice(-2) : unit
}

/** A run's text without the spaces that stand at a Chinese character. */
export function withoutMadeSpaces(text: string): string {
  if (!text.includes(' ')) return text
  return text.replace(/ +/g, (spaces, at: number) => {
    const before = lastOf(text.slice(Math.max(0, at - 2), at))
    const after = firstOf(text.slice(at + spaces.length, at + spaces.length + 2))
    if (before === '' || after === '') return ' '
    return isWide(before) || isWide(after) ? '' : ' '
  })
}

/**
 * Sets a run's text behind another of the same segment.
 * @param gap white between them in ems
 */
export function withRun(before: string, text: string, gap: number): string {
  if (before === '' || text === '') return before + text
  const spaced = before.endsWith(' ') || text.startsWith(' ') || gap > SPACE_FROM
  const [left, right] = [before.trimEnd(), text.trimStart()]
  if (!spaced) return before + text
  return isWide(lastOf(left)) || isWide(firstOf(right)) ? left + right : `${left} ${right}`
}

/** Sets the segments of a row side by side. Letters of a spaced title (目 录) are drawn together, else a space parts them. */
export function rowText(texts: readonly string[]): string {
  const spaced = texts.length > 1 && texts.every((text) => HAN_ONLY.test(text))
  return texts.join(spaced ? '' : ' ')
}

/**
 * What stands between two lines of one paragraph: nothing in Chinese, a space between words. A figure that a Chinese
 * line breaks in two is one figure.
 */
export function between(before: string, after: string): '' | ' ' {
  const [last, first] = [lastOf(before), firstOf(after)]
  if (isWide(last) || isWide(first) || last === ' ' || last === '-') return ''
  if (DIGIT.test(last) && DIGIT.test(first)) return isMostlyWide(before) ? '' : ' '
  return LETTER.test(last) || LETTER.test(first) ? ' ' : ''
}

function isMostlyWide(text: string): boolean {
  let wide = 0
  for (const char of text) if (isWide(char)) wide++
  return wide * 3 > text.length
}
