import type { Code } from '#shared/model/code'
import type { ProjectDatabase } from '../database'

/** All codes in the order of the codebook (`order` among siblings; the tree is in `parent`). */
export async function listCodes(db: ProjectDatabase): Promise<Code[]> {
  const codes = await db.codes.toArray()
  return codes.sort((a, b) => a.order - b.order || a.name.localeCompare(b.name, 'zh'))
}

/** Codes of annotations of sources whose import was undone. Only sources with annotations are looked at: an import adds none of those. */
async function hiddenCodes(db: ProjectDatabase): Promise<string[]> {
  const annotated = await db.annotations.orderBy('source').uniqueKeys()
  const sources = await db.sources.bulkGet(annotated.map(String))
  const hidden = sources.flatMap((source) => (source?.hidden ? [source.hash] : []))
  if (hidden.length === 0) return []
  return (await db.annotations.where('source').anyOf(hidden).toArray()).flatMap(({ codes }) => codes)
}

/**
 * How many annotations of visible sources have each code, by its id; a code without any is not in the map. The database
 * counts: a walk over the index would be a task for every annotation, at every change of one.
 */
export async function codeCounts(db: ProjectDatabase): Promise<Map<string, number>> {
  const codes = (await db.annotations.orderBy('codes').uniqueKeys()).map(String)
  const numbers = await Promise.all(codes.map((code) => db.annotations.where('codes').equals(code).count()))
  const counts = new Map(codes.map((code, i) => [code, numbers[i] ?? 0]))
  for (const code of await hiddenCodes(db)) counts.set(code, (counts.get(code) ?? 0) - 1)
  for (const [code, count] of counts) if (count === 0) counts.delete(code)
  return counts
}
