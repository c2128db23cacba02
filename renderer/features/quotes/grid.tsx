import { useVirtualizer } from '@tanstack/react-virtual'
import {
  type KeyboardEvent,
  type MouseEvent,
  useCallback,
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
} from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { MAC } from '../../workbench'
import { openCurrent, toggleExpanded } from './actions'
import { goTo, moveTo, toggle } from './choosing'
import type { QuotesController } from './controller'
import { GroupRow } from './group-row'
import { QuotesHeader } from './header'
import { COLUMNS } from './order'
import styles from './quotes.module.css'
import { QuoteRow } from './row'

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
  return wanted === undefined ? null : Math.max(0, Math.min(count - 1, wanted))
}

/** Keys of the list: arrows move, with Shift they choose; on the head of a group they fold. */
function useKeys(list: QuotesController, linesInSight: () => number) {
  return (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.altKey) return
    const mod = event.ctrlKey || event.metaKey
    const { lines, cursor } = list.store.getState()
    const line = lines[cursor]
    const folds = { ArrowLeft: true, ArrowRight: false, Enter: !folded(line), ' ': !folded(line) }[event.key]
    if (line?.type === 'group' && folds !== undefined && !mod) {
      event.preventDefault()
      return list.fold(line.group.value, folds)
    }
    if (mod && event.key !== 'Home' && event.key !== 'End') return
    const next = lineAfter(event.key, cursor, lines.length, Math.max(1, linesInSight() - 2))
    if (next === null) return
    event.preventDefault()
    moveTo(list, next, event.shiftKey)
  }
}

const folded = (line: { type: string; folded?: boolean } | undefined): boolean => line?.folded === true

/** The scroll position outlives a list that is hidden while another tab is in front. */
function useScrollKept(visible: boolean) {
  const scroller = useRef<HTMLDivElement>(null)
  const top = useRef(0)
  useLayoutEffect(() => {
    if (!visible) return
    const frame = requestAnimationFrame(() => {
      if (scroller.current) scroller.current.scrollTop = top.current
    })
    return () => cancelAnimationFrame(frame)
  }, [visible])
  const onScroll = () => {
    const at = scroller.current
    if (at && at.clientHeight > 0) top.current = at.scrollTop
  }
  return { scroller, onScroll }
}

/** The quotes as a grid of which only the lines in sight exist. */
export function QuotesGrid({ list, visible }: { list: QuotesController; visible: boolean }) {
  const { t, i18n } = useTranslation()
  const id = useId()
  const { scroller, onScroll } = useScrollKept(visible)
  const { lines, cursor, chosen, expanded, writing, codes, group } = useStore(list.store)
  const keyOf = useCallback((index: number) => lines[index]?.key ?? index, [lines])
  const rows = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    getItemKey: keyOf,
    overscan: 12,
    scrollPaddingStart: ROW,
  })
  const reveal = useRef(rows.scrollToIndex)
  reveal.current = rows.scrollToIndex
  const key = lines[cursor]?.key
  // biome-ignore lint/correctness/useExhaustiveDependencies: the line of the keyboard stays in sight, wherever it goes
  useEffect(() => reveal.current(cursor), [cursor, key])
  const measure = rows.measureElement
  const resize = useRef(rows.resizeItem)
  resize.current = rows.resizeItem
  const before = useRef<ReadonlySet<string>>(new Set())
  useLayoutEffect(() => {
    // A line that is folded again is as high as the others.
    if (before.current.size > 0)
      for (const [index, { key: one }] of lines.entries())
        if (before.current.has(one) && !expanded.has(one)) resize.current(index, ROW)
    before.current = expanded
  }, [expanded, lines])
  const keys = useKeys(list, () => Math.floor((scroller.current?.clientHeight ?? ROW) / ROW))
  const words = useMemo(
    () => ({ t, codes, time: new Intl.DateTimeFormat(i18n.language, { dateStyle: 'short', timeStyle: 'short' }) }),
    [t, codes, i18n.language],
  )
  const onGo = useCallback(
    (index: number, event: MouseEvent) =>
      goTo(list, index, { one: MAC ? event.metaKey : event.ctrlKey, range: event.shiftKey }),
    [list],
  )
  const onToggle = useCallback((index: number) => toggle(list, index), [list])
  const onExpand = useCallback((one: string) => toggleExpanded(list, one), [list])
  const onFold = useCallback((value: string, fold: boolean) => list.fold(value, fold), [list])
  const onOpen = useCallback(
    (index: number) => {
      list.store.setState({ cursor: index })
      openCurrent(list, false)
    },
    [list],
  )
  const onWritten = useCallback(() => list.store.setState({ writing: null }), [list])
  const onLeave = useCallback(() => scroller.current?.focus({ preventScroll: true }), [scroller])
  return (
    // biome-ignore lint/a11y/useSemanticElements: of a <table> all rows would have to exist
    <div
      ref={scroller}
      role="grid"
      tabIndex={0}
      data-focus-first
      aria-label={t('quotes.title')}
      aria-multiselectable
      aria-rowcount={lines.length + 1}
      aria-colcount={COLUMNS.length + 1}
      aria-activedescendant={lines[cursor] ? `${id}-${cursor}` : undefined}
      className={styles.grid}
      onKeyDown={keys}
      onScroll={onScroll}
    >
      <QuotesHeader list={list} />
      {/* biome-ignore lint/a11y/useSemanticElements: see above */}
      <div role="rowgroup" className={styles.rows} style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ index, start }) => {
          const line = lines[index]
          if (!line) return null
          if (line.type === 'group')
            return (
              <GroupRow
                key={line.key}
                id={`${id}-${index}`}
                group={line.group}
                by={group ?? 'place'}
                codes={codes}
                folded={line.folded}
                index={index}
                top={start}
                current={index === cursor}
                onGo={onGo}
                onFold={onFold}
              />
            )
          const isExpanded = expanded.has(line.key)
          return (
            <QuoteRow
              key={line.key}
              {...(isExpanded ? { ref: measure } : {})}
              id={`${id}-${index}`}
              entry={line.entry}
              words={words}
              index={index}
              top={start}
              current={index === cursor}
              chosen={chosen.has(line.entry.quote.id)}
              expanded={isExpanded}
              writing={writing === line.key}
              onGo={onGo}
              onToggle={onToggle}
              onExpand={onExpand}
              onOpen={onOpen}
              onWritten={onWritten}
              onLeave={onLeave}
            />
          )
        })}
      </div>
    </div>
  )
}
