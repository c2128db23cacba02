import { type RefObject, useEffect } from 'react'
import type { OpenReader } from '../active'
import { OVERVIEW_WIDTH } from './draw-overview'
import { spanInView } from './span-in-view'

/** The least height of the box in CSS pixels. */
const LEAST_HEIGHT = 6

/** Draws a frame over the overview, in the text colour of the canvas; its height and where it begins in CSS pixels. */
function drawBox(canvas: HTMLCanvasElement, height: number, box: { top: number; height: number }): void {
  const scale = devicePixelRatio
  const size = { width: Math.round(OVERVIEW_WIDTH * scale), height: Math.round(height * scale) }
  if (canvas.width !== size.width) canvas.width = size.width
  if (canvas.height !== size.height) canvas.height = size.height
  const context = canvas.getContext('2d')
  if (!context) return
  const { color, accentColor } = getComputedStyle(canvas)
  context.setTransform(scale, 0, 0, scale, 0, 0)
  context.clearRect(0, 0, OVERVIEW_WIDTH, height)
  context.fillStyle = accentColor
  context.fillRect(0, box.top, OVERVIEW_WIDTH, box.height)
  context.strokeStyle = color
  context.strokeRect(0.5, box.top + 0.5, OVERVIEW_WIDTH - 1, box.height - 1)
}

/**
 * Draws the box of what is in view while one scrolls. It is drawn and no element that moves: any style that changes has
 * the browser paint all text with marks again.
 */
export function useViewBox({ view }: OpenReader, canvas: RefObject<HTMLCanvasElement | null>, look: unknown): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: another look, other colours
  useEffect(() => {
    let frame = 0
    let height = 0
    const draw = () => {
      if (!canvas.current || height === 0) return
      const { length } = view.state.doc
      const { start, end } = spanInView(view)
      const [top, high] = length > 0 ? [start / length, (end - start) / length] : [0, 1]
      drawBox(canvas.current, height, {
        top: Math.round(top * height),
        height: Math.max(Math.round(high * height), LEAST_HEIGHT),
      })
    }
    const place = () => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(draw)
    }
    view.scrollDOM.addEventListener('scroll', place, { passive: true })
    const observer = new ResizeObserver(() => {
      height = canvas.current?.clientHeight ?? 0
      place()
    })
    observer.observe(view.scrollDOM)
    observer.observe(view.contentDOM)
    return () => {
      cancelAnimationFrame(frame)
      view.scrollDOM.removeEventListener('scroll', place)
      observer.disconnect()
    }
  }, [view, canvas, look])
}
