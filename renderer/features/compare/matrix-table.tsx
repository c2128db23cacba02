import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useCallback, useEffect, useRef, useState } from 'react'
import type { Matrix, MatrixCell } from '#shared/compare/matrix'
import { useSession } from '../../storage'
import { CandidatesPopover } from './candidates'
import styles from './compare.module.css'
import { keepCursor, useDrafts } from './drafts'
import { cameBack, leaveFrom } from './navigate'
import { TableHead } from './table-head'
import { TableRow } from './table-row'
import type { Words } from './words'

interface MatrixTableProps {
  matrix: Matrix
  /** Id of the comparison, under which the cursor is kept. */
  comparison: string
  words: Words
  visible: boolean
  onOpen: (cell: MatrixCell) => void
}

interface Cursor {
  row: number
  column: number
}

/** Height of a row in CSS pixels: `--db-row`. */
const ROW = 28
const PAGE = 10

const clamp = (value: number, length: number): number => Math.max(0, Math.min(length - 1, value))

/** Where a key takes the cursor; null for a key that moves nothing. */
function moved(key: string, ctrl: boolean, { row, column }: Cursor, matrix: Matrix): Cursor | null {
  const [rows, columns] = [matrix.rows.length, matrix.columns.length]
  const target: Record<string, Cursor> = {
    ArrowUp: { row: row - 1, column },
    ArrowDown: { row: row + 1, column },
    ArrowLeft: { row, column: column - 1 },
    ArrowRight: { row, column: column + 1 },
    Home: { row: ctrl ? 0 : row, column: 0 },
    End: { row: ctrl ? rows - 1 : row, column: columns - 1 },
    PageUp: { row: row - PAGE, column },
    PageDown: { row: row + PAGE, column },
  }
  const next = target[key]
  return next ? { row: clamp(next.row, rows), column: clamp(next.column, columns) } : null
}

const Spacer = ({ height }: { height: number }) => (height > 0 ? <tr aria-hidden style={{ height }} /> : null)

/**
 * The matrix as a grid: arrows move, Enter opens the sentence, the context-menu key or Shift+Enter shows the
 * statements that could stand in the cell. Only the rows in sight are drawn. The cursor is kept, so that coming back
 * finds it.
 */
export function MatrixTable({ matrix, comparison, words, visible, onOpen }: MatrixTableProps) {
  const project = useSession().project.id
  const { cursor: cursors } = useDrafts(project)
  const kept = cursors[comparison] ?? { row: 0, column: 0 }
  const cursor = { row: clamp(kept.row, matrix.rows.length), column: clamp(kept.column, matrix.columns.length) }
  const [details, setDetails] = useState<Cursor | null>(null)
  const scroller = useRef<HTMLDivElement>(null)
  const rows = useVirtualizer({
    count: matrix.rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 12,
  })
  const items = rows.getVirtualItems()
  const detailed = details && matrix.rows[details.row]
  const detailedCell = details && detailed?.cells[details.column]

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
    const to = moved(event.key, event.ctrlKey || event.metaKey, cursor, matrix)
    if (!to || event.altKey) return
    event.preventDefault()
    move(to.row, to.column)
    focus(to)
  }

  return (
    <div className={styles.tableBox} ref={scroller}>
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the grid pattern of ARIA on a table
        role="grid"
        aria-label={words.t('compare.table.label', { places: matrix.places.length, columns: matrix.columns.length })}
        aria-rowcount={matrix.rows.length + 2}
        aria-colcount={matrix.columns.length + 1}
        className={styles.table}
        onKeyDown={keys}
      >
        <TableHead matrix={matrix} words={words} />
        <tbody>
          <Spacer height={items[0]?.start ?? 0} />
          {items.map(({ index }) => {
            const row = matrix.rows[index]
            if (!row) return null
            return (
              <TableRow
                key={`${row.place.code} ${row.role}`}
                row={row}
                index={index}
                first={index > 0 && matrix.rows[index - 1]?.place.code !== row.place.code}
                current={cursor.row === index ? cursor.column : null}
                words={words}
                onFocus={move}
                onOpen={open}
                onDetails={showDetails}
              />
            )
          })}
          <Spacer height={rows.getTotalSize() - (items.at(-1)?.end ?? 0)} />
        </tbody>
      </table>
      {details && detailed && detailedCell && (
        <CandidatesPopover
          cell={detailedCell}
          place={detailed.place}
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
