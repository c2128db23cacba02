import type { FieldConflict, Fields } from './merge-types'

/** Fields of which both can be had: one text after the other. */
const JOINED: ReadonlySet<string> = new Set(['memo', 'text'])

/** Whether any of these fields can be had of both. */
export const canJoin = (fields: readonly FieldConflict[]): boolean => fields.some(({ field }) => JOINED.has(field))

const joined = (mine: unknown, theirs: unknown): string => {
  const [here, there] = [String(mine ?? ''), String(theirs ?? '')]
  if (here.includes(there)) return here
  return there.includes(here) ? there : `${here}\n\n${there}`
}

/** The texts of both sides as one, by field; the other fields are left out. */
export const joinedTexts = (fields: readonly FieldConflict[]): Fields =>
  Object.fromEntries(
    fields.filter(({ field }) => JOINED.has(field)).map(({ field, mine, theirs }) => [field, joined(mine, theirs)]),
  )
