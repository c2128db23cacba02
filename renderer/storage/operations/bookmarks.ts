import type { Bookmark } from '#shared/model/bookmark'
import { message, newId } from '#shared/model/identity'
import type { JournalEntry } from '#shared/model/journal'
import { StorageError } from '../errors'
import type { Session } from '../session'
import { within } from '../within'
import { now } from './now'
import { placed } from './placed'

/** What a new bookmark is made of; an empty name lets its quote name it. */
export type NewBookmark = Pick<Bookmark, 'source' | 'reading' | 'anchor' | 'name'>

/** How the history names a bookmark. */
const titleOf = ({ name, anchor }: Pick<Bookmark, 'name' | 'anchor'>): string => (name || anchor.quote).slice(0, 20)

async function existing(session: Session, id: string): Promise<Bookmark> {
  const bookmark = await session.db.bookmarks.get(id)
  if (!bookmark) throw new StorageError(message('project.write.gone', { table: 'bookmarks' }))
  return bookmark
}

/** Sets a bookmark; resolves when it is saved. */
export async function addBookmark(session: Session, made: NewBookmark): Promise<Bookmark> {
  let bookmark: Bookmark = { ...made, id: newId(), author: session.author, createdAt: now(), orphan: false }
  await session.write(message('project.history.bookmarkAdded', { title: titleOf(bookmark) }), async () => {
    const [there = bookmark] = await within(placed(session.db, [bookmark]))
    bookmark = there
    return [{ table: 'bookmarks', key: bookmark.id, after: bookmark }]
  })
  return bookmark
}

/** Gives a bookmark another name; null when it has that name already. */
export async function renameBookmark(session: Session, id: string, name: string): Promise<JournalEntry | null> {
  const before = await existing(session, id)
  return session.write(
    message('project.history.bookmarkRenamed', { title: titleOf({ ...before, name }) }),
    async () => [{ table: 'bookmarks', key: id, after: { ...(await existing(session, id)), name } }],
  )
}

/** Takes a bookmark away. */
export async function removeBookmark(session: Session, id: string): Promise<JournalEntry | null> {
  const bookmark = await existing(session, id)
  return session.write(message('project.history.bookmarkRemoved', { title: titleOf(bookmark) }), [
    { table: 'bookmarks', key: id, after: null },
  ])
}
