import { nextColor } from '#shared/coding/code-colors'
import { isInside } from '#shared/coding/code-tree'
import type { Code } from '#shared/model/code'
import { message, newId } from '#shared/model/identity'
import type { JournalEntry } from '#shared/model/journal'
import type { ProposedChange } from '../changes'
import { StorageError } from '../errors'
import type { Session } from '../session'
import { now } from './now'

/** What a new code is made of; what is left out is chosen. */
export interface NewCode {
  name: string
  parent?: string | null
  color?: string
  /** Digit that applies it; the first free one when left out, none for null. */
  key?: number | null
  definition?: string
  example?: string
}

/** What can be changed in a code. */
export type CodePatch = Partial<Omit<Code, 'id' | 'createdAt'>>

const DIGITS = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const

/** The change that leaves a code like this. */
export const codeChange = (code: Code): ProposedChange => ({ table: 'codes', key: code.id, after: code })

/**
 * A code as it is stored.
 * @throws StorageError `project.write.gone`
 */
export async function existingCode(session: Session, id: string): Promise<Code> {
  const code = await session.db.codes.get(id)
  if (!code) throw new StorageError(message('project.write.gone', { table: 'codes' }))
  return code
}

/** A colour that stays apart from those of the siblings and the parent, and as far as can be from all others. */
const freeColor = (codes: readonly Code[], parent: string | null): string =>
  nextColor(codes.map((code) => ({ color: code.color, near: code.parent === parent || code.id === parent })))

const firstFreeDigit = (codes: readonly Code[]): number | null =>
  DIGITS.find((digit) => codes.every((code) => code.key !== digit)) ?? null

const lastOrder = (codes: readonly Code[], parent: string | null): number =>
  codes.reduce((last, code) => (code.parent === parent ? Math.max(last, code.order) : last), 0)

/** A digit applies one code: the others that had it lose it in the same step. */
const takeDigit = (codes: readonly Code[], key: number | null, owner: string): ProposedChange[] =>
  key === null
    ? []
    : codes.filter((code) => code.key === key && code.id !== owner).map((code) => codeChange({ ...code, key: null }))

/** The record of a new code at the end of its siblings, and what must change for it. */
export function newCode(
  session: Session,
  codes: readonly Code[],
  id: string,
  made: NewCode,
): { code: Code; changes: ProposedChange[] } {
  const parent = made.parent ?? null
  const code: Code = {
    id,
    name: made.name.trim(),
    parent,
    color: made.color ?? freeColor(codes, parent),
    definition: made.definition ?? '',
    example: made.example ?? '',
    order: lastOrder(codes, parent) + 1,
    key: made.key === undefined ? firstFreeDigit(codes) : made.key,
    author: session.author,
    createdAt: now(),
  }
  return { code, changes: [...takeDigit(codes, code.key, id), codeChange(code)] }
}

/** Adds a code to the codebook, at the end of its siblings; resolves when it is saved. */
export async function addCode(session: Session, made: NewCode): Promise<Code> {
  const id = newId()
  await session.write(message('project.history.codeAdded', { name: made.name.trim() }), async () => {
    return newCode(session, await session.db.codes.toArray(), id, made).changes
  })
  return existingCode(session, id)
}

/**
 * Changes a code; null when nothing is different.
 * @throws StorageError `project.write.codeRing` when it would stand below itself
 */
export async function updateCode(session: Session, id: string, patch: CodePatch): Promise<JournalEntry | null> {
  const trimmed = patch.name === undefined ? patch : { ...patch, name: patch.name.trim() }
  const { name } = await existingCode(session, id)
  return session.write(message('project.history.codeChanged', { name: trimmed.name ?? name }), async () => {
    const before = await existingCode(session, id)
    const codes = await session.db.codes.toArray()
    if (trimmed.parent !== undefined && isInside(codes, trimmed.parent, id))
      throw new StorageError(message('project.write.codeRing', { name: before.name }))
    return [...takeDigit(codes, trimmed.key ?? null, id), codeChange({ ...before, ...trimmed })]
  })
}

/** Gives codes other colours (`#rrggbb` by id): one step. */
export function recolorCodes(session: Session, colors: ReadonlyMap<string, string>): Promise<JournalEntry | null> {
  return session.write(message('project.history.codesRecolored', { count: colors.size }), async () => {
    const codes = await session.db.codes.bulkGet([...colors.keys()])
    return codes.flatMap((code) => (code ? [codeChange({ ...code, color: colors.get(code.id) ?? code.color })] : []))
  })
}
