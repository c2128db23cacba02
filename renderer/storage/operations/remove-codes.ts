import { withBelow } from '#shared/coding/code-tree'
import type { Annotation } from '#shared/model/annotation'
import { message } from '#shared/model/identity'
import type { JournalEntry } from '#shared/model/journal'
import type { ProposedChange } from '../changes'
import { StorageError } from '../errors'
import type { Session } from '../session'
import { carriers, codeMemos, withCodes } from './code-carriers'
import { codeChange, existingCode } from './codes'

/** What becomes of the annotations and the codes below when codes go. */
export interface CodeRemoval {
  /**
   * `uncode` takes the codes off and keeps every annotation; `drop` also takes away annotations that then have neither
   * a code nor a memo; an id gives them that code instead.
   */
  spans: 'uncode' | 'drop' | { to: string }
  /** Codes below move up, or go too. */
  children: 'up' | 'remove'
}

const KEEP: CodeRemoval = { spans: 'uncode', children: 'up' }

/**
 * Takes codes away: one step.
 * @throws StorageError `project.write.codeTarget` when the annotations would go to a code that goes too
 */
export async function removeCodes(
  session: Session,
  ids: readonly string[],
  { spans, children }: CodeRemoval = KEEP,
): Promise<JournalEntry | null> {
  const [first] = await Promise.all(ids.map((id) => existingCode(session, id)))
  if (!first) return null
  const what =
    ids.length === 1
      ? message('project.history.codeRemoved', { name: first.name })
      : message('project.history.codesRemoved', { count: ids.length })
  return session.write(what, async () => {
    const codes = await session.db.codes.toArray()
    const gone = children === 'remove' ? withBelow(codes, ids) : new Set(ids)
    const to = typeof spans === 'object' ? spans.to : null
    if (to !== null && (gone.has(to) || !codes.some(({ id }) => id === to)))
      throw new StorageError(message('project.write.codeTarget'))
    const { annotations, rules } = await carriers(session.db, gone)
    const memos = await codeMemos(session.db, gone)
    const parentOf = new Map(codes.map((code) => [code.id, code.parent]))
    const up = (parent: string | null): string | null => {
      const seen = new Set<string>()
      let at = parent
      while (at !== null && gone.has(at) && !seen.has(at)) {
        seen.add(at)
        at = parentOf.get(at) ?? null
      }
      return at !== null && gone.has(at) ? null : at
    }
    const replaced = (annotation: Annotation): ProposedChange => {
      const changed = withCodes(annotation, gone, to)
      const empty = spans === 'drop' && changed.codes.length === 0 && changed.memo.trim() === ''
      return { table: 'annotations', key: annotation.id, after: empty ? null : changed }
    }
    return [
      ...annotations.map(replaced),
      ...rules.map((rule) => ({ table: 'rules' as const, key: rule.id, after: withCodes(rule, gone, to) })),
      ...memos.map(({ id }) => ({ table: 'memos' as const, key: id, after: null })),
      ...codes
        .filter(({ id, parent }) => !gone.has(id) && parent !== null && gone.has(parent))
        .map((code) => codeChange({ ...code, parent: up(code.parent) })),
      ...[...gone].map((id) => ({ table: 'codes' as const, key: id, after: null })),
    ]
  })
}

/** Takes one code away; see `removeCodes`. Left to itself it keeps every annotation, and codes below move up. */
export const removeCode = (session: Session, id: string, removal?: CodeRemoval): Promise<JournalEntry | null> =>
  removeCodes(session, [id], removal)
