import type { Extension } from '@codemirror/state'
import type { EditorView } from '@codemirror/view'
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { preferences } from '../../bridge'
import type { SourceBundle } from '../../storage'
import { bringToFront, type OpenReader, readerStore, showPopup } from './active'
import { adjustKeys, adjustTo } from './adjust'
import { applyCode, previewSpan, subjectOf } from './coding'
import { correctionField } from './correcting/correction-marks'
import { followText, noteText } from './correcting/follow-text'
import { annotationsAt } from './editor/annotation-marks'
import { createEditor, type EditorEvents, measureNow, setName } from './editor/create-editor'
import { hoverNote } from './editor/hover-note'
import { drawRestsLater, seenIn } from './editor/line-rests'
import { hereStore, lyingIn } from './here/here-store'
import { firstlyBeside } from './margin/column-field'
import { awaitColumns, columnsWidth, firstColumns, holdRoom, noteColumns } from './margin/first-columns'
import { firstMarks, noteMarks } from './use-marks'
import type { Material } from './use-material'
import { notePlace, placeOf, type Wanted } from './use-params'

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

/** What a surface in a reader has besides what every surface has. */
export const ownExtensions: Extension = [adjustKeys, note, correctionField]

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

/** What the surface of a source is made of. */
interface Parts {
  bundle: SourceBundle
  /** Null until it is read. */
  material: Material | null
  /** CSS pixels that its columns took when it was left; null where that is not known. */
  columns: number | null
  /** Takes the place that the text is to stand at; see `useWanted`. */
  take: () => Wanted | null
}

/**
 * The reading surface of a source inside an element: made when the text is there, at once with all that is there by then
 * and at its place, since each change of a long text that is drawn costs as much as the drawing, but for marks; made anew only for another
 * reading; corrections of the text are brought into it.
 * @returns null until it stands
 */
export function useEditor(id: string, parent: RefObject<HTMLElement | null>, parts: Parts): EditorView | null {
  const [view, setView] = useState<EditorView | null>(null)
  const { t, i18n } = useTranslation()
  const { bundle } = parts
  const name = t('reader.text')
  const named = useRef(name)
  const ready = parts.material !== null
  // biome-ignore lint/correctness/useExhaustiveDependencies: a reading's corrections are brought into the text that stands there
  useLayoutEffect(() => {
    const { material } = parts
    if (!parent.current || !material) return
    const wanted = parts.take()
    if (wanted) notePlace(id, bundle, wanted)
    const frame = parent.current.parentElement
    const { live, codes } = material
    const { list } = live
    const beside = {
      annotations: list ?? [],
      codes,
      reading: bundle.reading.id,
      width: frame?.clientWidth ?? 0,
    }
    const columns =
      frame &&
      (list
        ? firstColumns(frame, beside)
        : holdRoom(frame, parts.columns ?? columnsWidth({ ...beside, annotations: live.early ?? [] })))
    const place = wanted && placeOf(bundle, wanted)
    const seen = seenIn(frame?.clientHeight ?? 0, preferences())
    const made = createEditor(parent.current, {
      text: bundle.text.text,
      name,
      events: eventsOf(id),
      place,
      extensions: [ownExtensions, firstMarks(bundle, material, t), firstlyBeside(columns), drawRestsLater(place, seen)],
    })
    if (list) noteColumns(made, beside)
    else if (frame) awaitColumns(made, frame, beside)
    noteText(made, bundle.text)
    noteMarks(made, bundle, material, i18n.language)
    named.current = name
    setView(made)
    let stands = true
    // Behind what else comes into the page with it, and behind CodeMirror's own look at the fonts.
    queueMicrotask(() => {
      if (!stands) return
      measureNow(made)
      if (wanted?.focus && !made.hasFocus) made.focus()
    })
    return () => {
      stands = false
      setView(null)
      made.destroy()
    }
  }, [bundle.reading.id, id, parent, ready])
  useLayoutEffect(() => {
    if (view) followText(view, bundle.text)
  }, [view, bundle.text])
  useEffect(() => {
    if (!view || named.current === name) return
    named.current = name
    setName(view, name)
  }, [view, name])
  return view
}
