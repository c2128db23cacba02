import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type ReactNode, type Ref, useEffect, useId, useImperativeHandle, useRef } from 'react'
import styles from './lines.module.css'

/** Height of a line in pixels, as in the style. */
const LINE = 52

/** Where a line stands in the list: handed on to `ListLine`. */
export interface LinePlace {
  id: string
  /** From 1, in the whole list of `size`: only the visible lines exist. */
  position: number
  size: number
  top: number
  current: boolean
}

interface LineListProps {
  label: string
  count: number
  /** Where the keyboard is, −1 for nowhere. */
  at: number
  listRef: Ref<{ focus: () => void }>
  /** A key without Ctrl, Alt or Meta. @param page how many lines a page has */
  onKey: (event: KeyboardEvent, page: number) => void
  line: (index: number, place: LinePlace) => ReactNode
}

/** A list of two-line options, of which only the visible ones exist; it has the focus as one, and several can be marked. */
export function LineList({ label, count, at, listRef, onKey, line }: LineListProps) {
  const id = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const rows = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => LINE,
    overscan: 8,
  })
  const reveal = useRef(rows.scrollToIndex)
  reveal.current = rows.scrollToIndex
  useEffect(() => {
    if (at >= 0) reveal.current(at)
  }, [at])
  useImperativeHandle(listRef, () => ({ focus: () => scroller.current?.focus() }), [])
  const keys = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return
    onKey(event, Math.max(1, Math.floor((scroller.current?.clientHeight ?? LINE) / LINE) - 1))
  }
  return (
    <div
      ref={scroller}
      role="listbox"
      tabIndex={0}
      data-focus-first
      aria-label={label}
      aria-multiselectable
      aria-activedescendant={at >= 0 ? `${id}-${at}` : undefined}
      className={styles.list}
      onKeyDown={keys}
    >
      <div role="presentation" className={styles.lines} style={{ height: rows.getTotalSize() }}>
        {rows
          .getVirtualItems()
          .map(({ index, start }) =>
            line(index, { id: `${id}-${index}`, position: index + 1, size: count, top: start, current: index === at }),
          )}
      </div>
    </div>
  )
}
