import { message, newId } from '#shared/model/identity'
import { StorageError } from '../errors'
import type { Session } from '../session'
import { withCodes } from './code-carriers'
import { existingCode, type NewCode, newCode } from './codes'

/**
 * Splits a code: a new one takes some of its annotations. One step.
 * @param made the new code
 * @param annotations ids of those that get the new code; such as do not have the old one are passed over
 * @param keep whether they keep the old code beside the new one
 * @returns id of the new code
 * @throws StorageError `project.write.nothingToSplit` when none of them has the code
 */
export async function splitCode(
  session: Session,
  id: string,
  made: NewCode,
  annotations: readonly string[],
  keep: boolean,
): Promise<string> {
  const { name } = await existingCode(session, id)
  const added = newId()
  const names = { name, added: made.name.trim(), count: annotations.length }
  await session.write(message('project.history.codeSplit', names), async () => {
    const { db } = session
    const { changes } = newCode(session, await db.codes.toArray(), added, made)
    const stored = await db.annotations.bulkGet([...annotations])
    const taken = stored.flatMap((annotation) => (annotation?.codes.includes(id) ? [annotation] : []))
    if (taken.length === 0) throw new StorageError(message('project.write.nothingToSplit', { name }))
    return [
      ...changes,
      ...taken.map((annotation) => {
        const other = withCodes(annotation, new Set([id]), added)
        const after = keep ? { ...other, codes: [...annotation.codes, added] } : other
        return { table: 'annotations' as const, key: annotation.id, after }
      }),
    ]
  })
  return added
}
