import type { Annotation } from '#shared/model/annotation'
import type { ProjectDatabase } from '../database'

/** The annotations of a source in the order of its text. */
export async function annotationsOf(db: ProjectDatabase, hash: string): Promise<Annotation[]> {
  const annotations = await db.annotations.where('source').equals(hash).toArray()
  return annotations.sort((a, b) => a.anchor.start - b.anchor.start || a.anchor.end - b.anchor.end)
}
