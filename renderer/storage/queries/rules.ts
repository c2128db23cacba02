import type { Rule } from '#shared/model/rule'
import type { ProjectDatabase } from '../database'

/** The saved autocoding rules, by name. */
export async function listRules(db: ProjectDatabase): Promise<Rule[]> {
  const rules = await db.rules.toArray()
  return rules.sort((a, b) => a.name.localeCompare(b.name, 'zh'))
}
