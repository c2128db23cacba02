import { type KeyboardEvent, type ReactNode, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { type OpenReader, type Popup, readerStore, showPopup, useReaders } from '../active'
import { AnnotationCard } from './annotation-card'
import { CodePicker } from './code-picker'
import { MemoForm } from './memo-form'
import { placeBeside } from './placement'
import './popups.css'

/** What a popup is about, as a span of the text. */
function subjectSpan(reader: OpenReader, popup: Popup): { start: number; end: number } {
  if (popup.type !== 'card' && popup.span) return popup.span
  const annotation = reader.annotations.find(({ id }) => id === popup.annotation)
  const caret = reader.view.state.selection.main.head
  return annotation?.anchor ?? { start: caret, end: caret }
}

/** Where the popup's passage stands on the screen: its first visible line. */
function subjectBox(reader: OpenReader, popup: Popup): { left: number; top: number; bottom: number } | null {
  const { view } = reader
  const span = subjectSpan(reader, popup)
  const head = view.state.selection.main.head
  const offset = span.start <= head && head <= span.end ? head : span.start
  const rect = view.coordsAtPos(Math.min(offset, view.state.doc.length))
  return rect && { left: rect.left, top: rect.top, bottom: rect.bottom }
}

const close = (reader: OpenReader) => {
  showPopup(null)
  reader.view.focus()
}

function content(reader: OpenReader, popup: Popup): ReactNode {
  const done = () => close(reader)
  if (popup.type === 'picker') return <CodePicker reader={reader} popup={popup} onDone={done} />
  if (popup.type === 'memo') return <MemoForm reader={reader} popup={popup} onDone={done} />
  return <AnnotationCard reader={reader} annotation={popup.annotation} />
}

/** The popup of the reader in front, beside its passage; it follows the text while that is scrolled. */
export function PopupHost({ reader }: { reader: OpenReader }) {
  const popup = useReaders((state) => (state.active === reader.hash ? state.popup : null))
  return popup && <Floating key={`${popup.type}:${popup.annotation}`} reader={reader} popup={popup} />
}

function Floating({ reader, popup }: { reader: OpenReader; popup: Popup }) {
  const frame = useRef<HTMLDivElement>(null)
  const [at, setAt] = useState<{ left: number; top: number } | null>(null)
  const place = useCallback(() => {
    const box = subjectBox(reader, popup)
    const size = frame.current?.getBoundingClientRect()
    if (!box || !size) return
    setAt(placeBeside(box, size, { width: window.innerWidth, height: window.innerHeight }))
  }, [reader, popup])
  useLayoutEffect(place, [place])
  useEffect(() => {
    const { scrollDOM } = reader.view
    const observer = new ResizeObserver(place)
    if (frame.current) observer.observe(frame.current)
    scrollDOM.addEventListener('scroll', place)
    window.addEventListener('resize', place)
    return () => {
      observer.disconnect()
      scrollDOM.removeEventListener('scroll', place)
      window.removeEventListener('resize', place)
    }
  }, [reader.view, place])
  useEffect(() => {
    const outside = (event: PointerEvent) => {
      const target = event.target
      if (!(target instanceof Element) || frame.current?.contains(target)) return
      // A click in the text decides for itself what to show.
      if (target.closest('.cm-editor') !== reader.view.dom) readerStore.setState({ popup: null })
    }
    document.addEventListener('pointerdown', outside)
    return () => document.removeEventListener('pointerdown', outside)
  }, [reader.view])
  const escape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
    event.preventDefault()
    event.stopPropagation()
    close(reader)
  }
  return createPortal(
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape leaves whatever inside has the focus
    <div
      ref={frame}
      className="db-popup"
      data-key-scope="reader"
      style={at ? { left: at.left, top: at.top } : { visibility: 'hidden' }}
      onKeyDown={escape}
    >
      {content(reader, popup)}
    </div>,
    document.body,
  )
}
