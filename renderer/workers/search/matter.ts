import type { ProjectDatabase } from '../../storage/search-worker'
import type { Facts } from './facts'
import type { HeldText } from './held'
import { memoTexts } from './memos'
import type { SearchQuestion } from './protocol'
import { type Scope, scopeOf } from './scope'
import type { Filling, HeldTexts } from './texts'

/** What is known of a project. */
export interface Matters {
  db: ProjectDatabase
  texts: HeldTexts
  facts: Facts
}

/** What a question looks through. */
export interface Matter {
  texts: readonly HeldText[]
  scope: Scope
}

/** Memos are texts of their own: what they stand on was asked before, and nothing in them is furniture. */
async function memoMatter(
  { db, facts }: Matters,
  { over, filters }: Pick<SearchQuestion, 'over' | 'filters'>,
  { going }: Filling,
): Promise<Matter | null> {
  const anywhere = { ...filters, reportsOnly: false }
  const reports = await db.annotations.orderBy('report').uniqueKeys()
  const ids = reports.filter((id) => typeof id === 'string')
  const scope = await scopeOf(db, facts, { over, filters: anywhere }, () => ids, going)
  if (!scope) return null
  return { texts: await memoTexts(db, scope, filters), scope: { wanted: scope.wanted, wheres: () => null } }
}

/**
 * The texts that a question looks through, and where in them.
 * @returns null where nobody waits for it any more
 */
export async function matterOf(
  matters: Matters,
  question: Pick<SearchQuestion, 'over' | 'filters'>,
  filling: Filling,
): Promise<Matter | null> {
  if (question.over === 'memos') return memoMatter(matters, question, filling)
  const { db, facts } = matters
  const texts = await matters.texts.all(filling)
  if (!texts) return null
  const reports = (): string[] => texts.flatMap((held) => held.reports.map(({ id }) => id))
  const scope = await scopeOf(db, facts, question, reports, filling.going)
  return scope && { texts, scope }
}
