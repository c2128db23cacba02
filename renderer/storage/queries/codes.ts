import type { Code } from '#shared/model/code'
import type { ProjectDatabase } from '../database'

/** All codes in the order of the codebook (`order` among siblings; the tree is in `parent`). */
export async function listCodes(db: ProjectDatabase): Promise<Code[]> {
  const codes = await db.codes.toArray()
  return codes.sort((a, b) => a.order - b.order || a.name.localeCompare(b.name, 'zh'))
}

/** Annotations of sources whose import was undone. Only sources with annotations are looked at: an import adds none of those. */
async function hiddenAnnotations(db: ProjectDatabase): Promise<Set<unknown>> {
  const annotated = await db.annotations.orderBy('source').uniqueKeys()
  const sources = await db.sources.bulkGet(annotated.map(String))
  const hidden = sources.flatMap((source) => (source?.hidden ? [source.hash] : []))
  if (hidden.length === 0) return new Set()
  return new Set(await db.annotations.where('source').anyOf(hidden).primaryKeys())
}

/** How many annotations of visible sources have each code, by its id; a code without any is not in the map. */
export async function codeCounts(db: ProjectDatabase): Promise<Map<string, number>> {
  const out = await hiddenAnnotations(db)
  const counts = new Map<string, number>()
  await db.annotations.orderBy('codes').eachKey((code, { primaryKey }) => {
    if (!out.has(primaryKey)) counts.set(String(code), (counts.get(String(code)) ?? 0) + 1)
  })
  return counts
}
