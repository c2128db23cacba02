import type { SeriesBreak } from '#shared/model/audit'
import { message, newId } from '#shared/model/identity'
import type { JournalEntry } from '#shared/model/journal'
import type { Session } from '../session'
import { now } from './now'
import { isSaidAgain } from './said-again'

/** What the user says of a break; one without an id is new. */
export type SeriesBreakDraft = Omit<SeriesBreak, 'id' | 'author' | 'updatedAt'> & { id?: string }

/** Saves a break in a series, a new one or a changed one; resolves when it is saved. */
export async function saveSeriesBreak(session: Session, draft: SeriesBreakDraft): Promise<SeriesBreak> {
  const before = draft.id === undefined ? undefined : await session.db.seriesBreaks.get(draft.id)
  const author = before?.author || session.author
  const made: SeriesBreak = { ...draft, id: draft.id ?? newId(), author, updatedAt: now() }
  if (isSaidAgain(before, made)) return before
  await session.write(message('project.history.seriesBreakSaved', { year: made.year }), [
    { table: 'seriesBreaks', key: made.id, after: made },
  ])
  return made
}

/** Takes a break away; null when there is none. */
export async function removeSeriesBreak(session: Session, id: string): Promise<JournalEntry | null> {
  const known = await session.db.seriesBreaks.get(id)
  if (!known) return null
  return session.write(message('project.history.seriesBreakRemoved', { year: known.year }), [
    { table: 'seriesBreaks', key: id, after: null },
  ])
}
