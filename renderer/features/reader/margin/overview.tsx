import { EditorView } from '@codemirror/view'
import { type PointerEvent, type RefObject, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Bookmark } from '#shared/model/bookmark'
import { placesOf } from '#shared/text/corrections'
import { usePreferences } from '../../../bridge'
import { useGround } from '../../settings'
import type { OpenReader } from '../active'
import { useFindHits } from '../find/find-store'
import { useAnnotations } from '../use-annotations'
import { drawOverview } from './draw-overview'
import { overviewLanes } from './overview-marks'
import { offsetAtHeight } from './overview-rows'
import { placeName } from './place-name'
import { readColors } from './read-colors'
import { spanInView } from './span-in-view'

const NONE: readonly never[] = []

/** The whole text in small at the right edge: where its marks are and what is in view; a press or a drag goes there. */
export function Overview({ reader, bookmarks }: { reader: OpenReader; bookmarks: readonly Bookmark[] }) {
  const { t } = useTranslation()
  const canvas = useRef<HTMLCanvasElement>(null)
  const box = useRef<HTMLDivElement>(null)
  const [shown, setShown] = useState<{ y: number; text: string } | null>(null)
  const annotations = useDeferredValue(useAnnotations(reader))
  useDrawing(reader, bookmarks, canvas)
  useViewBox(reader, box)
  const { view, bundle, statements } = reader
  const offsetOf = (event: PointerEvent<HTMLElement>): number => {
    const { top, height } = event.currentTarget.getBoundingClientRect()
    return offsetAtHeight(event.clientY - top, height, view.state.doc.length)
  }
  const go = (event: PointerEvent<HTMLElement>) =>
    view.dispatch({ effects: EditorView.scrollIntoView(offsetOf(event), { y: 'center' }) })
  const move = (event: PointerEvent<HTMLElement>) => {
    if (event.currentTarget.hasPointerCapture(event.pointerId)) go(event)
    const y = event.clientY - event.currentTarget.getBoundingClientRect().top
    setShown({ y, text: placeName(bundle, offsetOf(event), t) })
  }
  return (
    <div
      className="db-overview"
      role="img"
      aria-label={t('reader.overview.label', { annotations: annotations.length, statements: statements.length })}
      onPointerDown={(event) => {
        event.preventDefault()
        event.currentTarget.setPointerCapture(event.pointerId)
        go(event)
      }}
      onPointerMove={move}
      onPointerLeave={() => setShown(null)}
    >
      <canvas ref={canvas} />
      <div ref={box} className="db-overview-view" />
      {shown && shown.text !== '' && (
        <span className="db-overview-place" style={{ top: shown.y }}>
          {shown.text}
        </span>
      )}
    </div>
  )
}

/** Draws the overview when what it shows, its size or its colours change; scrolling draws nothing. */
function useDrawing(
  reader: OpenReader,
  bookmarks: readonly Bookmark[],
  canvas: RefObject<HTMLCanvasElement | null>,
): void {
  const { id, bundle, codes, statements, matters, view } = reader
  const annotations = useDeferredValue(useAnnotations(reader))
  const hits = useFindHits(id)
  const dark = usePreferences((state) => state.system.dark)
  const ground = useGround()
  const corrections = useMemo(() => placesOf(bundle.text.corrections ?? NONE), [bundle])
  // biome-ignore lint/correctness/useExhaustiveDependencies: theme and ground decide what the colours read are
  useEffect(() => {
    const element = canvas.current
    if (!element) return
    let frame = 0
    const draw = () => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(() => {
        const colors = readColors(element)
        const lanes = overviewLanes(
          { bundle, annotations, codes, statements, matters },
          { bookmarks, corrections, hits },
          colors,
        )
        drawOverview(element, lanes, view.state.doc.length, devicePixelRatio)
      })
    }
    draw()
    const observer = new ResizeObserver(draw)
    observer.observe(element)
    return () => {
      cancelAnimationFrame(frame)
      observer.disconnect()
    }
  }, [canvas, view, bundle, annotations, codes, statements, matters, bookmarks, corrections, hits, dark, ground])
}

/** Moves the box of what is in view along with scrolling. */
function useViewBox({ view }: OpenReader, box: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    let frame = 0
    let height = 0
    const place = () => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(() => {
        if (!box.current) return
        const { length } = view.state.doc
        const { start, end } = spanInView(view)
        const [top, high] = length > 0 ? [start / length, (end - start) / length] : [0, 1]
        // Whole pixels, and moved rather than placed: while one scrolls neither layout nor paint has to be done for it.
        box.current.style.transform = `translateY(${Math.round(top * height)}px)`
        box.current.style.height = `${Math.round(high * height)}px`
      })
    }
    view.scrollDOM.addEventListener('scroll', place, { passive: true })
    const observer = new ResizeObserver(() => {
      height = box.current?.parentElement?.clientHeight ?? 0
      place()
    })
    observer.observe(view.scrollDOM)
    observer.observe(view.contentDOM)
    return () => {
      cancelAnimationFrame(frame)
      view.scrollDOM.removeEventListener('scroll', place)
      observer.disconnect()
    }
  }, [view, box])
}
