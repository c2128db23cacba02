import { message, newId } from '#shared/model/identity'
import type { JournalEntry } from '#shared/model/journal'
import type { PhraseGroup, PhraseTerm } from '#shared/model/phrase-group'
import { StorageError } from '../errors'
import type { Session } from '../session'
import { now } from './now'
import { isSaidAgain } from './said-again'

/** A group that is to be made; its terms get ids of their own. */
export interface NewPhraseGroup {
  name: string
  terms: readonly { name: PhraseTerm['name']; variants: readonly string[] }[]
  note?: string
}

/** What of a group can be changed. */
export type PhraseGroupPatch = Partial<Pick<PhraseGroup, 'name' | 'terms' | 'note'>>

const gone = (): StorageError => new StorageError(message('project.write.gone', { table: 'phraseGroups' }))

/** Makes a group of wordings. */
export async function addPhraseGroup(session: Session, { name, terms, note = '' }: NewPhraseGroup) {
  const group: PhraseGroup = {
    id: newId(),
    name,
    terms: terms.map((term) => ({ id: newId(), name: term.name, variants: [...term.variants] })),
    note,
    author: session.author,
    updatedAt: now(),
  }
  await session.write(message('project.history.phraseGroupAdded', { name }), [
    { table: 'phraseGroups', key: group.id, after: group },
  ])
  return group
}

/**
 * Changes a group; one that says the same already is not written again.
 * @param patchOf works the change out from the group as it is stored when it is written: changes before it, of this
 * window or another, stay
 * @throws StorageError `project.write.gone` when there is none
 */
export async function updatePhraseGroup(
  session: Session,
  id: string,
  patchOf: (stored: PhraseGroup) => PhraseGroupPatch,
): Promise<PhraseGroup> {
  const written: { before?: PhraseGroup; after?: PhraseGroup } = {}
  const operation = () => {
    const { before, after } = written
    const key = after?.name === before?.name ? 'phraseGroupChanged' : 'phraseGroupRenamed'
    return message(`project.history.${key}`, { name: after?.name ?? '' })
  }
  await session.write(operation, async () => {
    const before = await session.db.phraseGroups.get(id)
    if (!before) throw gone()
    const after: PhraseGroup = { ...before, ...patchOf(before), updatedAt: now() }
    const isSame = isSaidAgain(before, after)
    Object.assign(written, { before, after: isSame ? before : after })
    return isSame ? [] : [{ table: 'phraseGroups' as const, key: id, after }]
  })
  if (!written.after) throw gone()
  return written.after
}

/** Takes a group away; null when there is none. */
export async function removePhraseGroup(session: Session, id: string): Promise<JournalEntry | null> {
  const known = await session.db.phraseGroups.get(id)
  if (!known) return null
  return session.write(message('project.history.phraseGroupRemoved', { name: known.name }), [
    { table: 'phraseGroups', key: id, after: null },
  ])
}
