import { byOrder, isInside, placesFor, shownParents, topmost } from '#shared/coding/code-tree'
import { message } from '#shared/model/identity'
import type { JournalEntry } from '#shared/model/journal'
import { StorageError } from '../errors'
import type { Session } from '../session'
import { codeChange, existingCode } from './codes'

/** Where codes go: under a parent (null: the top), before one of its codes or at the end (null). */
export interface CodePlace {
  parent: string | null
  before: string | null
}

/**
 * Moves codes, with what stands below them, in the order in which the tree shows them: one step. Codes that stand below
 * another of them come along with it.
 * @returns null where they stand there already
 * @throws StorageError `project.write.codeRing` when one would stand below itself
 */
export async function moveCodes(
  session: Session,
  ids: readonly string[],
  { parent, before }: CodePlace,
): Promise<JournalEntry | null> {
  const [first] = await Promise.all(ids.map((id) => existingCode(session, id)))
  if (!first) return null
  const what =
    ids.length === 1
      ? message('project.history.codeMoved', { name: first.name })
      : message('project.history.codesMoved', { count: ids.length })
  return session.write(what, async () => {
    const codes = (await session.db.codes.toArray()).sort(byOrder)
    const moved = topmost(codes, new Set(ids))
    const ring = moved.find(({ id }) => isInside(codes, parent, id))
    if (ring) throw new StorageError(message('project.write.codeRing', { name: ring.name }))
    const parents = shownParents(codes)
    const all = codes.filter(({ id }) => (parents.get(id) ?? null) === parent)
    if (standsThere(all, moved, before)) return []
    const siblings = all.filter((code) => !moved.includes(code))
    const { orders, renumbered } = placesFor(siblings, before, moved.length)
    return [
      ...moved.map((code, n) => codeChange({ ...code, parent, order: orders[n] ?? code.order })),
      ...siblings.flatMap((code) => {
        const order = renumbered.get(code.id)
        return order === undefined ? [] : [codeChange({ ...code, order })]
      }),
    ]
  })
}

/** True when the codes stand together before `before` already. */
function standsThere(
  siblings: readonly { id: string }[],
  moved: readonly { id: string }[],
  before: string | null,
): boolean {
  const end = before === null ? siblings.length : siblings.findIndex(({ id }) => id === before)
  const start = end - moved.length
  return start >= 0 && moved.every(({ id }, n) => siblings[start + n]?.id === id)
}
