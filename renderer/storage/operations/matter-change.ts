import { ExtractedMatter, type Matter } from '#shared/model/matter'
import type { StatementStatus } from '#shared/model/statement'
import { sameValue } from '../equal'
import { parseAs } from '../records'

/** What a user can change in a matter. */
export type MatterPatch = Partial<ExtractedMatter>

/**
 * What is done to many matters at once: accept, reject, take the user's word back, give them the data year that the engine
 * reads now (the report's year was corrected since), set fields.
 */
export type MatterChange =
  | { type: 'accept' }
  | { type: 'reject' }
  | { type: 'reset' }
  | { type: 'year' }
  | { type: 'set'; patch: MatterPatch }

/** A change of one matter or many. */
export type AnyMatterChange = MatterChange | { type: 'edit'; patch: MatterPatch }

/** A matter under review, as the engine and the user have it. */
export interface FoundMatter {
  /** The engine's, null for one made by hand or one that the engine no longer finds. */
  engine: ExtractedMatter | null
  /** The user's, null while it is untouched. */
  touched: Matter | null
}

/**
 * What a matter says, checked.
 * @throws StorageError `project.write.invalid`
 */
export const matterContent = (content: unknown): ExtractedMatter => parseAs(ExtractedMatter, 'matters', content)

/** What a matter is after a change. */
export interface ChangedMatter {
  content: ExtractedMatter
  status: StatementStatus
}

/** What an adopted matter is: as the engine gave it (or made by hand), or changed by the user. */
function adopted({ engine }: FoundMatter, content: ExtractedMatter): StatementStatus {
  return engine && !sameValue(matterContent(engine), content) ? 'edited' : 'accepted'
}

/**
 * What a change makes of a matter. Fields set in many at once leave a rejected one rejected; one that is edited by itself
 * is the user's from then on.
 * @returns null where nothing is to be done, `reset` where the user's word goes
 * @throws StorageError `project.write.invalid` when a field has a value that no such matter can have
 */
export function matterChangedBy(change: AnyMatterChange, found: FoundMatter): ChangedMatter | 'reset' | null {
  const current = found.touched?.content ?? found.engine
  if (!current) return null
  if (change.type === 'reset') return found.touched ? 'reset' : null
  const before = matterContent(current)
  if (change.type === 'reject') return { content: before, status: 'rejected' }
  if (change.type === 'accept') return { content: before, status: adopted(found, before) }
  if (change.type === 'year') return dated(found, before)
  const content = matterContent({ ...before, ...change.patch })
  if (sameValue(before, content)) return null
  const stays = change.type === 'set' && found.touched?.status === 'rejected'
  return { content, status: stays ? 'rejected' : adopted(found, content) }
}

/** A settled matter with the year that the engine reads now; it stays what it was settled as. */
function dated({ engine, touched }: FoundMatter, before: ExtractedMatter): ChangedMatter | null {
  if (!engine || !touched || engine.year === before.year) return null
  return { content: { ...before, year: engine.year }, status: touched.status }
}
