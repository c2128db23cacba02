import type { EditorView } from '@codemirror/view'
import { type RefObject, useEffect, useLayoutEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SourceBundle } from '../../storage'
import { bringToFront, type OpenReader, readerStore, showPopup } from './active'
import { adjustKeys, adjustTo } from './adjust'
import { applyCode, previewSpan, subjectOf } from './coding'
import { correctionField } from './correcting/correction-marks'
import { followText, noteText } from './correcting/follow-text'
import { annotationsAt } from './editor/annotation-marks'
import { createEditor, type EditorEvents, setName } from './editor/create-editor'
import { hoverNote } from './editor/hover-note'
import { hereStore, lyingIn } from './here/here-store'

const readerOf = (view: EditorView): OpenReader | null =>
  [...readerStore.getState().readers.values()].find((reader) => reader.view === view) ?? null

const note = hoverNote({
  at(view, offset) {
    const reader = readerOf(view)
    return reader && readerStore.getState().popup === null ? lyingIn(reader, offset) : []
  },
  shown(view, offset) {
    const reader = readerOf(view)
    hereStore.setState({ pointer: reader && offset !== null ? { reader: reader.id, offset } : null })
  },
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
  onAdjust(_view, annotation, span, done) {
    const reader = readerStore.getState().readers.get(id)
    if (!reader) return
    if (span && done) void adjustTo(reader, annotation, span)
    else previewSpan(reader, annotation, span)
  },
  onDrop(view, code, { start, end, annotation }) {
    bringToFront(id)
    const reader = readerStore.getState().readers.get(id)
    if (!reader) return
    view.focus()
    const subject = annotation ? { span: null, annotation } : subjectOf(reader)
    if (subject) void applyCode(reader, subject.span ? { span: { start, end }, annotation: null } : subject, code)
  },
})

/**
 * The reading surface of a source inside an element: made when the text is there, made anew only for another
 * reading; corrections of the text are brought into it.
 * @returns null until it stands
 */
export function useEditor(id: string, parent: RefObject<HTMLElement | null>, bundle: SourceBundle): EditorView | null {
  const [view, setView] = useState<EditorView | null>(null)
  const { t } = useTranslation()
  const name = t('reader.text')
  const { text, reading } = bundle.text
  const [firstName] = useState(name)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a reading's corrections are brought into the text that stands there
  useLayoutEffect(() => {
    if (!parent.current) return
    const made = createEditor(parent.current, {
      text,
      name: firstName,
      events: eventsOf(id),
      extensions: [adjustKeys, note, correctionField],
    })
    noteText(made, bundle.text)
    setView(made)
    return () => {
      setView(null)
      made.destroy()
    }
  }, [reading, id, parent, firstName])
  useLayoutEffect(() => {
    if (view) followText(view, bundle.text)
  }, [view, bundle.text])
  useEffect(() => {
    if (view) setName(view, name)
  }, [view, name])
  return view
}
