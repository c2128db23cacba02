import type { PlacedBookmark } from '../../storage'
import { shortTitle } from '../reader'

/** The bookmarks of one report, or of the rest of a file, under one heading. */
export interface BookmarkGroup {
  id: string
  title: string
  bookmarks: PlacedBookmark[]
}

/** Puts bookmarks that stand in one report under one heading, in the order in which they come. */
export function groupsOf(bookmarks: readonly PlacedBookmark[]): BookmarkGroup[] {
  const groups = new Map<string, BookmarkGroup>()
  for (const placed of bookmarks) {
    const id = placed.report?.id ?? placed.source.hash
    const known = groups.get(id)
    if (known) known.bookmarks.push(placed)
    else groups.set(id, { id, title: shortTitle(placed.report, placed.source), bookmarks: [placed] })
  }
  return [...groups.values()]
}

/** A quote in one line and without the marks of Markdown. */
export const wordsOf = (quote: string): string =>
  quote
    .replace(/^#{1,6}[ \t]+|\*\*/gm, '')
    .replace(/\s+/g, ' ')
    .trim()

/** What a bookmark is called: as the user called it, else by the words that it stands on. */
export const nameOf = ({ bookmark }: PlacedBookmark): string => bookmark.name || wordsOf(bookmark.anchor.quote)
