import type { Code } from '#shared/model/code'
import type { ProjectDatabase } from '../database'
import { hiddenSources } from './hidden'

/** All codes in the order of the codebook (`order` among siblings; the tree is in `parent`). */
export async function listCodes(db: ProjectDatabase): Promise<Code[]> {
  const codes = await db.codes.toArray()
  return codes.sort((a, b) => a.order - b.order || a.name.localeCompare(b.name, 'zh'))
}

/** How many annotations of visible sources have each code, by its id; a code without any is not in the map. */
export async function codeCounts(db: ProjectDatabase): Promise<Map<string, number>> {
  const hidden = await hiddenSources(db)
  const out = new Set<unknown>()
  if (hidden.size > 0)
    for (const id of await db.annotations
      .where('source')
      .anyOf([...hidden])
      .primaryKeys())
      out.add(id)
  const counts = new Map<string, number>()
  await db.annotations.orderBy('codes').eachKey((code, { primaryKey }) => {
    if (!out.has(primaryKey)) counts.set(String(code), (counts.get(String(code)) ?? 0) + 1)
  })
  return counts
}
