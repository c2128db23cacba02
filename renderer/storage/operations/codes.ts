import type { Annotation } from '#shared/model/annotation'
import { CODE_COLORS, type Code } from '#shared/model/code'
import { message, newId } from '#shared/model/identity'
import type { JournalEntry } from '#shared/model/journal'
import type { Rule } from '#shared/model/rule'
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

const change = (code: Code): ProposedChange => ({ table: 'codes', key: code.id, after: code })

async function existing(session: Session, id: string): Promise<Code> {
  const code = await session.db.codes.get(id)
  if (!code) throw new StorageError(message('project.write.gone', { table: 'codes' }))
  return code
}

/** The colour that the fewest codes have. */
function leastUsedColor(codes: readonly Code[]): string {
  const uses = (color: string): number => codes.filter((code) => code.color === color).length
  return CODE_COLORS.reduce<string>((best, color) => (uses(color) < uses(best) ? color : best), CODE_COLORS[0])
}

const firstFreeDigit = (codes: readonly Code[]): number | null =>
  DIGITS.find((digit) => codes.every((code) => code.key !== digit)) ?? null

const lastOrder = (codes: readonly Code[], parent: string | null): number =>
  codes.reduce((last, code) => (code.parent === parent ? Math.max(last, code.order) : last), 0)

/** A digit applies one code: the others that had it lose it in the same step. */
const takeDigit = (codes: readonly Code[], key: number | null, owner: string): ProposedChange[] =>
  key === null
    ? []
    : codes.filter((code) => code.key === key && code.id !== owner).map((code) => change({ ...code, key: null }))

/** True when `above` is `id` or stands below it: moving there would make a ring. */
function isInside(codes: readonly Code[], above: string | null, id: string): boolean {
  const parents = new Map(codes.map((code) => [code.id, code.parent]))
  for (let at = above; at !== null; at = parents.get(at) ?? null) if (at === id) return true
  return false
}

/** Adds a code to the codebook, at the end of its siblings; resolves when it is saved. */
export async function addCode(session: Session, made: NewCode): Promise<Code> {
  const id = newId()
  await session.write(message('project.history.codeAdded', { name: made.name }), async () => {
    const codes = await session.db.codes.toArray()
    const parent = made.parent ?? null
    const added: Code = {
      id,
      name: made.name,
      parent,
      color: made.color ?? leastUsedColor(codes),
      definition: made.definition ?? '',
      example: made.example ?? '',
      order: lastOrder(codes, parent) + 1,
      key: made.key === undefined ? firstFreeDigit(codes) : made.key,
      author: session.author,
      createdAt: now(),
    }
    return [...takeDigit(codes, added.key, id), change(added)]
  })
  return existing(session, id)
}

/**
 * Changes a code; null when nothing is different.
 * @throws StorageError `project.write.codeRing` when it would stand below itself
 */
export async function updateCode(session: Session, id: string, patch: CodePatch): Promise<JournalEntry | null> {
  const { name } = await existing(session, id)
  return session.write(message('project.history.codeChanged', { name: patch.name ?? name }), async () => {
    const before = await existing(session, id)
    const codes = await session.db.codes.toArray()
    if (patch.parent !== undefined && isInside(codes, patch.parent, id))
      throw new StorageError(message('project.write.codeRing', { name: before.name }))
    return [...takeDigit(codes, patch.key ?? null, id), change({ ...before, ...patch })]
  })
}

const without = (codes: readonly string[], id: string): string[] => codes.filter((code) => code !== id)

/** Takes a code away, in the same step off its annotations and rules; the codes below it move up. */
export async function removeCode(session: Session, id: string): Promise<JournalEntry | null> {
  const { name } = await existing(session, id)
  return session.write(message('project.history.codeRemoved', { name }), async () => {
    const { db } = session
    const code = await existing(session, id)
    const below = await db.codes.filter(({ parent }) => parent === id).toArray()
    const annotations = await db.annotations.where('codes').equals(id).toArray()
    const rules = await db.rules.filter(({ codes }) => codes.includes(id)).toArray()
    const freed = (record: Annotation | Rule) => ({ ...record, codes: without(record.codes, id), updatedAt: now() })
    return [
      ...annotations.map((annotation) => ({
        table: 'annotations' as const,
        key: annotation.id,
        after: freed(annotation),
      })),
      ...rules.map((rule) => ({ table: 'rules' as const, key: rule.id, after: freed(rule) })),
      ...below.map((child) => change({ ...child, parent: code.parent })),
      { table: 'codes' as const, key: id, after: null },
    ]
  })
}
