import type { ECharts } from 'echarts/core'
import { type Ref, useEffect, useImperativeHandle, useRef, useState } from 'react'
import type { MatrixCell } from '#shared/compare/matrix-types'
import styles from './chart.module.css'
import { type BuiltChart, type ChartSize, cellOf } from './chart-types'
import { createChart } from './engine'
import { type ChartPalette, readPalette } from './palette'
import { tooltipElement } from './tooltip'

/** What can be asked of a chart on screen. */
export interface ChartHandle {
  /** The chart as PNG at twice its size, null while nothing is drawn. */
  png: () => Uint8Array<ArrayBuffer> | null
  /** The drawing engine's instance, null before the first paint. */
  instance: () => ECharts | null
}

export interface ChartProps {
  /** Builds the option for a size and the colours in force; must keep its identity while its data stay the same. */
  build: (size: ChartSize, palette: ChartPalette) => BuiltChart
  /** Name for screen readers. */
  label: string
  /** Lines of the tooltip of a cell. */
  describe: (cell: MatrixCell) => readonly string[]
  /** A mark was clicked. */
  onOpen: (cell: MatrixCell) => void
  ref?: Ref<ChartHandle>
}

/** Bytes of a `data:` URL; fetching one is what the content security policy refuses. */
function dataUrlBytes(url: string): Uint8Array<ArrayBuffer> {
  const text = atob(url.slice(url.indexOf(',') + 1))
  return Uint8Array.from(text, (char) => char.charCodeAt(0))
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

/** The size of an element, followed. */
function useSize(element: HTMLElement | null): ChartSize | null {
  const [size, setSize] = useState<ChartSize | null>(null)
  useEffect(() => {
    if (!element) return
    const observer = new ResizeObserver(([entry]) => {
      if (!entry || entry.contentRect.width === 0) return
      const { width, height } = entry.contentRect
      setSize({ width: Math.floor(width), height: Math.floor(height) })
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [element])
  return size
}

/**
 * A chart on a canvas that fills its parent, follows its size and the theme, and scrolls when its panels need more.
 * A click on a mark hands its cell back. The keyboard's way to the same is the table beside it.
 */
export function Chart({ build, label, describe, onOpen, ref }: ChartProps) {
  const [outer, setOuter] = useState<HTMLElement | null>(null)
  const inner = useRef<HTMLDivElement>(null)
  const chart = useRef<ECharts | null>(null)
  const callbacks = useRef({ describe, onOpen })
  const palette = usePalette(outer)
  const size = useSize(outer)
  useEffect(() => {
    callbacks.current = { describe, onOpen }
  }, [describe, onOpen])

  useImperativeHandle(
    ref,
    () => ({
      instance: () => chart.current,
      png: () => {
        const drawn = chart.current
        if (!drawn || !palette) return null
        return dataUrlBytes(drawn.getDataURL({ type: 'png', pixelRatio: 2, backgroundColor: palette.surface }))
      },
    }),
    [palette],
  )

  useEffect(() => {
    const element = inner.current
    if (!element || !size || !palette) return
    const built = build(size, palette)
    element.style.height = `${built.height}px`
    const drawn = chart.current ?? createChart(element)
    if (!chart.current) {
      chart.current = drawn
      drawn.on('click', ({ data }) => {
        const cell = cellOf(data)
        if (cell) callbacks.current.onOpen(cell)
      })
    }
    const formatter = ({ data }: { data?: unknown }) => {
      const cell = cellOf(data)
      return cell ? tooltipElement(callbacks.current.describe(cell)) : ''
    }
    const { tooltip } = built.option as { tooltip?: object }
    drawn.resize({ width: size.width, height: built.height })
    drawn.setOption({ ...built.option, tooltip: { ...tooltip, formatter } }, { notMerge: true })
  }, [build, size, palette])

  useEffect(
    () => () => {
      chart.current?.dispose()
      chart.current = null
    },
    [],
  )

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section className={styles.outer} ref={setOuter} tabIndex={0} aria-label={label}>
      <div className={styles.inner} ref={inner} role="img" aria-label={label} />
    </section>
  )
}
