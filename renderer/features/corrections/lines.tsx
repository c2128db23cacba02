import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type ReactNode, useEffect, useId, useLayoutEffect, useRef } from 'react'
import styles from './corrections.module.css'

/** Height of a line in pixels, as `--db-row`. */
const ROW = 28

/** Where a key takes the keyboard among lines; null for keys that move nothing. */
function lineAfter(key: string, at: number, count: number, page: number): number | null {
  const wanted = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + page,
    PageUp: at - page,
    Home: 0,
    End: count - 1,
  }[key]
  return wanted === undefined ? null : Math.max(0, Math.min(wanted, count - 1))
}

/** What a line is drawn with. */
export interface LineProps {
  id: string
  index: number
  top: number
  current: boolean
}

interface Props {
  label: string
  count: number
  cursor: number
  /** False while another tab is in front. */
  visible: boolean
  onGo: (line: number) => void
  line: (props: LineProps) => ReactNode
}

/** Lines under the keyboard, of which only those in sight exist; what keys do to a line are commands. */
export function Lines({ label, count, cursor, visible, onGo, line }: Props) {
  const id = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const top = useRef(0)
  useLayoutEffect(() => {
    if (!visible) return
    const frame = requestAnimationFrame(() => scroller.current?.scrollTo({ top: top.current }))
    return () => cancelAnimationFrame(frame)
  }, [visible])
  const rows = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 12,
  })
  const reveal = useRef(rows.scrollToIndex)
  reveal.current = rows.scrollToIndex
  useEffect(() => {
    if (cursor < count) reveal.current(cursor)
  }, [cursor, count])
  const keydown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.altKey || event.ctrlKey || event.metaKey) return
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? ROW) / ROW) - 2)
    const next = lineAfter(event.key, cursor, count, page)
    if (next === null) return
    event.preventDefault()
    onGo(next)
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: of a <table> all rows would have to exist
    <div
      ref={scroller}
      role="grid"
      tabIndex={0}
      data-focus-first
      aria-label={label}
      aria-multiselectable
      aria-rowcount={count}
      aria-activedescendant={cursor < count ? `${id}-${cursor}` : undefined}
      className={styles.list}
      onKeyDown={keydown}
      onScroll={() => {
        const at = scroller.current
        if (at && at.clientHeight > 0) top.current = at.scrollTop
      }}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: see above */}
      <div role="rowgroup" className={styles.rows} style={{ height: rows.getTotalSize() }}>
        {rows
          .getVirtualItems()
          .map(({ index, start }) => line({ id: `${id}-${index}`, index, top: start, current: index === cursor }))}
      </div>
    </div>
  )
}
