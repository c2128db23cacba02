import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useEffect, useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { type Names, nameOf, reportOf } from '#shared/exchange/merge/describe'
import type { Conflict } from '#shared/exchange/merge/merge-types'
import { target } from '../library'
import styles from './merge.module.css'
import { mergeState, useMerge } from './state'

/** Height of a line in pixels. */
const LINE = 44

interface ConflictListProps {
  conflicts: readonly Conflict[]
  names: Names
  /** Where the keyboard is. */
  at: number
}

/** What both sides say otherwise; arrows move, digits settle. */
export function ConflictList({ conflicts, names, at }: ConflictListProps) {
  const { t } = useTranslation()
  const id = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const settled = useMerge((state) => state.settled)
  const rows = useVirtualizer({
    count: conflicts.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => LINE,
    overscan: 8,
  })
  const reveal = useRef(rows.scrollToIndex)
  reveal.current = rows.scrollToIndex
  useEffect(() => {
    if (at >= 0) reveal.current(at)
  }, [at])
  const keys = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? LINE) / LINE) - 1)
    const next = target(event.key, at, conflicts.length, page)
    const conflict = next === null ? undefined : conflicts[next]
    if (!conflict) return
    event.preventDefault()
    mergeState.setState({ selected: conflict.id })
  }
  return (
    <div
      ref={scroller}
      role="listbox"
      tabIndex={0}
      data-focus-first
      aria-label={t('merge.conflicts')}
      aria-activedescendant={at >= 0 ? `${id}-${at}` : undefined}
      className={styles.list}
      onKeyDown={keys}
    >
      <div role="presentation" className={styles.lines} style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ index, start }) => {
          const conflict = conflicts[index]
          if (!conflict) return null
          const { table, mine, theirs, choice, earlier } = conflict
          const record = mine?.record ?? theirs?.record ?? {}
          const chosen = settled.get(conflict.id)
          return (
            // biome-ignore lint/a11y/useFocusableInteractive: the focus stays on the list, which handles the keys
            // biome-ignore lint/a11y/useKeyWithClickEvents: see above
            <div
              key={conflict.id}
              id={`${id}-${index}`}
              role="option"
              aria-posinset={index + 1}
              aria-setsize={conflicts.length}
              aria-selected={index === at}
              data-current={index === at}
              data-earlier={earlier !== null && chosen === undefined}
              className={styles.row}
              style={{ transform: `translateY(${start}px)` }}
              onClick={() => mergeState.setState({ selected: conflict.id })}
            >
              <span className={styles.table}>{t(`history.table.${table}`)}</span>
              <span className={styles.about}>
                {nameOf(table, record, names)}
                {reportOf(record, names) && <span className={styles.quiet}> · {reportOf(record, names)}</span>}
              </span>
              <span className={styles.chosen} data-settled={chosen !== undefined}>
                {chosen
                  ? t(`merge.choice.${chosen}`)
                  : t(earlier ? 'merge.earlier' : 'merge.suggested', { choice: t(`merge.choice.${choice}`) })}
              </span>
            </div>
          )
        })}
      </div>
    </div>
  )
}
