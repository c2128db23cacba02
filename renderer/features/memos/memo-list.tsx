import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useEffect, useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { plainMemo } from '#shared/coding/links'
import type { MemoRow } from '../../storage'
import styles from './memos.module.css'

/** Height of a line in pixels: what it is about, and below it the first words of the memo. */
const ROW = 48

interface MemoListProps {
  rows: readonly MemoRow[]
  /** Key of the memo that is shown. */
  selected: string | null
  onSelect: (row: MemoRow) => void
}

/** What a memo is about, in words. */
export function useAbout() {
  const { t } = useTranslation()
  return ({ name, gone, subject }: Pick<MemoRow, 'name' | 'gone' | 'subject'>): string =>
    subject.type === 'project' ? t('memos.about.project') : gone ? t(`memos.link.gone.${subject.type}`) : name
}

/** The memos, of which only those in sight exist; arrows choose. */
export function MemoList({ rows, selected, onSelect }: MemoListProps) {
  const { t, i18n } = useTranslation()
  const about = useAbout()
  const id = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const time = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'short' })
  const at = rows.findIndex(({ key }) => key === selected)
  const lines = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 8,
  })
  const reveal = useRef(lines.scrollToIndex)
  reveal.current = lines.scrollToIndex
  useEffect(() => {
    if (at >= 0) reveal.current(at)
  }, [at])
  const keys = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target !== event.currentTarget) return
    const next = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: rows.length - 1 }[event.key]
    const row = next === undefined ? undefined : rows[Math.max(0, Math.min(rows.length - 1, next))]
    if (!row) return
    event.preventDefault()
    onSelect(row)
  }
  return (
    <div
      ref={scroller}
      role="listbox"
      tabIndex={0}
      data-focus-first
      aria-label={t('memos.title')}
      aria-activedescendant={at >= 0 ? `${id}-${at}` : undefined}
      className={styles.list}
      onKeyDown={keys}
    >
      <div role="presentation" style={{ height: lines.getTotalSize(), position: 'relative' }}>
        {lines.getVirtualItems().map(({ index, start }) => {
          const row = rows[index]
          if (!row) return null
          return (
            // biome-ignore lint/a11y/useFocusableInteractive: the focus stays on the list, which handles the keys
            // biome-ignore lint/a11y/useKeyWithClickEvents: see above
            <div
              key={row.key}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === at}
              aria-posinset={index + 1}
              aria-setsize={rows.length}
              className={styles.row}
              style={{ height: ROW, transform: `translateY(${start}px)` }}
              onClick={() => onSelect(row)}
            >
              <span className={styles.kind} data-kind={row.subject.type}>
                {t(`memos.kind.${row.subject.type}`)}
              </span>
              <span className={styles.name}>{about(row)}</span>
              <span className={styles.quiet}>
                {row.subject.type === 'annotation' ? [row.place, row.year].filter(Boolean).join(' ') : ''}
              </span>
              <span className={styles.excerpt}>{plainMemo(row.text).slice(0, 200)}</span>
              <span className={`${styles.quiet} db-figures`}>
                {[row.author, time.format(new Date(row.updatedAt))].filter(Boolean).join(' ')}
              </span>
            </div>
          )
        })}
      </div>
    </div>
  )
}
