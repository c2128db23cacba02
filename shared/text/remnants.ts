/**
 * What bad converters leave in a text instead of blanks and line breaks: &nbsp; and other entities, <U+00A0> (R writes
 * so), tags, the four characters \r\n. The text is never changed; whoever reads it passes over them.
 */
export type Remnant = 'blank' | 'break'

const BLANKS =
  '&nbsp;?|&(?:ensp|emsp|thinsp|zwnj|zwj);|&#(?:160|8194|8195|8201|12288);|&#[xX](?:[aA]0|200[239bB]|3000);|<[uU]\\+(?:00[aA]0|3000|[fF][eE][fF]{2}|200[23bBdD])>|</?(?:span|font|strong|b|u|o:p|st1:[a-z]+)(?:\\s[^<>]{0,300})?>'
const BREAKS =
  '\\\\r\\\\n|\\\\[rn](?![a-zA-Z])|<br(?:\\s[^<>]{0,100})?\\s*/?>|</?(?:p|div|tr|li|h[1-6])(?:\\s[^<>]{0,300})?>'

const AT = new RegExp(`(${BREAKS})|(?:${BLANKS})`, 'iy')
const ALL = new RegExp(`(${BREAKS})|(?:${BLANKS})`, 'gi')
const BLANK_ONES = new RegExp(BLANKS, 'gi')

const AMPERSAND = 0x26
const LESS = 0x3c
const BACKSLASH = 0x5c

/** Whether a character, a UTF-16 code unit, can begin a remnant. */
export const beginsRemnant = (unit: number): boolean => unit === AMPERSAND || unit === LESS || unit === BACKSLASH

/** The remnant that begins at an offset, with its length; null where none does. */
export function remnantAt(text: string, at: number): { readonly kind: Remnant; readonly length: number } | null {
  if (!beginsRemnant(text.charCodeAt(at))) return null
  AT.lastIndex = at
  const found = AT.exec(text)
  return found ? { kind: found[1] === undefined ? 'blank' : 'break', length: found[0].length } : null
}

/** Whether a text holds any; most hold none, and are then read without looking for them. */
export const hasRemnants = (text: string): boolean => {
  if (!text.includes('\\') && !text.includes('&') && !text.includes('<')) return false
  ALL.lastIndex = 0
  return ALL.test(text)
}

/** Every line break of a text, remnants of some included. */
export function breaksOf(text: string): { readonly start: number; readonly end: number }[] {
  const breaks: { start: number; end: number }[] = []
  for (const { 0: found, index } of text.matchAll(ALL_BREAKS)) breaks.push({ start: index, end: index + found.length })
  return breaks
}
const ALL_BREAKS = new RegExp(`\\r\\n|[\\n-\\r\\u2028\\u2029]|${BREAKS}`, 'gi')

/** The same text with remnants of blanks as so many spaces: its length stays. */
export const blanked = (text: string): string => text.replace(BLANK_ONES, (found) => ' '.repeat(found.length))
