import { phrasePattern } from '#shared/text/broken-text'

/** What a pattern is made of: see `ScanQuery` and `Rule`. */
export interface Wanted {
  type: 'phrase' | 'regex'
  pattern: string
  caseSensitive?: boolean
  exact?: boolean
}

/** A regular expression for a query, or why there is none. */
export type MadePattern = { pattern: RegExp; problem: null } | { pattern: null; problem: string }

/** How far the full-width forms of ASCII characters stand behind them: ％ behind %. */
const WIDTH = 0xfee0
const SPECIAL = /[\\^$.*+?()[\]{}|/-]/u

const escaped = (character: string): string => (SPECIAL.test(character) ? `\\${character}` : character)

/** A character in both its widths: ％ is %. */
function bothWidths(character: string): string {
  const code = character.charCodeAt(0)
  const half = code > 0xff00 && code < 0xff5f ? code - WIDTH : code
  if (half <= 0x20 || half >= 0x7f) return escaped(character)
  return `[${escaped(String.fromCharCode(half))}${String.fromCharCode(half + WIDTH)}]`
}

const escapedAll = (text: string): string => [...text].map(escaped).join('')

/**
 * The expression that finds what a query wants: a phrase also across the line breaks of a scan and in either width, or
 * the user's own expression, in which `^` and `$` stand for the ends of lines. Both ignore case unless told otherwise.
 * @returns `problem` in the words of the JavaScript engine where an expression is not valid, '' where there is nothing
 * to look for
 */
export function patternOf({ type, pattern, caseSensitive = false, exact = false }: Wanted): MadePattern {
  if (type === 'phrase' ? pattern.trim() === '' && !exact : pattern === '') return { pattern: null, problem: '' }
  if (exact && type === 'phrase') return { pattern: new RegExp(escapedAll(pattern), 'gu'), problem: null }
  try {
    const source = type === 'phrase' ? phrasePattern(pattern.trim(), bothWidths) : pattern
    return { pattern: new RegExp(source, caseSensitive ? 'gmu' : 'gimu'), problem: null }
  } catch (error) {
    return { pattern: null, problem: reasonIn(error) }
  }
}

/** What an engine says of an expression, without the expression itself. */
function reasonIn(error: unknown): string {
  const words = error instanceof Error ? error.message : String(error)
  return words.slice(words.lastIndexOf(': ') + 1).trim() || words
}
