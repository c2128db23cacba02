import { useVirtualizer } from '@tanstack/react-virtual'
import { ArrowDown, ArrowUp } from 'lucide-react'
import { type KeyboardEvent, useEffect, useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { COLUMNS, type Column, type LibraryLine } from './rows'
import { SourceRow } from './source-row'
import styles from './source-table.module.css'
import { libraryState, select, useLibrary } from './state'

/** Height of a row in pixels, as `--db-row`. */
const ROW = 28

/** Columns whose figures stand at the right. */
const FIGURES: readonly Column[] = ['characters', 'statements', 'annotations']

/** Columns whose first order is the largest or latest first. */
const DOWN_FIRST: readonly Column[] = ['year', 'characters', 'statements', 'annotations', 'imported']

function orderBy(column: Column): void {
  libraryState.setState(({ order }) => ({
    order: { column, down: order.column === column ? !order.down : DOWN_FIRST.includes(column) },
  }))
}

function Header({ column }: { column: Column }) {
  const { t } = useTranslation()
  const order = useLibrary((state) => state.order)
  const own = order.column === column
  const Arrow = order.down ? ArrowDown : ArrowUp
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the button inside takes the focus
    // biome-ignore lint/a11y/useSemanticElements: rows are laid out by hand, a <th> needs a table
    <div
      role="columnheader"
      aria-sort={own ? (order.down ? 'descending' : 'ascending') : 'none'}
      className={FIGURES.includes(column) ? styles.figureHead : styles.head}
    >
      <button type="button" className={styles.sort} onClick={() => orderBy(column)}>
        {t(`library.column.${column}`)}
        {own && <Arrow size={12} aria-hidden />}
      </button>
    </div>
  )
}

/** How far a key moves the selection among `count` lines, null for other keys. */
function target(key: string, at: number, count: number, page: number): number | null {
  const wanted = {
    ArrowDown: at + 1,
    ArrowUp: at < 0 ? 0 : at - 1,
    PageDown: at + page,
    PageUp: at - page,
    Home: 0,
    End: count - 1,
  }[key]
  return wanted === undefined ? null : Math.max(0, Math.min(count - 1, wanted))
}

/** All lines as a table of which only the visible rows exist; arrows move, Enter opens. */
export function SourceTable({ lines }: { lines: readonly LibraryLine[] }) {
  const { t } = useTranslation()
  const id = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const selected = useLibrary((state) => state.selected)
  const at = lines.findIndex((line) => line.id === selected)
  const rows = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 12,
    scrollPaddingStart: ROW,
  })
  const reveal = useRef(rows.scrollToIndex)
  reveal.current = rows.scrollToIndex
  useEffect(() => {
    if (at >= 0) reveal.current(at)
  }, [at])

  const move = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? ROW) / ROW) - 2)
    const next = target(event.key, at, lines.length, page)
    if (next === null) return
    event.preventDefault()
    select(lines[next]?.id ?? null)
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: of a <table> all rows would have to exist
    <div
      ref={scroller}
      role="grid"
      tabIndex={0}
      aria-label={t('library.title')}
      aria-rowcount={lines.length + 1}
      aria-colcount={COLUMNS.length}
      aria-activedescendant={at >= 0 ? `${id}-${at}` : undefined}
      className={styles.table}
      onKeyDown={move}
    >
      {/* biome-ignore lint/a11y/useFocusableInteractive: the focus stays on the grid */}
      {/* biome-ignore lint/a11y/useSemanticElements: see above */}
      <div role="row" aria-rowindex={1} className={styles.header}>
        {COLUMNS.map((column) => (
          <Header key={column} column={column} />
        ))}
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: see above */}
      <div role="rowgroup" className={styles.rows} style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ index, start }) => {
          const line = lines[index]
          if (!line) return null
          return (
            <SourceRow
              key={line.id}
              id={`${id}-${index}`}
              line={line}
              index={index}
              top={start}
              selected={index === at}
            />
          )
        })}
      </div>
      {lines.length === 0 && <p className={styles.none}>{t('library.none')}</p>}
    </div>
  )
}
