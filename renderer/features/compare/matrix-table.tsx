import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { Matrix, MatrixCell } from '#shared/compare/matrix'
import { useSession } from '../../storage'
import { CandidatesPopover } from './candidates'
import styles from './compare.module.css'
import { keepCursor, useDrafts } from './drafts'
import { cameBack, leaveFrom } from './navigate'
import { TableCell } from './table-cell'
import { TableHead } from './table-head'
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
    PageUp: { row: row - 10, column },
    PageDown: { row: row + 10, column },
  }
  const next = target[key]
  return next ? { row: clamp(next.row, rows), column: clamp(next.column, columns) } : null
}

/**
 * The matrix as a grid: arrows move, Enter opens the sentence, the context-menu key or Shift+Enter shows the
 * statements that could stand in the cell. The cursor is kept, so that coming back finds it.
 */
export function MatrixTable({ matrix, comparison, words, visible, onOpen }: MatrixTableProps) {
  const project = useSession().project.id
  const { cursor: cursors } = useDrafts(project)
  const kept = cursors[comparison] ?? { row: 0, column: 0 }
  const cursor = { row: clamp(kept.row, matrix.rows.length), column: clamp(kept.column, matrix.columns.length) }
  const [popover, setPopover] = useState<string | null>(null)
  const table = useRef<HTMLTableElement>(null)
  const { t } = words

  const focus = ({ row, column }: Cursor): void =>
    table.current?.querySelector<HTMLElement>(`[data-cell="${row}:${column}"]`)?.focus()
  const move = (to: Cursor): void => keepCursor(project, comparison, to.row, to.column)
  const open = (cell: MatrixCell): void => {
    leaveFrom(comparison)
    onOpen(cell)
  }

  // Back from a sentence, the cell that led there has the focus again.
  useEffect(() => {
    if (!visible || !cameBack(comparison)) return
    // The tab is shown after its contents have heard of it.
    const frame = requestAnimationFrame(() =>
      table.current?.querySelector<HTMLElement>('[data-cell][tabindex="0"]')?.focus(),
    )
    return () => cancelAnimationFrame(frame)
  }, [visible, comparison])

  const keys = (event: KeyboardEvent): void => {
    const to = moved(event.key, event.ctrlKey || event.metaKey, cursor, matrix)
    if (!to || event.altKey || popover) return
    event.preventDefault()
    move(to)
    focus(to)
  }

  return (
    <div className={styles.tableBox}>
      <table
        ref={table}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the grid pattern of ARIA on a table
        role="grid"
        aria-label={t('compare.table.label', { places: matrix.places.length, columns: matrix.columns.length })}
        aria-rowcount={matrix.rows.length + 2}
        aria-colcount={matrix.columns.length + 1}
        className={styles.table}
        onKeyDown={keys}
      >
        <TableHead matrix={matrix} words={words} />
        <tbody>
          {matrix.rows.map((row, r) => (
            <tr
              key={`${row.place.code} ${row.role}`}
              className={r > 0 && matrix.rows[r - 1]?.place.code !== row.place.code ? styles.newPlace : undefined}
            >
              <th scope="row" className={styles.rowHead}>
                <span className={styles.placeName}>{row.place.name}</span>
                <span className={row.role === 'target' ? styles.targetChip : styles.resultChip}>
                  {t(`compare.role.${row.role}`)}
                </span>
              </th>
              {row.cells.map((cell, c) => {
                const at = `${r}:${c}`
                return (
                  <TableCell
                    key={`${cell.indicator} ${cell.year}`}
                    at={at}
                    cell={cell}
                    place={row.place}
                    words={words}
                    current={cursor.row === r && cursor.column === c}
                    onFocus={() => move({ row: r, column: c })}
                    onOpen={() => open(cell)}
                    onDetails={() => setPopover(at)}
                  >
                    {popover === at && (
                      <CandidatesPopover
                        cell={cell}
                        place={row.place}
                        words={words}
                        onClose={(left) => {
                          setPopover(null)
                          if (left) focus({ row: r, column: c })
                          else leaveFrom(comparison)
                        }}
                      />
                    )}
                  </TableCell>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
