import type { Comparison } from '#shared/model/comparison'
import type { ProjectDatabase } from '../database'

/** The saved comparisons, the last changed first. */
export async function listComparisons(db: ProjectDatabase): Promise<Comparison[]> {
  const comparisons = await db.comparisons.toArray()
  return comparisons.sort((a, b) => b.updatedAt.localeCompare(a.updatedAt))
}

/** A saved comparison, null where there is none. */
export const getComparison = async (db: ProjectDatabase, id: string): Promise<Comparison | null> =>
  (await db.comparisons.get(id)) ?? null
