import { type ExtractedMatter, MatterType, matterKey, matterName } from '#shared/model/matter'
import { type ExtractedStatement, statementKey } from '#shared/model/statement'
import { standsFor } from './spoken'

/** What the key of an engine matter says (`matterKey`). */
export interface KeyParts {
  type: MatterType
  start: number
  name: string
}

/** Reads a matter's key; null for the id of one made by hand. */
export function keyParts(key: string): KeyParts | null {
  const [, kind, start, name = ''] = /^([a-z_]+):(\d+):(.*)$/su.exec(key) ?? []
  const type = MatterType.safeParse(kind)
  return type.success ? { type: type.data, start: Number(start), name } : null
}

/** The key that is made of these parts. */
export const keyOf = ({ type, start, name }: KeyParts): string => `${type}:${start}:${name}`

/**
 * The key of the engine's matter that stands where another text has the one of these parts.
 * @param engine what the engine reads there; null where it reads what it read
 * @param end end of its words there
 */
export function presentKey(parts: KeyParts, engine: readonly ExtractedMatter[] | null, end = parts.start + 1): string {
  const key = keyOf(parts)
  if (!engine || engine.some((matter) => matterKey(matter) === key)) return key
  const found = standsFor({ ...parts, end }, engine)
  return found ? matterKey(found) : key
}

/** The key of the engine's matter of this name that stands nearest to its place, its own where there is none. */
export function nearestKey(parts: KeyParts, engine: readonly ExtractedMatter[]): string {
  const same = engine.filter((matter) => matter.type === parts.type && matterName(matter) === parts.name)
  const [first] = same.sort((a, b) => Math.abs(a.start - parts.start) - Math.abs(b.start - parts.start))
  return first ? matterKey(first) : keyOf(parts)
}

/** What the key of a statement says (`statementKey`): where it stands, and the rest with its colon. */
const STATEMENT_KEY = /^(\d+)(:.*)$/su

/**
 * The key of a statement that stands elsewhere now.
 * @param move where its first character is
 * @param engine what the engine reads; null where it reads what it read
 */
export function movedStatementKey(
  key: string,
  move: (start: number) => number,
  engine: readonly ExtractedStatement[] | null,
): string {
  const [, start, rest = ''] = STATEMENT_KEY.exec(key) ?? []
  if (start === undefined) return key
  const there = move(Number(start))
  const moved = `${there}${rest}`
  if (!engine || engine.some((statement) => statementKey(statement) === moved)) return moved
  const same = engine.filter((statement) => statement.start === there)
  const alike =
    same.find(({ indicator }) => rest.endsWith(`:${indicator}`)) ?? (same.length === 1 ? same[0] : undefined)
  return alike ? statementKey(alike) : moved
}
