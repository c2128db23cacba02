import type { Span } from '#shared/model/anchor'

const SPECIAL = /[\\^$.*+?()[\]{}|]/gu

/** A line break of a scan between two characters that belong together, with the indent after it. */
const BREAK = '(?:\\r?\\n[ \\t\\u3000]*)?'

/** The same between two Chinese characters, where a blank stands only by mistake of a scan: 年 均. */
const BREAK_OR_BLANK = '(?:\\r?\\n[ \\t\\u3000]*|[ \\u3000])?'

const HAN = /\p{Script=Han}/u

const escaped = (character: string): string => character.replace(SPECIAL, '\\$&')

/**
 * A regular expression (source) that finds a phrase also where a scan broke the line or left a blank inside it.
 * @param phrase as typed; a line break or a run of spaces in it matches any white space
 * @param each the source for one character of it
 */
export function phrasePattern(phrase: string, each: (character: string) => string = escaped): string {
  const characters = [...phrase.replace(/\s+/gu, ' ')]
  return characters
    .map((c, index) => {
      const gap = HAN.test(c) && HAN.test(characters[index - 1] ?? '') ? BREAK_OR_BLANK : BREAK
      return `${index === 0 ? '' : gap}${c === ' ' ? '\\s+' : each(c)}`
    })
    .join('')
}

/**
 * Where the phrase stands nearest before (or, failing that, after) an offset within a span of the text.
 * @returns null where it does not stand there
 */
export function nearestPhrase(text: string, within: Span, phrase: string, offset: number): Span | null {
  if (phrase.trim() === '') return null
  const pattern = new RegExp(phrasePattern(phrase), 'gu')
  let found: Span | null = null
  for (const match of text.slice(within.start, within.end).matchAll(pattern)) {
    const start = within.start + match.index
    if (found && start > offset) break
    found = { start, end: start + match[0].length }
  }
  return found
}
