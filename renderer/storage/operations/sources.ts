import { message } from '#shared/model/identity'
import type { JournalEntry } from '#shared/model/journal'
import type { Source } from '#shared/model/source'
import { StorageError } from '../errors'
import type { Session } from '../session'

async function existing(session: Session, hash: string): Promise<Source> {
  const source = await session.db.sources.get(hash)
  if (!source) throw new StorageError(message('project.write.gone', { table: 'sources' }))
  return source
}

/** Takes a source out of sight and out of every count; text and annotations are kept. Null when it already was. */
export async function hideSource(session: Session, hash: string): Promise<JournalEntry | null> {
  const { name } = await existing(session, hash)
  return session.write(message('project.history.sourceHidden', { name }), async () => {
    const source = await existing(session, hash)
    return [{ table: 'sources', key: hash, after: { ...source, hidden: true } }]
  })
}

/** Brings a hidden source back into sight. Null when it is there. */
export async function showSource(session: Session, hash: string): Promise<JournalEntry | null> {
  const { name } = await existing(session, hash)
  return session.write(message('project.history.sourceShown', { name }), async () => {
    const source = await existing(session, hash)
    return [{ table: 'sources', key: hash, after: { ...source, hidden: false } }]
  })
}

/** Notes where a source comes from (来源); null when nothing is different. */
export async function updateProvenance(
  session: Session,
  hash: string,
  provenance: Partial<Source['provenance']>,
): Promise<JournalEntry | null> {
  const { name } = await existing(session, hash)
  return session.write(message('project.history.provenanceChanged', { name }), async () => {
    const source = await existing(session, hash)
    return [{ table: 'sources', key: hash, after: { ...source, provenance: { ...source.provenance, ...provenance } } }]
  })
}
