import { StateEffect } from '@codemirror/state'
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
    const missing = view.state.field(bookmarkField, false) === undefined
    view.dispatch({
      effects: [...(missing ? [StateEffect.appendConfig.of(bookmarkField)] : []), setBookmarks.of(marks)],
    })
  }, [view, bookmarks, reading.id, t])
}
