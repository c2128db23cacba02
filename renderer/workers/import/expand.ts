import { type ArchiveLimits, type ArchiveMember, expandArchive, isArchive } from '#shared/formats/archive/expand'
import { ARCHIVE_LIMITS, type ImportAnswer, type ImportRequest } from '#shared/ipc/imports'

type Answer = Extract<ImportAnswer, { type: 'members' | 'plain' | 'refused' }>
/** An answer that has no ticket yet. */
type Expanded = { [T in Answer['type']]: Omit<Extract<Answer, { type: T }>, 'ticket'> }[Answer['type']]

/** Takes the next members out of an archive; a file that is none is `plain`. */
export async function expand(
  { name, bytes, from }: Extract<ImportRequest, { type: 'expand' }>,
  limits: ArchiveLimits = ARCHIVE_LIMITS,
): Promise<Expanded> {
  const archive = new Uint8Array(bytes)
  if (!isArchive(name, archive)) return { type: 'plain' }
  const expanded = await expandArchive(archive, { from, limits })
  if (!expanded.ok) return { type: 'refused', reason: expanded.reason }
  const { members, refused, next } = expanded
  return { type: 'members', members: members.map(ownBytes), refused: [...refused], next }
}

/** A member may be a view of a larger buffer, which must not cross the port with it. */
function ownBytes({ name, bytes }: ArchiveMember): { name: string; bytes: ArrayBuffer } {
  const { buffer, byteLength } = bytes
  const whole = buffer instanceof ArrayBuffer && buffer.byteLength === byteLength
  return { name, bytes: whole ? buffer : new Uint8Array(bytes).buffer }
}
