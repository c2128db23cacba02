import { message, newId } from '#shared/model/identity'
import type { JournalEntry } from '#shared/model/journal'
import type { CitedFigure } from '#shared/model/ledger'
import type { Session } from '../session'
import { now } from './now'
import { isSaidAgain } from './said-again'

/** What the user types in of a figure; one without an id is new. */
export type CitedFigureDraft = Omit<CitedFigure, 'id' | 'author' | 'updatedAt'> & { id?: string }

/** Saves a figure typed in with its citation, a new one or a changed one; resolves when it is saved. */
export async function saveCitedFigure(session: Session, draft: CitedFigureDraft): Promise<CitedFigure> {
  const before = draft.id === undefined ? undefined : await session.db.citedFigures.get(draft.id)
  const author = before?.author || session.author
  const figure: CitedFigure = { ...draft, id: draft.id ?? newId(), author, updatedAt: now() }
  if (isSaidAgain(before, figure)) return before
  await session.write(
    message('project.history.citedFigureSaved', { year: figure.year, figure: `${figure.value}${figure.unit}` }),
    [{ table: 'citedFigures', key: figure.id, after: figure }],
  )
  return figure
}

/** Takes figures that were typed in away, in one step; null when there are none. */
export function removeCitedFigures(session: Session, ids: readonly string[]): Promise<JournalEntry | null> {
  return session.write(
    (changes) => message('project.history.citedFiguresRemoved', { count: changes.length }),
    [...new Set(ids)].map((id) => ({ table: 'citedFigures', key: id, after: null })),
  )
}
