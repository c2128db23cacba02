import type { ECharts, EChartsCoreOption } from 'echarts/core'
import { type KeyboardEvent, type Ref, useEffect, useImperativeHandle, useMemo, useRef, useState } from 'react'
import styles from './chart.module.css'
import { createChart } from './engine'
import { drawFitted } from './fit'
import { type ChartPalette, readPalette } from './palette'
import { type ChartPlan, type Drawn, type EngineEvent, type LabelTarget, markAt, spotsOf, targetAt } from './plan'
import { tooltipElement } from './tooltip'
import { walk } from './walk'

/** What can be asked of a chart on screen. */
export interface ChartHandle {
  /** The drawing engine's instance, null before the first paint. */
  instance: () => ECharts | null
  /** Size of what is on screen, in CSS pixels. */
  size: () => { width: number; height: number } | null
  focus: () => void
}

export interface ChartProps<T> {
  /** Must keep its identity while its data stay the same. */
  plan: ChartPlan<T>
  /** Name for screen readers. */
  label: string
  /** Lines of the tooltip of a mark, the heading first. */
  describe: (subject: T) => readonly string[]
  /** A mark was clicked, or chosen with Enter. */
  onOpen: (subject: T) => void
  /** A label was clicked: the name of a place or of an indicator. */
  onLabel?: (target: LabelTarget) => void
  /** The pointer or the keyboard came to a mark, or left it. */
  onHover?: (subject: T | null) => void
  /** A mark is to be held fast (Space, a click with Ctrl); null: Esc lets go of all. */
  onHold?: (subject: T | null) => void
  /** Marks to be set off, because they are hovered elsewhere. */
  lit?: (subject: T) => boolean
  ref?: Ref<ChartHandle> | undefined
}

/** The palette in force, read again when the theme changes. */
function usePalette(element: HTMLElement | null): ChartPalette | null {
  const [palette, setPalette] = useState<ChartPalette | null>(null)
  useEffect(() => {
    if (!element) return
    const read = () => setPalette(readPalette(element))
    read()
    const observer = new MutationObserver(read)
    observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] })
    return () => observer.disconnect()
  }, [element])
  return palette
}

interface Size {
  width: number
  height: number
}

/** The size of an element, followed. */
function useSize(element: HTMLElement | null): Size | null {
  const [size, setSize] = useState<Size | null>(null)
  useEffect(() => {
    if (!element) return
    const observer = new ResizeObserver(([entry]) => {
      if (!entry || entry.contentRect.width === 0) return
      const [width, height] = [Math.floor(entry.contentRect.width), Math.floor(entry.contentRect.height)]
      // A part of a pixel more or less would have all drawn anew.
      setSize((known) => (known?.width === width && known.height === height ? known : { width, height }))
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [element])
  return size
}

/** What is on the canvas now. */
interface Painted {
  plan: object
  palette: ChartPalette
  /** The room that it was drawn for, beside its scroll bars. */
  size: Size
  option: EChartsCoreOption
  drawn: Drawn
  spots: ReturnType<typeof spotsOf>
}

/** True where this plan is painted already, in these colours and of this size. */
const isOnCanvas = (painted: Painted | null, plan: object, palette: ChartPalette, { width, height }: Size): boolean =>
  painted?.plan === plan &&
  painted.palette === palette &&
  painted.size.width === width &&
  painted.size.height === height

const sets = (type: 'highlight' | 'downplay', { spots }: Painted, marks: Iterable<number>): object[] =>
  [...marks].flatMap((mark) => {
    const spot = spots.get(mark)
    return spot ? [{ type, seriesIndex: spot.series, dataIndex: spot.datum }] : []
  })

/** Arrows of charts whose rows run downwards. */
const TURNED: Readonly<Record<string, string>> = {
  ArrowLeft: 'ArrowUp',
  ArrowRight: 'ArrowDown',
  ArrowUp: 'ArrowLeft',
  ArrowDown: 'ArrowRight',
}

/**
 * A chart on a canvas that fills its parent, follows its size and the theme, and scrolls when it needs more room. A
 * click on a mark hands its subject back. It takes the focus as one: arrows walk over the marks, each is said, Enter
 * opens it, Space holds it fast.
 */
export function Chart<T>(props: ChartProps<T>) {
  const { plan, label, describe, lit, ref } = props
  const [outer, setOuter] = useState<HTMLElement | null>(null)
  const inner = useRef<HTMLDivElement>(null)
  const spacer = useRef<HTMLDivElement>(null)
  const chart = useRef<ECharts | null>(null)
  const painted = useRef<Painted | null>(null)
  const latest = useRef(props)
  const [current, setCurrent] = useState<number | null>(null)
  const palette = usePalette(outer)
  const size = useSize(outer)
  const mark = current === null ? undefined : plan.marks[current]
  const way = useMemo(() => plan.marks.map((one) => one.at ?? one), [plan])
  const set = useMemo(() => {
    const found = new Set<number>()
    if (lit) for (const [index, { subject }] of plan.marks.entries()) if (lit(subject)) found.add(index)
    return found
  }, [lit, plan])
  useEffect(() => {
    latest.current = props
  })

  useImperativeHandle(
    ref,
    () => ({
      instance: () => chart.current,
      size: () => size,
      focus: () => outer?.focus(),
    }),
    [size, outer],
  )

  const [paint, setPaint] = useState(0)
  useEffect(() => {
    const element = inner.current
    if (!element || !outer || !size || !palette) return
    const engine = chart.current ?? createChart(element, size)
    if (!chart.current) {
      chart.current = engine
      painted.current = null
      listen(engine, painted, latest)
    }
    const began = performance.now()
    const fitted = drawFitted(plan, outer, size, palette)
    const paintNow = (drawn: Drawn, start: number) => {
      const { size } = fitted
      const canvas = drawn.windowed
        ? { width: Math.min(size.width, drawn.width), height: Math.min(size.height, drawn.height) }
        : { width: drawn.width, height: drawn.height }
      element.style.width = `${canvas.width}px`
      element.style.height = `${canvas.height}px`
      if (spacer.current) {
        spacer.current.style.width = `${drawn.width}px`
        spacer.current.style.height = `${drawn.height}px`
      }
      const formatter = (event: EngineEvent) => {
        const at = painted.current && markAt(painted.current.option, event)
        const found = at === null ? undefined : latest.current.plan.marks[at]
        return found ? tooltipElement(latest.current.describe(found.subject)) : ''
      }
      const { tooltip } = drawn.option as { tooltip?: object }
      // The engine would take up the shapes of the last drawing by their index and leave some where they stood.
      engine.clear()
      engine.resize(canvas)
      engine.setOption({ ...drawn.option, tooltip: { ...tooltip, formatter } }, { notMerge: true })
      // Painted now, not with the next frame, so that the bench can tell what a chart takes.
      engine.getZr().flush()
      performance.clearMeasures('duibiao:chart')
      performance.measure('duibiao:chart', { start })
      painted.current = { plan, palette, size, option: drawn.option, drawn, spots: spotsOf(drawn.option) }
      setPaint((count) => count + 1)
    }
    // Its own bars, drawn for already, change what is told of its size.
    if (!isOnCanvas(painted.current, plan, palette, fitted.size)) paintNow(fitted.drawn, began)
    let asked = 0
    const onScroll = () => {
      if (!painted.current?.drawn.windowed || asked !== 0) return
      asked = requestAnimationFrame(() => {
        asked = 0
        const start = performance.now()
        paintNow(plan.draw({ ...fitted.size, top: outer.scrollTop, left: outer.scrollLeft }, palette), start)
      })
    }
    outer.addEventListener('scroll', onScroll, { passive: true })
    return () => {
      outer.removeEventListener('scroll', onScroll)
      cancelAnimationFrame(asked)
    }
  }, [plan, size, palette, outer])

  // What is hovered elsewhere and what the keyboard stands on is set off again after each painting.
  useEffect(() => {
    const engine = chart.current
    const now = painted.current
    if (!engine || !now || paint === 0) return
    const on = new Set(set)
    if (current !== null) on.add(current)
    for (const action of sets('highlight', now, on)) engine.dispatchAction(action as never)
    return () => {
      if (engine.isDisposed() || painted.current !== now) return
      for (const action of sets('downplay', now, on)) engine.dispatchAction(action as never)
    }
  }, [set, current, paint])

  useEffect(() => {
    const spot = current === null ? undefined : painted.current?.spots.get(current)
    if (!spot || paint === 0) return
    chart.current?.dispatchAction({ type: 'showTip', seriesIndex: spot.series, dataIndex: spot.datum })
  }, [current, paint])

  // Another plan has other marks.
  const [known, setKnown] = useState(plan)
  if (known !== plan) {
    setKnown(plan)
    setCurrent(null)
  }

  useEffect(
    () => () => {
      chart.current?.dispose()
      chart.current = null
    },
    [],
  )

  const leave = () => {
    setCurrent(null)
    chart.current?.dispatchAction({ type: 'hideTip' })
    props.onHover?.(null)
  }
  const keys = (event: KeyboardEvent): void => {
    if (event.altKey || event.target !== event.currentTarget) return
    if (event.key === 'Enter' && mark) {
      event.preventDefault()
      props.onOpen(mark.subject)
      return
    }
    if (event.key === ' ' && mark && props.onHold) {
      event.preventDefault()
      props.onHold(mark.subject)
      return
    }
    if (event.key === 'Escape') {
      if (mark) leave()
      props.onHold?.(null)
      return
    }
    const turned = painted.current?.drawn.turned ?? false
    const key = turned ? (TURNED[event.key] ?? event.key) : event.key
    const next = walk(way, current, key, event.ctrlKey || event.metaKey)
    if (next === null) return
    event.preventDefault()
    setCurrent(next)
    const found = plan.marks[next]
    if (!found) return
    props.onHover?.(found.subject)
    if (outer) bringIntoSight(outer, painted.current, found.at ?? found, size)
  }

  return (
    <section
      className={styles.outer}
      ref={setOuter}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard walks over its marks
      tabIndex={0}
      aria-label={label}
      onKeyDown={keys}
      onBlur={() => {
        if (current !== null) leave()
      }}
    >
      <div ref={spacer} className={styles.spacer}>
        {/* The engine sets the position of its own element, so that another one has to stay in sight. */}
        <div className={styles.inner}>
          <div ref={inner} role="img" aria-label={label} />
        </div>
      </div>
      <p className={styles.said} aria-live="polite">
        {mark ? [mark.text, ...describe(mark.subject)].join('，') : ''}
      </p>
    </section>
  )
}

function listen<T>(
  engine: ECharts,
  painted: { readonly current: Painted | null },
  latest: { readonly current: ChartProps<T> },
): void {
  const subjectAt = (event: EngineEvent, other = false): T | null => {
    const at = painted.current && markAt(painted.current.option, event, other)
    return at === null ? null : (latest.current.plan.marks[at]?.subject ?? null)
  }
  engine.on('click', (event) => {
    if (!painted.current) return
    const pressed = (event as { event?: { event?: MouseEvent } }).event?.event
    const subject = subjectAt(event as EngineEvent, pressed?.shiftKey ?? false)
    const { onOpen, onHold } = latest.current
    if (subject !== null && onHold && (pressed?.ctrlKey || pressed?.metaKey)) return onHold(subject)
    if (subject !== null) return onOpen(subject)
    const target = targetAt(painted.current.option, event as EngineEvent)
    if (target) latest.current.onLabel?.(target)
  })
  engine.on('mouseover', (event) => latest.current.onHover?.(subjectAt(event as EngineEvent)))
  engine.on('mouseout', () => latest.current.onHover?.(null))
}

/** Scrolls so that a mark that was not drawn is. */
function bringIntoSight(
  outer: HTMLElement,
  painted: Painted | null,
  mark: { row: number; column: number },
  size: Size | null,
): void {
  const spot = painted?.drawn.spotOf?.(mark)
  if (!spot || !size || !painted) return
  const { width, height } = painted.drawn
  if (height > size.height) outer.scrollTop = Math.max(0, spot.y - size.height / 3)
  if (width > size.width) outer.scrollLeft = Math.max(0, spot.x - size.width / 3)
}
