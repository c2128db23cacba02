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
import { annotationLane, hitLane, type OverviewLanes, placeLane, statementLane } from './overview-marks'
import { offsetAtHeight } from './overview-rows'
import { placeName } from './place-name'
import { readColors } from './read-colors'
import { useViewBox } from './use-view-box'

const NONE: readonly never[] = []

/** The whole text in small at the right edge: where its marks are and what is in view; a press or a drag goes there. */
export function Overview({ reader, bookmarks }: { reader: OpenReader; bookmarks: readonly Bookmark[] }) {
  const { t } = useTranslation()
  const canvas = useRef<HTMLCanvasElement>(null)
  const box = useRef<HTMLCanvasElement>(null)
  const [shown, setShown] = useState<{ y: number; text: string } | null>(null)
  const annotations = useDeferredValue(useAnnotations(reader))
  useDrawing(reader, bookmarks, canvas)
  useViewBox(reader, box, `${usePreferences((state) => state.system.dark)} ${useGround()}`)
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
      <canvas ref={box} className="db-overview-view" />
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
  const [kept] = useState(keeper)
  const drawing = useRef<() => void>(() => undefined)
  useEffect(() => {
    let frame = 0
    const draw = () => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(() => {
        const element = canvas.current
        if (!element) return
        // A mark changes one lane: the others, and the colours, stay what they were.
        const colors = kept('colors', [element, codes, dark, ground], () => readColors(element))
        const lanes: OverviewLanes = {
          annotations: kept('annotations', [annotations, codes, bundle, colors], () =>
            annotationLane({ annotations, codes, bundle }, colors),
          ),
          statements: kept('statements', [statements, matters, bundle, colors], () =>
            statementLane({ statements, matters, bundle }, colors),
          ),
          places: kept('places', [bundle, bookmarks, corrections, colors], () =>
            placeLane(bundle, { bookmarks, corrections }, colors),
          ),
          hits: kept('hits', [hits, colors], () => hitLane(hits, colors)),
        }
        drawOverview(element, lanes, view.state.doc.length, devicePixelRatio)
      })
    }
    drawing.current = draw
    draw()
    return () => cancelAnimationFrame(frame)
  }, [kept, canvas, view, bundle, annotations, codes, statements, matters, bookmarks, corrections, hits, dark, ground])
  useEffect(() => {
    const element = canvas.current
    if (!element) return
    const observer = new ResizeObserver(() => drawing.current())
    observer.observe(element)
    return () => observer.disconnect()
  }, [canvas])
}

/** Keeps values by their names as long as what they are made of is the same. */
function keeper() {
  const values = new Map<string, { of: readonly unknown[]; value: unknown }>()
  return <T,>(name: string, of: readonly unknown[], make: () => T): T => {
    const known = values.get(name)
    if (known?.of.every((one, i) => one === of[i])) return known.value as T
    const value = make()
    values.set(name, { of, value })
    return value
  }
}
