/** A set of characters, by UTF-16 code unit: asking it is many times cheaper than starting a regular expression. */
export type Signs = Uint8Array

/** The characters of a text as a set. */
export function signs(text: string): Signs {
  const set = new Uint8Array(0x1_0000)
  for (let i = 0; i < text.length; i++) set[text.charCodeAt(i)] = 1
  return set
}

/** Whether one of a text's characters is in the set. */
export function holdsSign(set: Signs, text: string): boolean {
  for (let i = 0; i < text.length; i++) if (set[text.charCodeAt(i)] === 1) return true
  return false
}

/** Whether a text's first character is in the set. */
export const startsWithSign = (set: Signs, text: string): boolean => text !== '' && set[text.charCodeAt(0)] === 1

/** Whether a text's last character is in the set. */
export const endsWithSign = (set: Signs, text: string): boolean =>
  text !== '' && set[text.charCodeAt(text.length - 1)] === 1

/** The first characters of words, and the last ones. */
export const firstSigns = (words: readonly string[]): string => words.map((word) => word.charAt(0)).join('')
export const lastSigns = (words: readonly string[]): string =>
  words.map((word) => word.charAt(word.length - 1)).join('')
