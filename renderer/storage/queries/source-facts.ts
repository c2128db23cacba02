import type { Source } from '#shared/model/source'
import type { ProjectDatabase } from '../database'

/** Name and origin of sources by hash, without their texts; those that are gone are left out. */
export async function sourceFacts(
  db: ProjectDatabase,
  hashes: readonly string[],
): Promise<Map<string, Pick<Source, 'name' | 'provenance'>>> {
  const sources = await db.sources.bulkGet([...hashes])
  return new Map(sources.flatMap((source) => (source ? [[source.hash, source]] : [])))
}
