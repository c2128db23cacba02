import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Laid } from '#shared/compare/layout'
import type { MatrixCell } from '#shared/compare/matrix'
import { useSession } from '../../storage'
import { CandidatesPopover } from './candidates'
import styles from './compare.module.css'
import { keepCursor, useDrafts } from './drafts'
import { cameBack, leaveFrom } from './navigate'
import { TableHead } from './table-head'
import { lineKey } from './table-lines'
import { type Cursor, moved, within } from './table-moves'
import { TableRow } from './table-row'
import { markOfCell, useBrushing, usePointing } from './use-brushing'
import type { Words } from './words'

interface MatrixTableProps {
  laid: Laid
  /** Id of the comparison, under which the cursor is kept. */
  comparison: string
  words: Words
  visible: boolean
  onOpen: (cell: MatrixCell) => void
}

/** Height of a row in CSS pixels: `--db-row`. */
const ROW = 28
/** Width of a column where only those in sight are drawn, and of the headings on the left. */
const COLUMN = 108
const HEAD = 216
/** So many columns are all drawn, each as wide as it needs. */
const ALL_COLUMNS = 36

const Spacer = ({ height }: { height: number }) => (height > 0 ? <tr aria-hidden style={{ height }} /> : null)

/**
 * The matrix as a grid: arrows move, Enter opens the sentence, the context-menu key or Shift+Enter shows the
 * statements that could stand in the cell, Space (or a click with Ctrl) holds a mark fast, Esc lets go. Only what is in sight is drawn. The
 * cursor is kept, so that coming back finds it.
 */
export function MatrixTable({ laid, comparison, words, visible, onOpen }: MatrixTableProps) {
  const project = useSession().project.id
  const { cursor: cursors } = useDrafts(project)
  const cursor = within(laid, cursors[comparison] ?? { row: 0, column: 0 })
  const [details, setDetails] = useState<Cursor | null>(null)
  const scroller = useRef<HTMLDivElement>(null)
  const pointing = usePointing()
  useBrushing(scroller)
  const many = laid.columns.length > ALL_COLUMNS
  const rows = useVirtualizer({
    count: laid.rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 6,
  })
  const across = useVirtualizer({
    horizontal: true,
    enabled: many,
    count: laid.columns.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => COLUMN,
    paddingStart: HEAD,
    overscan: 3,
  })
  const items = rows.getVirtualItems()
  const inSight = across.getVirtualItems()
  const [first, last] = many ? [inSight[0]?.index ?? 0, inSight.at(-1)?.index ?? -1] : [0, laid.columns.length - 1]
  const columns = useMemo(
    () => laid.columns.slice(first, last + 1).map((line, at) => ({ line, index: first + at })),
    [laid, first, last],
  )
  const spacers = useMemo(() => ({ before: first, after: laid.columns.length - 1 - last }), [laid, first, last])
  const lineAt = (at: Cursor) => {
    const [row, column] = [laid.rows[at.row], laid.columns[at.column]]
    return row && column ? laid.cell(row, column) : null
  }
  const detailed = details && lineAt(details)

  const move = useCallback(
    (row: number, column: number): void => keepCursor(project, comparison, row, column),
    [project, comparison],
  )
  const open = useCallback(
    (cell: MatrixCell): void => {
      leaveFrom(comparison)
      onOpen(cell)
    },
    [comparison, onOpen],
  )
  const showDetails = useCallback((row: number, column: number): void => setDetails({ row, column }), [])
  const cellAt = ({ row, column }: Cursor): HTMLElement | null =>
    scroller.current?.querySelector<HTMLElement>(`[data-cell="${row}:${column}"]`) ?? null
  const focus = (to: Cursor): void => {
    const found = cellAt(to)
    if (found) {
      found.focus()
      return
    }
    rows.scrollToIndex(to.row, { align: 'center' })
    if (many) across.scrollToIndex(to.column, { align: 'center' })
    requestAnimationFrame(() => cellAt(to)?.focus())
  }

  // Back from a sentence, the cell that led there has the focus again.
  useEffect(() => {
    if (!visible || !cameBack(comparison)) return
    // The tab is shown after its contents have heard of it.
    const frame = requestAnimationFrame(() =>
      scroller.current?.querySelector<HTMLElement>('[data-cell][tabindex="0"]')?.focus(),
    )
    return () => cancelAnimationFrame(frame)
  }, [visible, comparison])

  const keys = (event: KeyboardEvent): void => {
    if (event.altKey) return
    if (event.key === 'Escape') {
      pointing.letGo()
      return
    }
    const cell = lineAt(cursor)
    if (event.key === ' ' && cell) {
      event.preventDefault()
      pointing.hold(markOfCell(cell))
      return
    }
    const to = moved(event.key, event.ctrlKey || event.metaKey, cursor, laid)
    if (!to) return
    event.preventDefault()
    move(to.row, to.column)
    focus(to)
  }

  const levels = Math.max(1, laid.columns[0]?.heads.length ?? 0)
  return (
    <div className={styles.tableBox} ref={scroller} style={{ '--levels': levels } as React.CSSProperties}>
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the grid pattern of ARIA on a table
        role="grid"
        aria-label={words.t('compare.table.label', {
          places: laid.matrix.places.length,
          columns: laid.columns.length,
        })}
        aria-rowcount={laid.rows.length + levels}
        aria-colcount={laid.columns.length + 1}
        className={many ? `${styles.table} ${styles.wideTable}` : styles.table}
        style={many ? { width: HEAD + COLUMN * laid.columns.length } : {}}
        onKeyDown={keys}
      >
        {many && (
          <colgroup>
            <col style={{ width: HEAD }} />
            {spacers.before > 0 && <col style={{ width: spacers.before * COLUMN }} />}
            {columns.map(({ line }) => (
              <col key={lineKey(line)} style={{ width: COLUMN }} />
            ))}
            {spacers.after > 0 && <col style={{ width: spacers.after * COLUMN }} />}
          </colgroup>
        )}
        <TableHead laid={laid} columns={columns.map(({ line }) => line)} spacers={spacers} words={words} />
        <tbody>
          <Spacer height={items[0]?.start ?? 0} />
          {items.map(({ index }) => {
            const row = laid.rows[index]
            if (!row) return null
            return (
              <TableRow
                key={lineKey(row)}
                laid={laid}
                row={row}
                before={laid.rows[index - 1]}
                index={index}
                levels={levels}
                columns={columns}
                spacers={spacers}
                current={cursor.row === index ? cursor.column : null}
                words={words}
                onFocus={move}
                onOpen={open}
                onDetails={showDetails}
                pointing={pointing}
              />
            )
          })}
          <Spacer height={rows.getTotalSize() - (items.at(-1)?.end ?? 0)} />
        </tbody>
      </table>
      {details && detailed && (
        <CandidatesPopover
          cell={detailed}
          place={laid.matrix.places.find(({ code }) => code === detailed.place)}
          words={words}
          onClose={(left) => {
            setDetails(null)
            if (left) focus(details)
            else leaveFrom(comparison)
          }}
        />
      )}
    </div>
  )
}
