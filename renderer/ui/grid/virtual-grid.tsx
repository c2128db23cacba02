import { useVirtualizer } from '@tanstack/react-virtual'
import {
  type CSSProperties,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useCallback,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
} from 'react'
import styles from './virtual-grid.module.css'

/** Height of a line in pixels, as `--db-row`. */
export const ROW_HEIGHT = 28

/** Where a line is drawn, and what its element needs. */
export interface LinePlace {
  id: string
  /** Pixels from the top of all lines. */
  top: number
  current: boolean
  /** For a line that is higher than the others: measures it. */
  measure: (element: HTMLElement | null) => void
}

interface VirtualGridProps {
  label: string
  /** How many lines there are. */
  count: number
  /** How many columns a line has. */
  columns: number
  /** Names a line, whichever place it has. */
  keyOf: (index: number) => string
  /** The line that the keyboard is on. */
  cursor: number
  /** Keys of the lines that are higher than the others. */
  expanded: ReadonlySet<string>
  /** Behind another tab it has no height. */
  visible: boolean
  /** Widths of the columns, as custom properties. */
  layout?: CSSProperties
  /** Height of a line in pixels, where it is not that of a row. */
  height?: number
  header: ReactNode
  line: (index: number, place: LinePlace) => ReactNode
  /** Keys of its own, before those that move: true where it took the key. */
  onKey: (event: KeyboardEvent) => boolean
  /** The keyboard goes to a line; with Shift the choice grows up to it. */
  onMove: (index: number, range: boolean) => void
  /** Told which lines are drawn. */
  onSight?: (from: number, to: number) => void
  scroller: RefObject<HTMLDivElement | null>
}

/** Where a key takes the keyboard among lines; null for keys that move nothing. */
export function lineAfter(key: string, at: number, count: number, page: number): number | null {
  const wanted = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + page,
    PageUp: at - page,
    Home: 0,
    End: count - 1,
  }[key]
  return wanted === undefined ? null : Math.max(0, Math.min(count - 1, wanted))
}

/** The scroll position outlives a grid that is hidden while another tab is in front. */
function useScrollKept(scroller: RefObject<HTMLDivElement | null>, visible: boolean) {
  const top = useRef(0)
  useLayoutEffect(() => {
    if (!visible) return
    const frame = requestAnimationFrame(() => {
      if (scroller.current) scroller.current.scrollTop = top.current
    })
    return () => cancelAnimationFrame(frame)
  }, [scroller, visible])
  return () => {
    const at = scroller.current
    if (at && at.clientHeight > 0) top.current = at.scrollTop
  }
}

interface Foldable extends Pick<VirtualGridProps, 'count' | 'keyOf'> {
  height: number
  resize: (index: number, size: number) => void
}

/** Lines that were expanded are as high as the others when they are folded again. */
function useFolding(expanded: ReadonlySet<string>, { count, keyOf, height, resize }: Foldable) {
  const latest = useRef(resize)
  latest.current = resize
  const before = useRef<ReadonlySet<string>>(new Set())
  useLayoutEffect(() => {
    if (before.current.size > 0)
      for (let index = 0; index < count; index++) {
        const key = keyOf(index)
        if (before.current.has(key) && !expanded.has(key)) latest.current(index, height)
      }
    before.current = expanded
  }, [expanded, count, keyOf, height])
}

/** A grid of which only the lines in sight exist: arrows, Home and End move among them, with Shift they choose. */
export function VirtualGrid(props: VirtualGridProps) {
  const { label, count, columns, keyOf, cursor, expanded, visible, layout, header, line, scroller } = props
  const { onKey, onMove, onSight, height = ROW_HEIGHT } = props
  const id = useId()
  const onScroll = useScrollKept(scroller, visible)
  const lines = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    getItemKey: keyOf,
    overscan: 12,
    scrollPaddingStart: header === null ? 0 : ROW_HEIGHT,
  })
  const reveal = useRef(lines.scrollToIndex)
  reveal.current = lines.scrollToIndex
  const key = count > cursor ? keyOf(cursor) : ''
  // biome-ignore lint/correctness/useExhaustiveDependencies: the line of the keyboard stays in sight, wherever it goes
  useEffect(() => reveal.current(cursor), [cursor, key])
  useFolding(expanded, { count, keyOf, height, resize: lines.resizeItem })
  const items = lines.getVirtualItems()
  const [from, to] = [items[0]?.index ?? 0, items.at(-1)?.index ?? -1]
  useEffect(() => onSight?.(from, to), [onSight, from, to])
  const measure = lines.measureElement
  const keys = useCallback(
    (event: KeyboardEvent) => {
      if (event.target !== event.currentTarget || event.altKey) return
      if (onKey(event)) return event.preventDefault()
      if ((event.ctrlKey || event.metaKey) && event.key !== 'Home' && event.key !== 'End') return
      const page = Math.floor((scroller.current?.clientHeight ?? height) / height) - 2
      const next = lineAfter(event.key, cursor, count, Math.max(1, page))
      if (next === null) return
      event.preventDefault()
      onMove(next, event.shiftKey)
    },
    [onKey, onMove, cursor, count, scroller, height],
  )
  return (
    // biome-ignore lint/a11y/useSemanticElements: of a <table> all rows would have to exist
    <div
      ref={scroller}
      role="grid"
      tabIndex={0}
      data-focus-first={header === null ? undefined : ''}
      aria-label={label}
      aria-multiselectable
      aria-rowcount={count + 1}
      aria-colcount={columns}
      aria-activedescendant={count > cursor ? `${id}-${cursor}` : undefined}
      className={styles.grid}
      style={layout}
      onKeyDown={keys}
      onScroll={onScroll}
    >
      {header}
      {/* biome-ignore lint/a11y/useSemanticElements: see above */}
      <div role="rowgroup" className={styles.lines} style={{ height: lines.getTotalSize() }}>
        {items.map(({ index, start }) => {
          const high = expanded.has(keyOf(index))
          const place = { id: `${id}-${index}`, top: start, current: index === cursor, measure: high ? measure : NONE }
          return line(index, place)
        })}
      </div>
    </div>
  )
}

const NONE = (): void => undefined
