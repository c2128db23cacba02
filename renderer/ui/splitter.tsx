import { type KeyboardEvent, type PointerEvent, useRef } from 'react'
import styles from './splitter.module.css'

interface SplitterProps {
  /** What it resizes, for screen readers. */
  label: string
  /** Which way the pane lies, seen from the splitter. */
  pane: 'left' | 'right' | 'bottom'
  /** Size of the pane in pixels. */
  size: number
  min: number
  max: number
  onResize: (size: number) => void
}

/** Pixels that one arrow key moves it. */
const STEP = 16

/** A line between two panes: dragged, or moved with the arrow keys. */
export function Splitter({ label, pane, size, min, max, onResize }: SplitterProps) {
  const from = useRef<{ at: number; size: number } | null>(null)
  const upright = pane !== 'bottom'
  const grows = pane === 'left' ? 1 : -1
  const resize = (wanted: number) => onResize(Math.round(Math.min(max, Math.max(min, wanted))))
  const at = (event: PointerEvent) => (upright ? event.clientX : event.clientY)

  const keys = (event: KeyboardEvent) => {
    const towards = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 }[event.key]
    const fits = upright ? /Left|Right/.test(event.key) : /Up|Down/.test(event.key)
    if (!towards || !fits) return
    event.preventDefault()
    resize(size + towards * grows * STEP)
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: an <hr> can't be a movable separator with a value
    <div
      role="separator"
      tabIndex={0}
      aria-label={label}
      aria-orientation={upright ? 'vertical' : 'horizontal'}
      aria-valuenow={size}
      aria-valuemin={min}
      aria-valuemax={max}
      className={upright ? styles.upright : styles.level}
      onKeyDown={keys}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        from.current = { at: at(event), size }
      }}
      onPointerMove={(event) => {
        if (from.current) resize(from.current.size + (at(event) - from.current.at) * grows)
      }}
      onPointerUp={() => {
        from.current = null
      }}
    />
  )
}
