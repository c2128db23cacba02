import { type Variants, WIDTH } from './folds'

/**
 * What an expression is made of: an escape (with all that belongs to it), the opening of a group, a number of
 * repetitions, or one code unit.
 */
const PART =
  /\\(?:u\{[0-9a-f]+\}|u[0-9a-f]{4}|x[0-9a-f]{2}|c[a-z]|p\{[^}]*\}|k<[^>]*>|[\s\S])|\(\?(?:<?[=!]|:|<[^>]*>|[a-z-]*:)|\{\d*,?\d*\}|[\s\S]/giy
/** The same inside square brackets: an escape, or one code unit. */
const MEMBER = /\\(?:u\{[0-9a-f]+\}|u[0-9a-f]{4}|x[0-9a-f]{2}|c[a-z]|p\{[^}]*\}|[\s\S])|[\s\S]/giy
const SYNTAX = '^$\\.*+?()[]{}|/'
/** Signs that stand for themselves when a backslash is before them. */
const SELF = /^\\[\^$\\.*+?()[\]{}|/-]$/

const WIDE_DIGITS = '\\uff10-\\uff19'

const codeOf = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`

/** The character that a part stands for, where it is a single one that may have variants. */
function characterOf(part: string): string | null {
  if (SELF.test(part)) return part.charAt(1)
  return part.length === 1 ? part : null
}

const others = (character: string, variants: Variants): string =>
  [...(variants.get(character) ?? '')]
    .filter((variant) => variant !== character)
    .map(codeOf)
    .join('')

/** The range in full width of a range of ASCII characters, and the other way round; '' for other ranges. */
function otherWidth(first: string | null, last: string | null): string {
  const [from, to] = [first?.charCodeAt(0) ?? 0, last?.charCodeAt(0) ?? 0]
  const by = from > 0x20 && to < 0x7f ? WIDTH : from > 0xff00 && to < 0xff5f ? -WIDTH : 0
  if (by === 0 || to < from) return ''
  return `${codeOf(String.fromCharCode(from + by))}-${codeOf(String.fromCharCode(to + by))}`
}

/** What is inside square brackets, with the variants of each single character. */
function foldedClass(
  source: string,
  open: number,
  variants: Variants,
  hasWidth: boolean,
): { text: string; next: number } {
  let text = '['
  let at = open + 1
  if (source.charAt(at) === '^') text += source.charAt(at++)
  const member = (): string => {
    MEMBER.lastIndex = at
    const part = MEMBER.exec(source)?.[0] ?? ''
    at += part.length
    return part
  }
  for (;;) {
    const part = member()
    text += part
    if (part === '' || part === ']') return { text, next: at }
    const character = characterOf(part)
    if (source.charAt(at) === '-' && source.charAt(at + 1) !== ']') {
      const last = member() && member()
      text += `-${last}${hasWidth ? otherWidth(character, characterOf(last)) : ''}`
    } else if (part === '\\d' && hasWidth) text += WIDE_DIGITS
    else if (character !== null) text += others(character, variants)
  }
}

/**
 * An expression that also takes the variants of the characters that it names. Where width is folded, ranges of
 * ASCII characters and `\d` take both widths; other ranges, classes by property and names of groups stay as they are.
 * @param source a valid expression with the flag `u`
 */
export function foldedRegex(source: string, variants: Variants, hasWidth: boolean): string {
  let folded = ''
  let at = 0
  while (at < source.length) {
    if (source.charAt(at) === '[') {
      const { text, next } = foldedClass(source, at, variants, hasWidth)
      folded += text
      at = next
      continue
    }
    PART.lastIndex = at
    const part = PART.exec(source)?.[0] ?? source.charAt(at)
    at += part.length
    const character = characterOf(part)
    const isSyntax = part.length === 1 && SYNTAX.includes(part)
    const more = character === null || isSyntax ? '' : others(character, variants)
    if (part === '\\d' && hasWidth) folded += `[\\d${WIDE_DIGITS}]`
    else folded += more === '' ? part : `[${part}${more}]`
  }
  return folded
}
