import type { Comparison } from '#shared/model/comparison'
import { message } from '#shared/model/identity'
import type { JournalEntry } from '#shared/model/journal'
import type { Session } from '../session'

/** Saves a comparison, a new one or a changed one; null when nothing is different. */
export const saveComparison = (session: Session, comparison: Comparison): Promise<JournalEntry | null> =>
  session.write(message('project.history.comparisonSaved', { name: comparison.name }), [
    {
      table: 'comparisons',
      key: comparison.id,
      after: { ...comparison, author: comparison.author || session.author },
    },
  ])

/** Takes a saved comparison away; null when there is none. */
export async function removeComparison(session: Session, id: string): Promise<JournalEntry | null> {
  const comparison = await session.db.comparisons.get(id)
  if (!comparison) return null
  return session.write(message('project.history.comparisonRemoved', { name: comparison.name }), [
    { table: 'comparisons', key: id, after: null },
  ])
}
