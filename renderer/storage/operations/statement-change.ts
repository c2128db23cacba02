import { ExtractedStatement, type Statement, type StatementStatus } from '#shared/model/statement'
import { sameValue } from '../equal'
import { parseAs } from '../records'

/** What a user can change in a statement. */
export type StatementPatch = Partial<ExtractedStatement>

/** What makes sense to set in many statements at once. */
export type BulkField =
  | 'role'
  | 'year'
  | 'kind'
  | 'comparator'
  | 'canonical'
  | 'indicator'
  | 'scope'
  | 'measure'
  | 'basis'
  | 'subset'
  | 'period'
  | 'wording'
  | 'binding'
  | 'due'
  | 'list'
  | 'unit'

/**
 * What is done to statements: accept, reject, take the user's word back, give them the data year that the engine reads
 * now (the report's year was corrected since), or set fields.
 */
export type StatementChange =
  | { type: 'accept' }
  | { type: 'reject' }
  | { type: 'reset' }
  | { type: 'year' }
  | { type: 'set'; patch: Partial<Pick<ExtractedStatement, BulkField>> }

/** A change of one statement: there any field can be edited. */
export type AnyChange = StatementChange | { type: 'edit'; patch: StatementPatch }

/** A statement under review, as the engine and the user have it. */
export interface Found {
  /** The engine's, null for one made by hand or one that the engine no longer finds. */
  engine: ExtractedStatement | null
  /** The user's, null while it is untouched. */
  touched: Statement | null
}

/** What a statement says, checked, without what a touched one has beside it. */
export const contentOf = (statement: ExtractedStatement): ExtractedStatement =>
  parseAs(ExtractedStatement, 'statements', statement)

/**
 * What an adopted statement is: as the engine gave it (or made by hand), or changed by the user.
 * @param before the content of what it was
 */
function adoptedStatus({ engine, touched }: Found, before: ExtractedStatement, content: ExtractedStatement) {
  const given = engine && touched ? contentOf(engine) : before
  return engine && !sameValue(given, content) ? 'edited' : 'accepted'
}

/** What a statement is after a change. */
export interface Changed {
  content: ExtractedStatement
  status: StatementStatus
}

/**
 * What a change makes of a statement. Fields set in many at once leave a rejected one rejected; one that is edited by
 * itself is the user's from then on.
 * @returns null where nothing is to be done, `reset` where the user's word goes
 * @throws StorageError `project.write.invalid` when a field has a value that no statement can have
 */
export function changedBy(change: AnyChange, found: Found): Changed | 'reset' | null {
  const current = found.touched ?? found.engine
  if (!current) return null
  if (change.type === 'reset') return found.touched ? 'reset' : null
  const before = contentOf(current)
  if (change.type === 'reject') return { content: before, status: 'rejected' }
  if (change.type === 'accept') return { content: before, status: adoptedStatus(found, before, before) }
  if (change.type === 'year') return dated(found, before)
  const content = contentOf({ ...before, ...change.patch })
  if (sameValue(before, content)) return null
  const stays = change.type === 'set' && found.touched?.status === 'rejected'
  return { content, status: stays ? 'rejected' : adoptedStatus(found, before, content) }
}

/** A settled statement with the year that the engine reads now; it stays what it was settled as. */
function dated({ engine, touched }: Found, before: ExtractedStatement): Changed | null {
  if (!engine || !touched || engine.year === before.year) return null
  return { content: { ...before, year: engine.year }, status: touched.status }
}
