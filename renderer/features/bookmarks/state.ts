import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { PlacedBookmark, Session } from '../../storage'

/** The list on screen: what its commands work on. */
interface BookmarksState {
  open: { session: Session; bookmarks: readonly PlacedBookmark[] } | null
  /** Id of the bookmark that the keyboard is on. */
  selected: string | null
  /** The bookmark that is being named. */
  naming: string | null
}

/** What the list of bookmarks shows besides the data. */
export const bookmarksState = createStore<BookmarksState>(() => ({ open: null, selected: null, naming: null }))

/** The same in React. */
export const useBookmarks = <T>(select: (state: BookmarksState) => T): T => useStore(bookmarksState, select)

/** The bookmark that the keyboard is on, null for none. */
export function selectedBookmark(): PlacedBookmark | null {
  const { open, selected } = bookmarksState.getState()
  return open?.bookmarks.find(({ bookmark }) => bookmark.id === selected) ?? null
}
