import { shownParents } from '#shared/coding/code-tree'
import type { Code } from '#shared/model/code'
import { message } from '#shared/model/identity'
import type { JournalEntry } from '#shared/model/journal'
import type { Memo } from '#shared/model/memo'
import type { ProposedChange } from '../changes'
import { StorageError } from '../errors'
import type { Session } from '../session'
import { carriers, codeMemos, withCodes } from './code-carriers'
import { codeChange, existingCode } from './codes'
import { now } from './now'

/**
 * Merges codes into another: one step. Annotations and rules get it in their place (an annotation that has both keeps
 * it once), the codes below them come under it, and it takes over a digit where it has none.
 * @param join whether definitions, examples and memos are joined to those of `into`; else theirs go
 */
export async function mergeCodes(
  session: Session,
  from: readonly string[],
  into: string,
  join: boolean,
): Promise<JournalEntry | null> {
  const merged = from.filter((id) => id !== into)
  const [kept, first] = await Promise.all([
    existingCode(session, into),
    ...merged.map((id) => existingCode(session, id)),
  ])
  if (!first) return null
  const names = { name: first.name, into: kept.name }
  const what =
    merged.length === 1
      ? message('project.history.codeMerged', names)
      : message('project.history.codesMerged', { count: merged.length, into: kept.name })
  return session.write(what, async () => {
    const gone = new Set(merged)
    const codes = await session.db.codes.toArray()
    const target = codes.find(({ id }) => id === into)
    const parts = merged.flatMap((id) => codes.find((code) => code.id === id) ?? [])
    if (!target || parts.length !== merged.length)
      throw new StorageError(message('project.write.gone', { table: 'codes' }))
    const { annotations, rules } = await carriers(session.db, gone)
    return [
      ...annotations.map((one) => ({ table: 'annotations' as const, key: one.id, after: withCodes(one, gone, into) })),
      ...rules.map((rule) => ({ table: 'rules' as const, key: rule.id, after: withCodes(rule, gone, into) })),
      ...(await mergedMemos(session, merged, into, join)),
      ...movedUnder(codes, gone, target, parts, join),
      ...merged.map((id) => ({ table: 'codes' as const, key: id, after: null })),
    ]
  })
}

/** The code that stays, and the codes below those that go. */
function movedUnder(
  codes: readonly Code[],
  gone: ReadonlySet<string>,
  target: Code,
  parts: readonly Code[],
  join: boolean,
): ProposedChange[] {
  // Merged into a code below one of them: that one takes the place of the topmost, or it would come to stand below itself.
  const top = topmostAbove(codes, gone, target)
  const { parent, order } = top ?? target
  const last = Math.max(0, ...codes.filter((code) => code.parent === target.id).map((code) => code.order))
  const children = codes
    .filter((code) => code.id !== target.id && !gone.has(code.id) && code.parent !== null && gone.has(code.parent))
    .sort((a, b) => a.order - b.order)
    .map((code, n) => codeChange({ ...code, parent: target.id, order: last + n + 1 }))
  const key = target.key ?? parts.find((part) => part.key !== null)?.key ?? null
  return [...children, codeChange({ ...target, ...(join ? joined(target, parts) : {}), parent, order, key })]
}

/** The topmost of the codes that go above a code, null where none does. */
function topmostAbove(codes: readonly Code[], gone: ReadonlySet<string>, target: Code): Code | null {
  const parents = shownParents(codes)
  let top: string | null = null
  for (let at = parents.get(target.id) ?? null; at !== null; at = parents.get(at) ?? null) if (gone.has(at)) top = at
  return codes.find(({ id }) => id === top) ?? null
}

const joined = (target: Code, parts: readonly Code[]): Pick<Code, 'definition' | 'example'> => ({
  definition: joinTexts([target.definition, ...parts.map(({ definition }) => definition)]),
  example: joinTexts([target.example, ...parts.map(({ example }) => example)]),
})

/** Texts under each other, each once. */
const joinTexts = (texts: readonly string[]): string =>
  [...new Set(texts.map((text) => text.trim()).filter((text) => text !== ''))].join('\n')

/** The memos of merged codes: joined to the first memo of the code that stays, or gone. */
async function mergedMemos(
  session: Session,
  merged: readonly string[],
  into: string,
  join: boolean,
): Promise<ProposedChange[]> {
  const theirs = await codeMemos(session.db, new Set(merged))
  if (theirs.length === 0) return []
  const removed = theirs.map(({ id }): ProposedChange => ({ table: 'memos', key: id, after: null }))
  if (!join) return removed
  const [own] = await codeMemos(session.db, new Set([into]))
  const [kept, ...rest] = own ? [own, ...theirs] : theirs
  if (!kept) return removed
  const memo: Memo = {
    ...kept,
    subject: { type: 'code', id: into },
    text: joinTexts([kept.text, ...rest.map(({ text }) => text)]),
    updatedAt: now(),
  }
  return [...removed.filter(({ key }) => key !== kept.id), { table: 'memos', key: kept.id, after: memo }]
}
