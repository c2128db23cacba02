import { useVirtualizer } from '@tanstack/react-virtual'
import { Flag } from 'lucide-react'
import { type KeyboardEvent, useEffect, useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { target } from '../../library'
import styles from './history.module.css'
import type { HistoryLine } from './lines'

/** Height that a line is taken for until it is measured, in pixels. */
const LINE = 46

interface HistoryListProps {
  lines: readonly HistoryLine[]
  /** Where the keyboard is. */
  at: number
  onMove: (at: number) => void
  onGo: (line: HistoryLine) => void
}

function Step({ line }: { line: HistoryLine }) {
  const { t, i18n } = useTranslation()
  const { head, state } = line
  if (!head) return <p className={styles.operation}>{t('history.start')}</p>
  const said = t(head.operation.key, head.operation.params)
  const time = new Intl.DateTimeFormat(i18n.language, { timeStyle: 'medium' })
  return (
    <>
      <p className={styles.operation}>
        {state === 'standing' ? (
          said
        ) : (
          <>
            <del>{said}</del>{' '}
            <span className={styles.tag} title={state === 'left' ? t('history.leftHint') : undefined}>
              {t(state === 'undone' ? 'app.history.undone' : 'history.left')}
            </span>
          </>
        )}
      </p>
      <p className={`${styles.meta} db-figures`}>
        {head.author} · {time.format(new Date(head.at))}
        {head.count > 1 && <> · {t('history.records', { count: head.count })}</>}
      </p>
    </>
  )
}

/** Every step, of which only the visible ones exist: arrows move, Enter asks to go back there. */
export function HistoryList({ lines, at, onMove, onGo }: HistoryListProps) {
  const { t, i18n } = useTranslation()
  const id = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const rows = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => LINE,
    getItemKey: (index) => lines[index]?.sequence ?? index,
    overscan: 10,
  })
  const reveal = useRef(rows.scrollToIndex)
  reveal.current = rows.scrollToIndex
  useEffect(() => {
    if (at >= 0) reveal.current(at)
  }, [at])
  const keys = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
    const line = lines[at]
    if (event.key === 'Enter' && line) {
      event.preventDefault()
      onGo(line)
      return
    }
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? LINE) / LINE) - 1)
    const next = target(event.key, at, lines.length, page)
    if (next === null) return
    event.preventDefault()
    onMove(next)
  }
  const day = (text: string): string =>
    new Intl.DateTimeFormat(i18n.language, { dateStyle: 'full' }).format(new Date(`${text}T12:00:00`))
  return (
    <div
      ref={scroller}
      role="listbox"
      tabIndex={0}
      data-focus-first
      aria-label={t('app.history.steps')}
      aria-activedescendant={at >= 0 ? `${id}-${at}` : undefined}
      className={styles.scroller}
      onKeyDown={keys}
    >
      <div role="presentation" className={styles.entries} style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ index, start, key }) => {
          const line = lines[index]
          if (!line) return null
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the list
            <div
              key={key}
              id={`${id}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === at}
              aria-current={line.here || undefined}
              aria-posinset={index + 1}
              aria-setsize={lines.length}
              data-index={index}
              ref={rows.measureElement}
              className={styles.entry}
              style={{ transform: `translateY(${start}px)` }}
              onClick={() => {
                onMove(index)
                scroller.current?.focus()
              }}
              onDoubleClick={() => onGo(line)}
            >
              {line.day && <p className={styles.day}>{day(line.day)}</p>}
              <div className={styles.step}>
                <div className={styles.said}>
                  <Step line={line} />
                </div>
                {line.here && (
                  <span className={styles.here}>
                    <Flag size={12} strokeWidth={1.75} aria-hidden /> {t('history.here')}
                  </span>
                )}
              </div>
            </div>
          )
        })}
      </div>
    </div>
  )
}
