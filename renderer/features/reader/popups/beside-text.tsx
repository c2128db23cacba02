import { EditorView } from '@codemirror/view'
import { type KeyboardEvent, type ReactNode, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import type { Span } from '#shared/model/anchor'
import { type Box, lacking, placeBeside } from './placement'
import './popups.css'

/** Where a passage stands on the screen: the caret's line while the caret is in it, else its first line. */
function boxOf(view: EditorView, { start, end }: Span): Box | null {
  const { head } = view.state.selection.main
  const offset = start <= head && head <= end ? head : start
  const rect = view.coordsAtPos(Math.min(offset, view.state.doc.length))
  return rect && { left: rect.left, top: rect.top, bottom: rect.bottom }
}

interface Props {
  view: EditorView
  /** The passage; UTF-16 code units of the text. */
  span: Span
  /** Keys of this scope work inside. */
  scope: string
  /** Escape (true: give the focus back to the text), or a click elsewhere (false). */
  onLeave: (focus: boolean) => void
  children: ReactNode
}

/**
 * Something shown beside a passage of the text; it follows the text while that is scrolled. Where there is no room
 * beside the passage, the text makes some: what it is about is never covered.
 */
export function BesideText({ view, span, scope, onLeave, children }: Props) {
  const frame = useRef<HTMLDivElement>(null)
  const [at, setAt] = useState<{ left: number; top: number } | null>(null)
  const { start, end } = span
  const place = useCallback(() => {
    const box = boxOf(view, { start, end })
    const size = frame.current?.getBoundingClientRect()
    if (!size) return
    const page = { width: innerWidth, height: innerHeight }
    setAt(placeBeside(box ?? { left: 0, top: 0, bottom: 0 }, size, page, view.dom.getBoundingClientRect()))
  }, [view, start, end])
  useLayoutEffect(() => {
    const box = boxOf(view, { start, end })
    const size = frame.current?.getBoundingClientRect()
    const missing = box && size ? lacking(box, size, { width: innerWidth, height: innerHeight }) : 0
    if (box && missing > 0) {
      const top = box.top - missing - view.scrollDOM.getBoundingClientRect().top
      view.dispatch({ effects: EditorView.scrollIntoView(start, { y: 'start', yMargin: Math.max(top, 0) }) })
    }
    place()
  }, [place, view, start, end])
  useEffect(() => {
    const observer = new ResizeObserver(place)
    if (frame.current) observer.observe(frame.current)
    view.scrollDOM.addEventListener('scroll', place)
    window.addEventListener('resize', place)
    return () => {
      observer.disconnect()
      view.scrollDOM.removeEventListener('scroll', place)
      window.removeEventListener('resize', place)
    }
  }, [view, place])
  const leave = useRef(onLeave)
  leave.current = onLeave
  useEffect(() => {
    const outside = (event: PointerEvent) => {
      const target = event.target
      if (!(target instanceof Element) || frame.current?.contains(target)) return
      // A click in the text decides for itself what to show; antd hangs its lists elsewhere in the page.
      if (target.closest('.cm-editor') === view.dom || target.closest('.ant-select-dropdown')) return
      leave.current(false)
    }
    document.addEventListener('pointerdown', outside)
    return () => document.removeEventListener('pointerdown', outside)
  }, [view])
  const keydown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
    event.preventDefault()
    event.stopPropagation()
    onLeave(true)
  }
  return createPortal(
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape leaves whatever inside has the focus
    <div
      ref={frame}
      className="db-popup"
      data-key-scope={scope}
      // Not `visibility`: what is hidden that way could not take the focus.
      style={at ? { left: at.left, top: at.top } : { opacity: 0 }}
      onKeyDown={keydown}
    >
      {children}
    </div>,
    document.body,
  )
}
