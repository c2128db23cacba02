import type { ProjectDatabase } from '../database'

/** The hashes of the sources whose import was undone: shown and counted nowhere. */
export async function hiddenSources(db: ProjectDatabase): Promise<Set<string>> {
  const hidden = await db.sources.filter((source) => source.hidden).primaryKeys()
  return new Set(hidden)
}
