import { parseChineseInteger } from '#shared/text/numerals'

/** A style of marks in front of list items, and how its marks are read. */
interface MarkStyle {
  mark: RegExp
  ordinal: (mark: RegExpMatchArray) => number | null
}

const CIRCLED_ONE = 0x2460

const STYLES: readonly MarkStyle[] = [
  { mark: /[①-⑳]/gu, ordinal: ([mark]) => mark.charCodeAt(0) - CIRCLED_ONE + 1 },
  { mark: /(?<!\d)(\d{1,2})[、.．](?!\d)/gu, ordinal: ([, digits]) => Number(digits) },
  { mark: /[(（](\d{1,2})[)）]/gu, ordinal: ([, digits]) => Number(digits) },
  { mark: /[(（]([一二三四五六七八九十]{1,3})[)）]/gu, ordinal: ([, numeral]) => parseChineseInteger(numeral ?? '') },
  {
    mark: /(?<![一二三四五六七八九十])([一二三四五六七八九十]{1,3})[是、]/gu,
    ordinal: ([, numeral]) => parseChineseInteger(numeral ?? ''),
  },
]

/** How far the marks of a style count up from one: 1、…2、…3、 → 3. */
function runOf(text: string, { mark, ordinal }: MarkStyle): number {
  let run = 0
  for (const match of text.matchAll(mark)) {
    if (ordinal(match) === run + 1) run += 1
  }
  return run
}

/** The longest run of marks from one on in a stretch of text, whatever their style; 0 where nothing is marked. */
export const markedItems = (text: string): number => Math.max(...STYLES.map((style) => runOf(text, style)))
