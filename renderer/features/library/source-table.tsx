import { useVirtualizer } from '@tanstack/react-virtual'
import { ArrowDown, ArrowUp } from 'lucide-react'
import { type KeyboardEvent, memo, useCallback, useEffect, useId, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useRowsInTurn } from '../../ui/in-turn'
import { goTo, type Held, moveTo, target } from './marks'
import { COLUMNS, type Column, FIGURES } from './order'
import { useRowWords } from './row-words'
import type { LibraryLine } from './rows'
import { SourceRow } from './source-row'
import styles from './source-table.module.css'
import { libraryState, useLibrary } from './state'

/** Height of a row in pixels, as `--db-row`. */
const ROW = 28

/** Rows that are drawn at once when the table opens. */
const AT_ONCE = 8

/** Columns whose first order is the largest or latest first. */
const DOWN_FIRST: readonly Column[] = ['year', 'characters', 'statements', 'annotations', 'imported']

/** How wide a column is, for the grid of CSS, and how wide it is at least, in pixels. */
const WIDTHS: Record<Column, readonly [string, number]> = {
  place: ['minmax(246px, 1.1fr)', 246],
  year: ['98px', 98],
  kind: ['118px', 118],
  title: ['minmax(150px, 1.6fr)', 150],
  file: ['minmax(140px, 1.3fr)', 140],
  folder: ['minmax(100px, 0.8fr)', 100],
  format: ['72px', 72],
  encoding: ['86px', 86],
  characters: ['92px', 92],
  statements: ['92px', 92],
  annotations: ['98px', 98],
  imported: ['148px', 148],
}

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

/** The columns that tell something of these lines: folders only where there are some. */
const columnsFor = (lines: readonly LibraryLine[]): Column[] =>
  lines.some(({ source }) => source.folder !== '') ? [...COLUMNS] : COLUMNS.filter((column) => column !== 'folder')

/** Keys that move the line that the keyboard is on; with Shift they mark all up to it. */
function useMoving(lines: readonly LibraryLine[], at: number, rowsInSight: () => number) {
  const latest = useRef(lines)
  latest.current = lines
  const go = useCallback((id: string, held: Held) => {
    const ids = held.range ? latest.current.map((line) => line.id) : []
    libraryState.setState((state) => goTo(state, ids, id, held))
  }, [])
  const keys = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return
    const next = target(event.key, at, lines.length, Math.max(1, rowsInSight() - 2))
    if (next === null) return
    event.preventDefault()
    const line = lines[next]
    if (!line) return
    if (event.shiftKey) go(line.id, { one: false, range: true })
    else libraryState.setState((state) => moveTo(state, line.id))
  }
  return { go, keys }
}

interface SourceTableProps {
  lines: readonly LibraryLine[]
  /** Those among them that the filter leaves out, too. */
  all: readonly LibraryLine[]
}

/** All lines as a table of which only the visible rows exist; arrows move, Enter opens, `x` marks. */
export const SourceTable = memo(function SourceTable({ lines, all }: SourceTableProps) {
  const { t } = useTranslation()
  const words = useRowWords()
  const id = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const selected = useLibrary((state) => state.selected)
  const marked = useLibrary((state) => state.marked)
  const columns = useMemo(() => columnsFor(all), [all])
  const at = useMemo(() => lines.findIndex((line) => line.id === selected), [lines, selected])
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
  const inSight = useRowsInTurn(rows.getVirtualItems(), AT_ONCE)
  const { go, keys } = useMoving(lines, at, () => Math.floor((scroller.current?.clientHeight ?? ROW) / ROW))
  const least = columns.reduce((sum, column) => sum + WIDTHS[column][1], 0)
  const layout = {
    '--columns': columns.map((column) => WIDTHS[column][0]).join(' '),
    '--least': `${least}px`,
  } as React.CSSProperties

  return (
    // biome-ignore lint/a11y/useSemanticElements: of a <table> all rows would have to exist
    <div
      ref={scroller}
      role="grid"
      tabIndex={0}
      aria-label={t('library.title')}
      aria-multiselectable
      aria-rowcount={lines.length + 1}
      aria-colcount={columns.length}
      aria-activedescendant={at >= 0 ? `${id}-${at}` : undefined}
      className={styles.table}
      style={layout}
      onKeyDown={keys}
    >
      {/* biome-ignore lint/a11y/useFocusableInteractive: the focus stays on the grid */}
      {/* biome-ignore lint/a11y/useSemanticElements: see above */}
      <div role="row" aria-rowindex={1} className={styles.header}>
        {columns.map((column) => (
          <Header key={column} column={column} />
        ))}
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: see above */}
      <div role="rowgroup" className={styles.rows} style={{ height: rows.getTotalSize() }}>
        {inSight.map(({ index, start }) => {
          const line = lines[index]
          if (!line) return null
          return (
            <SourceRow
              // By their places: another filter writes other words into rows that stand, which is half the work of new ones.
              key={index}
              id={`${id}-${index}`}
              line={line}
              columns={columns}
              words={words}
              index={index}
              top={start}
              current={index === at}
              selected={marked.size > 0 ? marked.has(line.id) : index === at}
              marked={marked.has(line.id)}
              onGo={go}
            />
          )
        })}
      </div>
      {lines.length === 0 && <p className={styles.none}>{t('library.none')}</p>}
    </div>
  )
})
