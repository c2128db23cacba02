import { message, newId } from '#shared/model/identity'
import type { JournalEntry } from '#shared/model/journal'
import { type ExtractedMatter, type Matter, matterKey } from '#shared/model/matter'
import { StorageError } from '../errors'
import { unpackMatters } from '../matters/packed'
import type { Session } from '../session'
import { makeMatterChange, matterLabel, placeOf } from './change-matters'
import { type MatterPatch, matterContent } from './matter-change'
import { now } from './now'

/** Accepts a matter; one that the user had changed stays `edited`. Null when it already was. */
export const acceptMatter = (session: Session, report: string, key: string): Promise<JournalEntry | null> =>
  makeMatterChange(session, [{ report, key }], { type: 'accept' })

/** Rejects a matter: it stays in the review list and is left out of whatever counts. */
export const rejectMatter = (session: Session, report: string, key: string): Promise<JournalEntry | null> =>
  makeMatterChange(session, [{ report, key }], { type: 'reject' })

/** Takes the user's word back: the engine's matter stands again as `suggested`; one made by hand is gone. */
export const resetMatter = (session: Session, report: string, key: string): Promise<JournalEntry | null> =>
  makeMatterChange(session, [{ report, key }], { type: 'reset' })

/**
 * Changes a matter; the engine's one is copied, and from then on the user's word stands in its place. Saved without a
 * change it is left as it was, its status too: null. One whose words are lost is found again by new offsets.
 * @throws StorageError `project.write.invalid` for a value that no such matter can have, `project.write.outside` for
 * words outside of its report
 */
export const editMatter = (
  session: Session,
  report: string,
  key: string,
  patch: MatterPatch,
): Promise<JournalEntry | null> => makeMatterChange(session, [{ report, key }], { type: 'edit', patch })

/**
 * Adds a matter made by hand, accepted; where the engine or the user has the same one, it stands in its place.
 * @throws StorageError as `editMatter`; `project.write.gone` when the report is not there
 */
export async function addMatter(session: Session, reportId: string, extracted: ExtractedMatter): Promise<Matter> {
  const { db } = session
  const report = await db.reports.get(reportId)
  const text = report && (await db.texts.get(report.reading))
  if (!report || !text) throw new StorageError(message('project.write.gone', { table: 'reports' }))
  const content = matterContent({ ...extracted, rule: 'user' })
  let added: Matter = {
    ...placeOf(report, text.text, content),
    id: newId(),
    status: 'accepted',
    origin: null,
    content,
    author: session.author,
    updatedAt: now(),
    also: [],
  }
  await session.write(message('project.history.matterAdded', { name: matterLabel(added) }), async () => {
    const key = matterKey(content)
    const row = await db.engineMatters.get(reportId)
    const inEngine = row ? unpackMatters(row.packed).some((matter) => matterKey(matter) === key) : false
    const all = await db.matters.where('report').equals(reportId).toArray()
    const own = all.filter(({ reading }) => reading === report.reading)
    const same = ({ origin, content: had }: Matter) => origin === null && matterKey(had) === key
    const touched = own.find(({ origin }) => origin === key) ?? own.find(same)
    added = { ...added, id: touched?.id ?? added.id, origin: touched?.origin ?? (inEngine ? key : null) }
    return [{ table: 'matters', key: added.id, after: added }]
  })
  return added
}
