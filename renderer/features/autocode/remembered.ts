import { EXTENTS, FIRST_QUERY, type Query, SCOPES, TYPES } from './query'

/** What outlives the program, for each project. */
export interface Remembered {
  query: Query
  /** The saved rule that the query was taken from. */
  rule: string | null
  /** The list of rules is open. */
  rules: boolean
}

const FIRST: Remembered = { query: FIRST_QUERY, rule: null, rules: false }

const keyOf = (project: string): string => `duibiao.autocode.${project}`
const oneOf = <T extends string>(options: readonly T[], value: unknown, fallback: T): T =>
  options.find((option) => option === value) ?? fallback
const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const fieldOf = (value: unknown, name: string): unknown => Reflect.get(Object(value), name)

function queryIn(kept: unknown): Query {
  const patterns = fieldOf(kept, 'patterns')
  const codes = fieldOf(kept, 'codes')
  return {
    type: oneOf(TYPES, fieldOf(kept, 'type'), FIRST_QUERY.type),
    patterns: {
      phrase: text(fieldOf(patterns, 'phrase')),
      regex: text(fieldOf(patterns, 'regex')),
      indicator: text(fieldOf(patterns, 'indicator')),
    },
    extent: oneOf(EXTENTS, fieldOf(kept, 'extent'), FIRST_QUERY.extent),
    scope: oneOf(SCOPES, fieldOf(kept, 'scope'), FIRST_QUERY.scope),
    everywhere: fieldOf(kept, 'everywhere') === true,
    codes: Array.isArray(codes) ? codes.filter((code) => typeof code === 'string') : [],
  }
}

/** What was remembered of a project. */
export function recall(project: string): Remembered {
  const kept = localStorage.getItem(keyOf(project))
  if (kept === null) return FIRST
  try {
    const parsed: unknown = JSON.parse(kept)
    const rule = fieldOf(parsed, 'rule')
    return {
      query: queryIn(fieldOf(parsed, 'query')),
      rule: typeof rule === 'string' ? rule : null,
      rules: fieldOf(parsed, 'rules') === true,
    }
  } catch {
    // Not JSON: written by something else.
    return FIRST
  }
}

/** Remembers it. */
export const remember = (project: string, { query, rule, rules }: Remembered): void =>
  localStorage.setItem(keyOf(project), JSON.stringify({ query, rule, rules }))
