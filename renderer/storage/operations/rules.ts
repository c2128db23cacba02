import { message, newId } from '#shared/model/identity'
import type { JournalEntry } from '#shared/model/journal'
import type { Rule } from '#shared/model/rule'
import type { Session } from '../session'
import { now } from './now'

/** What the user says of a rule; one without an id is new. */
export type RuleDraft = Pick<Rule, 'name' | 'type' | 'pattern' | 'extent' | 'codes' | 'onImport'> & { id?: string }

/** Saves a rule, a new one or a changed one; resolves when it is saved. */
export async function saveRule(session: Session, draft: RuleDraft): Promise<Rule> {
  const before = draft.id === undefined ? undefined : await session.db.rules.get(draft.id)
  const author = before?.author || session.author
  const rule: Rule = { ...draft, id: draft.id ?? newId(), author, updatedAt: now() }
  await session.write(message('project.history.ruleSaved', { name: rule.name }), [
    { table: 'rules', key: rule.id, after: rule },
  ])
  return rule
}

/** Takes a rule away; what it has coded stays. Null when there is none. */
export async function removeRule(session: Session, id: string): Promise<JournalEntry | null> {
  const rule = await session.db.rules.get(id)
  if (!rule) return null
  return session.write(message('project.history.ruleRemoved', { name: rule.name }), [
    { table: 'rules', key: id, after: null },
  ])
}
