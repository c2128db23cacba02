import { message } from '#shared/model/identity'
import type { JournalEntry } from '#shared/model/journal'
import type { Provenance, Source } from '#shared/model/source'
import type { ProposedChange, Session } from '../../../storage'

/** Changes several sources in one step that undo takes back as a whole; null when nothing is different. */
function changeSources(
  session: Session,
  key: string,
  hashes: readonly string[],
  changed: (source: Source) => Source,
): Promise<JournalEntry | null> {
  return session.write(message(`library.history.${key}`, { count: hashes.length }), async () => {
    const sources = await session.db.sources.bulkGet([...hashes])
    return sources.flatMap((source): ProposedChange[] =>
      source ? [{ table: 'sources', key: source.hash, after: changed(source) }] : [],
    )
  })
}

/** Takes several sources out of sight. */
export const hideSources = (session: Session, hashes: readonly string[]): Promise<JournalEntry | null> =>
  changeSources(session, 'hidden', hashes, (source) => ({ ...source, hidden: true }))

/** Notes where several sources come from; fields that are not given stay as they are. */
export const updateProvenances = (
  session: Session,
  hashes: readonly string[],
  origin: Partial<Provenance>,
): Promise<JournalEntry | null> =>
  changeSources(session, 'origin', hashes, (source) => ({
    ...source,
    provenance: { ...source.provenance, ...origin },
  }))
