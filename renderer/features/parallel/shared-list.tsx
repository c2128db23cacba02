import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useEffect, useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Differing } from './differing'
import { goToPair } from './go'
import type { Side } from './keys'
import styles from './list.module.css'
import type { SharedRow } from './rows'
import { readerOn } from './sides'
import { type ParallelStore, useParallel } from './state'
import type { SideText } from './use-sides'
import { useTopicName } from './use-topic-name'

/** Height of a line before it is measured, in pixels. */
const LINE = 64

interface Props {
  view: string
  store: ParallelStore
  rows: readonly SharedRow[]
  texts: Readonly<Record<Side, SideText>>
}

/** Where a key takes the keyboard in the list; null for keys that move nothing. */
function target(key: string, at: number, count: number): number | null {
  const wanted = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + 5, PageUp: at - 5, Home: 0, End: count - 1 }[key]
  return wanted === undefined || count === 0 ? null : Math.max(0, Math.min(count - 1, wanted))
}

/** The shared sentences below each other, of which only those in sight exist; arrows bring both texts along. */
export function SharedList({ view, store, rows, texts }: Props) {
  const { t } = useTranslation()
  const id = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const current = useParallel(store, (state) => state.current)
  const at = rows.findIndex(({ index }) => index === current)
  const lines = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => LINE,
    getItemKey: (line) => rows[line]?.index ?? line,
    overscan: 6,
  })
  const reveal = useRef(lines.scrollToIndex)
  reveal.current = lines.scrollToIndex
  useEffect(() => {
    if (at < 0) return
    reveal.current(at)
    // The chosen line shows all its words; one that has no room is read from its beginning.
    const next = requestAnimationFrame(() => {
      const [line, list] = [document.getElementById(`${id}-${at}`), scroller.current]
      if (line && list) reveal.current(at, { align: line.offsetHeight > list.clientHeight / 2 ? 'start' : 'auto' })
    })
    return () => cancelAnimationFrame(next)
  }, [at, id])
  const go = (line: number) => {
    const row = rows[line]
    if (row) goToPair(view, row.index)
  }
  const keys = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
    if (event.key === 'Enter' && at >= 0) readerOn(view, 'left')?.view.focus()
    else {
      const next = target(event.key, at, rows.length)
      if (next === null) return
      go(next)
    }
    event.preventDefault()
  }
  return (
    <div
      ref={scroller}
      role="listbox"
      tabIndex={0}
      aria-label={t('parallel.list.label')}
      aria-activedescendant={at >= 0 ? `${id}-${at}` : undefined}
      className={styles.list}
      onKeyDown={keys}
    >
      <div role="presentation" className={styles.lines} style={{ height: lines.getTotalSize() }}>
        {lines.getVirtualItems().map(({ index: line, start }) => {
          const row = rows[line]
          if (!row) return null
          return (
            // biome-ignore lint/a11y/useFocusableInteractive: the focus stays on the list, which handles the keys
            // biome-ignore lint/a11y/useKeyWithClickEvents: see above
            <div
              key={row.index}
              ref={lines.measureElement}
              data-index={line}
              id={`${id}-${line}`}
              role="option"
              aria-posinset={line + 1}
              aria-setsize={rows.length}
              aria-selected={line === at}
              className={styles.row}
              style={{ transform: `translateY(${start}px)` }}
              onClick={() => go(line)}
            >
              <Line row={row} texts={texts} />
            </div>
          )
        })}
      </div>
    </div>
  )
}

function Line({ row, texts: { left, right } }: { row: SharedRow; texts: Readonly<Record<Side, SideText>> }) {
  const { t } = useTranslation()
  const topicName = useTopicName()
  const { pair, sectionA, sectionB } = row
  const topic = sectionA?.topic ?? sectionB?.topic ?? null
  return (
    <>
      <span className={styles.kind}>
        <span className={styles.chip} data-kind={pair.kind}>
          {t(`parallel.kind.${pair.kind}`)}
        </span>
        {pair.kind === 'near' && <small className="db-figures">{Math.floor(pair.likeness * 100)}%</small>}
        {pair.formula && <small>{t('parallel.formula')}</small>}
      </span>
      <Differing text={left.bundle.text.text} span={pair.a} common={pair.commonA} kind={pair.kind} />
      <Differing text={right.bundle.text.text} span={pair.b} common={pair.commonB} kind={pair.kind} />
      <span className={`${styles.numbers} db-figures`}>
        {pair.numbers.map(({ a, b }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the numbers of a sentence never change
          <span key={i}>
            {a}
            <i> │ </i>
            {b}
          </span>
        ))}
      </span>
      <span className={styles.section} title={[sectionA?.title, sectionB?.title].filter(Boolean).join(' │ ')}>
        {topic !== null && <em>{topicName(topic)}</em>}
        {sectionA?.title ?? sectionB?.title ?? ''}
      </span>
    </>
  )
}
