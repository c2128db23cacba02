import type { EditorView } from '@codemirror/view'
import { type RefObject, useEffect, useLayoutEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SourceBundle } from '../../storage'
import { bringToFront, readerStore, showPopup } from './active'
import { annotationsAt } from './editor/annotation-marks'
import { createEditor, type EditorEvents, setWords } from './editor/create-editor'
import type { FindWords } from './editor/find-panel'
import { hoverNote } from './editor/hover-note'

function useFindWords(): FindWords {
  const { t, i18n } = useTranslation()
  const [words, setWordsState] = useState(() => wordsOf(t))
  useEffect(() => {
    const change = () => setWordsState(wordsOf(t))
    change()
    i18n.on('languageChanged', change)
    return () => i18n.off('languageChanged', change)
  }, [t, i18n])
  return words
}

const note = hoverNote(() => readerStore.getState().popup !== null)

const wordsOf = (t: ReturnType<typeof useTranslation>['t']): FindWords => ({
  text: t('reader.text'),
  label: t('reader.find.label'),
  placeholder: t('reader.find.placeholder'),
  previous: t('reader.find.previous'),
  next: t('reader.find.next'),
  close: t('reader.find.close'),
  count: (current, all) => (all === 0 ? t('reader.find.none') : t('reader.find.count', { current, all })),
})

const eventsOf = (id: string): EditorEvents => ({
  onSelection(view) {
    const { main } = view.state.selection
    const reader = readerStore.getState().readers.get(id)
    const report = reader?.bundle.reports.find(({ report: r }) => r.start <= main.head && main.head < r.end)
    if (report && readerStore.getState().active === id) readerStore.setState({ report: report.report.id })
    if (!main.empty) showPopup(null)
  },
  onScroll(offset) {
    if (readerStore.getState().active === id) readerStore.setState({ top: offset })
  },
  onClick(offset, view) {
    bringToFront(id)
    const mark = annotationsAt(view.state, offset)[0]
    showPopup(mark ? { type: 'card', annotation: mark.id } : null)
  },
  onStripe(annotation, view) {
    bringToFront(id)
    view.focus()
    showPopup({ type: 'card', annotation })
  },
})

/**
 * The reading surface of a source inside an element: made when the text is there, made anew only for another text.
 * @returns null until it stands
 */
export function useEditor(id: string, parent: RefObject<HTMLElement | null>, bundle: SourceBundle): EditorView | null {
  const [view, setView] = useState<EditorView | null>(null)
  const words = useFindWords()
  const { text, reading } = bundle.text
  const [firstWords] = useState(words)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a reading's text never changes, its id stands for it
  useLayoutEffect(() => {
    if (!parent.current) return
    const made = createEditor(parent.current, {
      text,
      words: firstWords,
      events: eventsOf(id),
      extensions: note,
    })
    setView(made)
    return () => {
      setView(null)
      made.destroy()
    }
  }, [reading, id, parent, firstWords])
  useEffect(() => {
    if (view) setWords(view, words)
  }, [view, words])
  return view
}
