import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type Ref, useEffect, useId, useImperativeHandle, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { MAC } from '../../workbench'
import { goTo, moveTo, target, toggle } from '../library'
import { DoubtRow } from './doubt-row'
import styles from './doubts.module.css'
import type { DoubtLine } from './lines'
import { doubtsState, useDoubts } from './state'

/** Height of a line in pixels. */
const LINE = 52

interface DoubtListProps {
  lines: readonly DoubtLine[]
  /** Where the keyboard is. */
  at: number
  listRef: Ref<{ focus: () => void }>
}

/** The reports with something to settle, of which only the visible ones exist; arrows move, `x` marks. */
export function DoubtList({ lines, at, listRef }: DoubtListProps) {
  const { t } = useTranslation()
  const id = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const marked = useDoubts((state) => state.marked)
  const rows = useVirtualizer({
    count: lines.length,
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

  const go = (to: DoubtLine | undefined, held: { one: boolean; range: boolean }) => {
    if (!to) return
    // What was settled is gone: the keyboard is where the next one stands.
    const selected = lines[at]?.id ?? null
    const ids = lines.map((line) => line.id)
    doubtsState.setState((state) => goTo({ ...state, selected, anchor: state.anchor ?? selected }, ids, to.id, held))
  }
  const keys = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? LINE) / LINE) - 1)
    const next = target(event.key, at, lines.length, page)
    if (next === null) return
    event.preventDefault()
    const line = lines[next]
    if (event.shiftKey) go(line, { one: false, range: true })
    else if (line) doubtsState.setState((state) => moveTo(state, line.id))
  }
  return (
    <div
      ref={scroller}
      role="listbox"
      tabIndex={0}
      data-focus-first
      aria-label={t('doubts.title')}
      aria-multiselectable
      aria-activedescendant={at >= 0 ? `${id}-${at}` : undefined}
      className={styles.list}
      onKeyDown={keys}
    >
      <div role="presentation" className={styles.lines} style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ index, start }) => {
          const line = lines[index]
          if (!line) return null
          return (
            <DoubtRow
              key={line.id}
              id={`${id}-${index}`}
              line={line}
              position={index + 1}
              size={lines.length}
              top={start}
              current={index === at}
              selected={marked.size > 0 ? marked.has(line.id) : index === at}
              marked={marked.has(line.id)}
              onGo={(event) => go(line, { one: MAC ? event.metaKey : event.ctrlKey, range: event.shiftKey })}
              onMark={() => doubtsState.setState((state) => toggle(state, line.id))}
            />
          )
        })}
      </div>
    </div>
  )
}
