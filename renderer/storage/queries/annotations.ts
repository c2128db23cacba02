import Dexie from 'dexie'
import type { Annotation } from '#shared/model/annotation'
import type { ProjectDatabase } from '../database'

/** Orders annotations as the text has them; those of one span by their ids, so that two lists of the same agree. */
export const inTextOrder = (a: Annotation, b: Annotation): number =>
  a.anchor.start - b.anchor.start || a.anchor.end - b.anchor.end || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

/** The index of annotations by their source and their start. */
export const BY_START = '[source+anchor.start]'

/** Of annotations that the index gives by their starts only those that begin together are in no order yet. */
const inOrder = async (found: Promise<Annotation[]>): Promise<Annotation[]> => (await found).sort(inTextOrder)

const ofSource = (db: ProjectDatabase, hash: string) =>
  db.annotations.where(BY_START).between([hash, Dexie.minKey], [hash, Dexie.maxKey])

/** The annotations of a source in the order of its text. */
export const annotationsOf = (db: ProjectDatabase, hash: string): Promise<Annotation[]> =>
  inOrder(ofSource(db, hash).toArray())

/**
 * Those of them that begin at an offset or behind it, in the order of the text; all of the source's where it has no more
 * than asked for.
 * @param offset UTF-16 code units
 * @param most so many of them, the first ones
 */
export const annotationsFrom = (
  db: ProjectDatabase,
  hash: string,
  offset: number,
  most: number,
): Promise<{ annotations: Annotation[]; all: boolean }> =>
  db.transaction('r', db.annotations, async () => {
    const behind = db.annotations.where(BY_START).between([hash, offset], [hash, Dexie.maxKey])
    const [some, count] = await Promise.all([inOrder(behind.limit(most).toArray()), ofSource(db, hash).count()])
    if (some.length < count && count <= most) return { annotations: await annotationsOf(db, hash), all: true }
    return { annotations: some, all: some.length === count }
  })
