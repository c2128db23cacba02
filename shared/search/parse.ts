import { type Message, message } from '#shared/model/identity'
import type { SearchNode } from './query'
import { type Token, tokensOf } from './tokens'

/** A query, or why what was typed is none. */
export type ParsedQuery = { query: SearchNode; problem: null } | { query: null; problem: Message }

/** Brackets inside brackets: deeper than anybody types. */
const DEEPEST = 50

/** Why what was typed is no query. */
class Problem extends Error {
  readonly reason: Message

  constructor(key: string, params: Record<string, string> = {}) {
    super(key)
    this.reason = message(`search.problem.${key}`, params)
  }
}

/** What an engine says of an expression, without the expression itself. */
function wordsOf(error: unknown): string {
  const words = error instanceof Error ? error.message : String(error)
  return words.slice(words.lastIndexOf(': ') + 1).trim()
}

function regexOf(source: string): SearchNode {
  if (source === '') throw new Problem('empty')
  try {
    new RegExp(source, 'gmu')
  } catch (error) {
    throw new Problem('regex', { problem: wordsOf(error) })
  }
  return { type: 'regex', source }
}

/**
 * Reads tokens by the grammar
 * `or = and { "|" and }`, `and = { "-" } near { { "-" } near }`, `near = one { "~n" one | ">n" one }`.
 */
class Reader {
  readonly #tokens: readonly Token[]
  #at = 0
  #depth = 0

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens
  }

  whole(): SearchNode {
    const query = this.#or()
    if (this.#peek()) throw new Problem('bracket')
    return query
  }

  #peek(): Token | undefined {
    return this.#tokens[this.#at]
  }

  #take(type: Token['type']): Token | null {
    const token = this.#peek()
    if (token?.type !== type) return null
    this.#at++
    return token
  }

  #or(): SearchNode {
    const parts = [this.#and()]
    while (this.#take('or')) parts.push(this.#and())
    const [only] = parts
    return parts.length === 1 && only ? only : { type: 'or', parts }
  }

  #and(): SearchNode {
    const parts: SearchNode[] = []
    for (let token = this.#peek(); token && token.type !== 'or' && token.type !== 'close'; token = this.#peek()) {
      if (this.#take('not')) parts.push({ type: 'not', part: this.#near() })
      else parts.push(this.#near())
    }
    const [only] = parts
    if (!only) throw new Problem('operand')
    if (parts.every(({ type }) => type === 'not')) throw new Problem('onlyNot')
    return parts.length === 1 ? only : { type: 'and', parts }
  }

  #near(): SearchNode {
    let left = this.#one()
    /** What is written in a row; what stands in brackets is a part of its own. */
    let row: readonly SearchNode[] = []
    for (let token = this.#peek(); token?.type === 'near'; token = this.#peek()) {
      this.#at++
      const { within, ordered } = token
      const right = this.#one()
      const goesOn = row.length > 0 && left.type === 'near' && left.within === within && left.ordered === ordered
      row = goesOn ? [...row, right] : [left, right]
      left = { type: 'near', parts: row, within, ordered }
    }
    return left
  }

  #one(): SearchNode {
    const token = this.#peek()
    if (!token) throw new Problem('operand')
    this.#at++
    if (token.type === 'open') return this.#inBrackets()
    if (token.type === 'regex') return regexOf(token.text)
    if (token.type === 'quoted' && token.text === '') throw new Problem('empty')
    if (token.type === 'word' || token.type === 'quoted') return { type: 'phrase', text: token.text }
    throw new Problem(token.type === 'close' ? 'bracket' : 'operand')
  }

  #inBrackets(): SearchNode {
    if (++this.#depth > DEEPEST) throw new Problem('bracket')
    const query = this.#or()
    if (!this.#take('close')) throw new Problem('bracket')
    this.#depth--
    return query
  }
}

/** One word without blanks, as a sign that stands alone: 或, (, ｜, -. */
const isLoneSign = (typed: string, tokens: readonly Token[] | null): boolean =>
  !/\s/u.test(typed) && (tokens === null ? typed.length === 1 : tokens.length === 1 && SIGNS.has(tokens[0]?.type ?? ''))
const SIGNS: ReadonlySet<string> = new Set(['or', 'not', 'near', 'open', 'close'])

/**
 * Reads a query as it is typed.
 *
 * Words parted by blanks must all be there (and); `a | b`, `a OR b`, `a 或 b`: one of them; `-a`, `NOT a`, `非 a`: must
 * not be there; `"a b"`, `“a b”`: a phrase with blanks in it; `a ~20 b`: within 20 characters of each other; `a >20 b`:
 * in this order; `/…/`: a regular expression of JavaScript; round brackets of both widths bind. Near binds closer than
 * and, and closer than or. Words of operators count in capitals only, and only where they stand alone: 非遗 is a phrase,
 * and so is 或 where nothing else is typed.
 * @returns the query, or a message `search.problem.*`: `empty` (nothing to look for), `quote`, `slash`, `bracket` (does
 * not close, or closes nothing), `operand` (an operator without its word), `onlyNot` (says only what must not be there),
 * `regex` with `problem` (no expression)
 */
export function parseQuery(typed: string): ParsedQuery {
  const trimmed = typed.trim()
  if (trimmed === '') return { query: null, problem: message('search.problem.empty') }
  const { tokens, problem } = tokensOf(trimmed)
  if (isLoneSign(trimmed, tokens)) return { query: { type: 'phrase', text: trimmed }, problem: null }
  if (tokens === null) return { query: null, problem }
  try {
    return { query: new Reader(tokens).whole(), problem: null }
  } catch (error) {
    if (error instanceof Problem) return { query: null, problem: error.reason }
    throw error
  }
}
