/**
 * How much a decoded text looks like Chinese. The measure is the share of common characters among those that are not
 * ASCII: a wrong encoding scatters over rare ones.
 */

/** The 3,755 characters of GB 2312 level 1 (rows 16 to 55), decoded from their own bytes so that no list is needed. */
const COMMON: ReadonlySet<string> = new Set(levelOne())
const PUNCTUATION =
  /[\u3000-\u3011\u3014\u3015\u2013\u2014\u2018\u2019\u201C\u201D\u2026\u00B7\u25CB\u25CF\u25A0\u2460-\u2473\uFF01-\uFF5E\uFFE5\u2103\uFEFF]/
/** What no text holds: C0 and C1 controls but for tab, line feed, form feed, carriage return; and noncharacters. */
const CONTROL = /[\u0000-\u0008\u000B\u000E-\u001F\u007F-\u009F\uFFFE\uFFFF]/g
/** Characters looked at: enough to be sure, few enough for a file of many megabytes. */
const SAMPLE = 20_000

function levelOne(): string {
  const bytes: number[] = []
  for (let lead = 0xb0; lead <= 0xd7; lead++) {
    for (let trail = 0xa1; trail <= (lead === 0xd7 ? 0xf9 : 0xfe); trail++) bytes.push(lead, trail)
  }
  return new TextDecoder('gb18030').decode(Uint8Array.from(bytes))
}

/**
 * The share of common Chinese characters and Chinese punctuation among the characters beyond ASCII.
 * @returns 0 to 1, and 1 for a text of ASCII only
 */
export function chineseShare(text: string): number {
  let beyond = 0
  let common = 0
  for (const char of text.slice(0, SAMPLE)) {
    if (char <= '\u007F') continue
    beyond++
    if (COMMON.has(char) || PUNCTUATION.test(char)) common++
  }
  return beyond === 0 ? 1 : common / beyond
}

/** The share of Chinese characters among all: tells a text in UTF-16 from Latin text misread as one. */
export function commonShare(text: string): number {
  let seen = 0
  let common = 0
  for (const char of text.slice(0, SAMPLE)) {
    seen++
    if (char <= '\u007F' || COMMON.has(char) || PUNCTUATION.test(char)) common++
  }
  return seen === 0 ? 0 : common / seen
}

/** How many control characters a text holds that no text editor writes. */
export const controlCharacters = (text: string): number => text.match(CONTROL)?.length ?? 0
