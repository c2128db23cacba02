import { type Message, message, newId } from '#shared/model/identity'
import type { JournalEntry } from '#shared/model/journal'
import type { Memo } from '#shared/model/memo'
import { reportName, withPresentNames } from '../link-names'
import type { Session } from '../session'
import { updateAnnotation } from './annotations'
import { now } from './now'

/** What a memo is about: the project, a report or a code has one in a record of its own, an annotation carries its. */
export type MemoSubject = Memo['subject'] | { type: 'annotation'; id: string }

const NAMES = { project: 'Project', report: 'Report', code: 'Code' } as const

/** How the history names the step. */
async function operationOf(
  { db, project }: Session,
  { type, id }: Memo['subject'],
  removed: boolean,
): Promise<Message> {
  const report = type === 'report' ? await db.reports.get(id) : undefined
  const code = type === 'code' ? await db.codes.get(id) : undefined
  const name = report ? reportName(report) : (code?.name ?? (type === 'project' ? project.name : ''))
  return message(`project.history.memo${removed ? 'Removed' : NAMES[type]}`, { name })
}

const memosOf = ({ db }: Session, { type, id }: Memo['subject']) =>
  db.memos.where('[subject.type+subject.id]').equals([type, id])

/**
 * Writes the memo of a subject; there is one for each. A text without words takes it away. Links to codes and reports
 * get their present names.
 * @returns the entry, null when nothing is different
 */
export async function saveMemo(session: Session, subject: MemoSubject, text: string): Promise<JournalEntry | null> {
  const { db } = session
  const empty = text.trim() === ''
  if (subject.type === 'annotation')
    return updateAnnotation(session, subject.id, { memo: empty ? '' : await withPresentNames(db, text) })
  const about = { type: subject.type, id: subject.id }
  return session.write(await operationOf(session, about, empty), async () => {
    const before = await memosOf(session, about).toArray()
    const [first, ...others] = before
    const extra = others.map(({ id }) => ({ table: 'memos' as const, key: id, after: null }))
    if (empty) return before.map(({ id }) => ({ table: 'memos' as const, key: id, after: null }))
    const named = await withPresentNames(db, text)
    if (first?.text === named) return extra
    const { author } = session
    const after: Memo = { id: first?.id ?? newId(), subject: about, text: named, author, updatedAt: now() }
    return [...extra, { table: 'memos' as const, key: after.id, after }]
  })
}

/** Takes the memo of a subject away; null when there is none. */
export const removeMemo = (session: Session, subject: MemoSubject): Promise<JournalEntry | null> =>
  saveMemo(session, subject, '')
