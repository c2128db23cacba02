import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { startCarrying, tellInHand } from '../../workbench'
import { currentName, useReaders } from '../reader'
import { editCurrent } from './actions'
import { currentItem, showItem, stepItem } from './current'
import { isMatter, type ReviewItem } from './item'
import { MatterRow } from './matters/matter-row'
import { indexOf } from './review'
import { StatementRow } from './statement-row'

/** Height of a row in CSS pixels: two lines. */
const ROW = 46

const rowId = (index: number): string => `db-review-row-${index}`

/** Statements and matters as a list that takes the focus as a whole; arrows move, Enter edits. */
export function ReviewList({ items }: { items: readonly ReviewItem[] }) {
  const { t } = useTranslation()
  const scroller = useRef<HTMLDivElement>(null)
  const current = useReaders(currentName)
  const at = indexOf(items, current)
  const rows = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 8,
  })
  useEffect(() => {
    if (at >= 0) rows.scrollToIndex(at, { align: 'auto' })
  }, [at, rows])
  useEffect(
    () =>
      tellInHand('reader', () => {
        const item = currentItem()
        return item && !isMatter(item) ? [{ type: 'statement', report: item.report, key: item.key }] : []
      }),
    [],
  )
  const keydown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') stepItem(1)
    else if (event.key === 'ArrowUp') stepItem(-1)
    else if (event.key === 'Enter') editCurrent()
    else return
    event.preventDefault()
  }
  return (
    <div
      ref={scroller}
      className="db-review-list"
      role="listbox"
      tabIndex={0}
      aria-label={t('statements.title')}
      aria-activedescendant={at >= 0 ? rowId(at) : undefined}
      onKeyDown={keydown}
    >
      <div style={{ height: rows.getTotalSize(), position: 'relative' }} role="presentation">
        {rows.getVirtualItems().map(({ index, start }) => {
          const item = items[index]
          if (!item) return null
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the list has the keys of all its rows
            <div
              key={`${item.report}/${item.key}`}
              id={rowId(index)}
              role="option"
              tabIndex={-1}
              aria-selected={index === at}
              className={`db-review-row db-review-${item.status}`}
              style={{ height: ROW, transform: `translateY(${start}px)` }}
              draggable={!isMatter(item)}
              onDragStart={(event) => {
                const { report, key } = item
                if (!isMatter(item)) startCarrying(event, [{ type: 'statement', report, key }])
              }}
              // The list keeps the focus as a whole; a row that took it would keep the ring while the keys move on.
              onFocus={() => scroller.current?.focus()}
              onClick={() => showItem(item)}
              onDoubleClick={() => editCurrent()}
            >
              {isMatter(item) ? <MatterRow matter={item} /> : <StatementRow statement={item} />}
            </div>
          )
        })}
      </div>
    </div>
  )
}
