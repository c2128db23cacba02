import type { Annotation } from '#shared/model/annotation'
import type { ProjectDatabase } from '../database'

/** Orders annotations as the text has them; those of one span by their ids, so that two lists of the same agree. */
export const inTextOrder = (a: Annotation, b: Annotation): number =>
  a.anchor.start - b.anchor.start || a.anchor.end - b.anchor.end || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

/** The annotations of a source in the order of its text. */
export async function annotationsOf(db: ProjectDatabase, hash: string): Promise<Annotation[]> {
  const annotations = await db.annotations.where('source').equals(hash).toArray()
  return annotations.sort(inTextOrder)
}
