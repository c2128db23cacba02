import type { EditorView } from '@codemirror/view'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { bookmarksOf, type SourceBundle, useLive } from '../../../storage'
import { bookmarkField, setBookmarks } from '../editor/bookmark-marks'

/** Shows the bookmarks of a source in its text. */
export function useBookmarks(view: EditorView | null, { source, reading }: SourceBundle): void {
  const { t } = useTranslation()
  const bookmarks = useLive((db) => bookmarksOf(db, source.hash), [source.hash])
  useEffect(() => {
    if (!view || !bookmarks) return
    const marks = bookmarks
      .filter(({ orphan, reading: own }) => !orphan && own === reading.id)
      .map(({ name, anchor }) => ({ start: anchor.start, label: t('bookmarks.mark', { name: name || anchor.quote }) }))
    // Most texts have none: an update of a long text is not for free.
    if (marks.length > 0 || view.state.field(bookmarkField).size > 0) view.dispatch({ effects: setBookmarks.of(marks) })
  }, [view, bookmarks, reading.id, t])
}
