import { type Message, message } from '#shared/model/identity'

/** A part of what was typed. */
export type Token =
  | { readonly type: 'word' | 'quoted' | 'regex'; readonly text: string }
  | { readonly type: 'near'; readonly text: string; readonly within: number; readonly ordered: boolean }
  | { readonly type: 'or' | 'not' | 'open' | 'close'; readonly text: string }

/** Tokens, or why there are none. */
export type Tokens = { tokens: Token[]; problem: null } | { tokens: null; problem: Message }

const OPEN = '(（'
const CLOSE = ')）'
const OR = '|｜'
const QUOTES: Readonly<Record<string, string>> = { '"': '"', '“': '”', '＂': '＂' }
const BLANK = /\s/u
const NEAR = /^([~～>＞])(\d{1,4})$/u
const OR_WORDS = ['OR', '或']
const NOT_WORDS = ['NOT', '非']

const ends = (character: string): boolean =>
  BLANK.test(character) || OPEN.includes(character) || CLOSE.includes(character) || OR.includes(character)

/** The end of a regular expression that opens at `open`; -1 where it does not close. A slash in a class is its own. */
function regexEnd(typed: string, open: number): number {
  let inClass = false
  for (let at = open + 1; at < typed.length; at++) {
    const character = typed.charAt(at)
    if (character === '\\') at++
    else if (character === '[') inClass = true
    else if (character === ']') inClass = false
    else if (character === '/' && !inClass) return at
  }
  return -1
}

function wordToken(text: string): Token {
  const near = NEAR.exec(text)
  if (near) return { type: 'near', text, within: Number(near[2]), ordered: '>＞'.includes(near[1] ?? '') }
  if (OR_WORDS.includes(text)) return { type: 'or', text }
  if (NOT_WORDS.includes(text)) return { type: 'not', text }
  return { type: 'word', text }
}

/** The token that begins at an offset which is not blank, and the offset behind it; a message where it never ends. */
function tokenAt(typed: string, at: number): { token: Token; next: number } | Message {
  const character = typed.charAt(at)
  const next = typed.charAt(at + 1)
  if (OPEN.includes(character)) return { token: { type: 'open', text: character }, next: at + 1 }
  if (CLOSE.includes(character)) return { token: { type: 'close', text: character }, next: at + 1 }
  if (OR.includes(character)) return { token: { type: 'or', text: character }, next: at + 1 }
  if (character === '-' && next !== '' && !BLANK.test(next)) return { token: { type: 'not', text: '-' }, next: at + 1 }
  const closer = QUOTES[character]
  if (closer !== undefined) {
    const end = typed.indexOf(closer, at + 1)
    if (end < 0) return message('search.problem.quote')
    return { token: { type: 'quoted', text: typed.slice(at + 1, end) }, next: end + 1 }
  }
  if (character === '/') {
    const end = regexEnd(typed, at)
    if (end < 0) return message('search.problem.slash')
    return { token: { type: 'regex', text: typed.slice(at + 1, end) }, next: end + 1 }
  }
  let end = at + 1
  while (end < typed.length && !ends(typed.charAt(end)) && !(typed.charAt(end) in QUOTES)) end++
  return { token: wordToken(typed.slice(at, end)), next: end }
}

/** Cuts what was typed into tokens. */
export function tokensOf(typed: string): Tokens {
  const tokens: Token[] = []
  let at = 0
  while (at < typed.length) {
    if (BLANK.test(typed.charAt(at))) {
      at++
      continue
    }
    const read = tokenAt(typed, at)
    if ('key' in read) return { tokens: null, problem: read }
    tokens.push(read.token)
    at = read.next
  }
  return { tokens, problem: null }
}
