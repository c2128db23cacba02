import type { PhraseGroup } from '#shared/model/phrase-group'
import type { ProjectDatabase } from '../database'

/** The groups of wordings that are followed, by name. */
export async function listPhraseGroups(db: ProjectDatabase): Promise<PhraseGroup[]> {
  const groups = await db.phraseGroups.toArray()
  return groups.sort((a, b) => a.name.localeCompare(b.name, 'zh') || a.id.localeCompare(b.id))
}
