import type { Code } from '#shared/model/code'
import { message, newId } from '#shared/model/identity'
import sample from '../../../seeds/codebook.json'
import type { Session } from '../../storage'

/** A code of the sample codebook; `parent` is a name. */
export type SampleCode = Pick<Code, 'name' | 'color' | 'key' | 'definition' | 'example'> & { parent: string | null }

/**
 * The sample codes as records, as far as the codebook has none of the same name. A digit that is taken stays with
 * the code that has it.
 * @param existing codes of the codebook
 * @param made who makes them, and when (ISO 8601)
 */
export function sampleRecords(
  samples: readonly SampleCode[],
  existing: readonly Code[],
  made: Pick<Code, 'author'> & { at: string },
): Code[] {
  const ids = new Map(existing.map(({ name, id }) => [name, id]))
  const missing = samples.filter(({ name }) => !ids.has(name))
  for (const { name } of missing) ids.set(name, newId())
  const taken = new Set(existing.map(({ key }) => key))
  const last = Math.max(0, ...existing.map(({ order }) => order))
  return missing.flatMap(({ parent, key, ...rest }, i) => {
    const id = ids.get(rest.name)
    if (id === undefined) return []
    const code: Code = {
      ...rest,
      id,
      parent: (parent !== null && ids.get(parent)) || null,
      key: taken.has(key) ? null : key,
      order: last + i + 1,
      author: made.author,
      createdAt: made.at,
    }
    return [code]
  })
}

/** Adds the codes of the sample project's codebook: one undoable step. */
export async function addSampleCodes(session: Session): Promise<void> {
  await session.write(message('codebook.history.sample'), async () => {
    const made = { author: session.author, at: new Date().toISOString() }
    const records = sampleRecords(sample.codes, await session.db.codes.toArray(), made)
    return records.map((code) => ({ table: 'codes' as const, key: code.id, after: code }))
  })
}
