import { useVirtualizer } from '@tanstack/react-virtual'
import { type CSSProperties, type KeyboardEvent, useEffect, useRef } from 'react'
import type { Mark } from '../brush'
import { cameBack, leaveFrom } from '../navigate'
import { markData, useBrushing, usePointing } from '../use-brushing'
import styles from './heat.module.css'

/** A head of a row or column. */
export interface HeatHead {
  key: string
  text: string
  /** Under a column's name. */
  below?: string
  /** What is to be known of it, in the tooltip; it is marked with an asterisk. */
  caution?: string
  /** How deep a row stands in its tree, from 0. */
  depth?: number
}

/** A cell of the table. */
export interface HeatValue {
  text: string
  /** How strongly it is coloured, 0 to 1. */
  tone: number
  /** All about it, in the tooltip. */
  title: string
  /** False for a cell that leads nowhere. */
  opens: boolean
}

export interface HeatTableProps {
  label: string
  corner: string
  rows: readonly HeatHead[]
  columns: readonly HeatHead[]
  cell: (row: number, column: number) => HeatValue
  /** What a cell stands for in other views; null for the head of a row or column. */
  markOf: (row: number | null, column: number | null) => Mark
  cursor: { row: number; column: number }
  /** Names what one comes back to. */
  comparison: string
  visible: boolean
  onCursor: (row: number, column: number) => void
  /** @returns true where the view is left: coming back, the cell has the focus again */
  onOpen: (row: number, column: number) => boolean
  /** What the name of a row leads to, and how that is called; left out where it leads nowhere. */
  rowLink?: { label: (row: number) => string; open: (row: number) => void; opens: (row: number) => boolean }
}

/** Height of a row in CSS pixels: `--db-row`. */
const ROW = 28
const PAGE = 10

const clamp = (value: number, length: number): number => Math.max(0, Math.min(length - 1, value))

function moved(key: string, { row, column }: HeatTableProps['cursor'], rows: number, columns: number) {
  const target: Record<string, { row: number; column: number }> = {
    ArrowUp: { row: row - 1, column },
    ArrowDown: { row: row + 1, column },
    ArrowLeft: { row, column: column - 1 },
    ArrowRight: { row, column: column + 1 },
    Home: { row, column: 0 },
    End: { row, column: columns - 1 },
    PageUp: { row: row - PAGE, column },
    PageDown: { row: row + PAGE, column },
  }
  const next = target[key]
  return next ? { row: clamp(next.row, rows), column: clamp(next.column, columns) } : null
}

const Spacer = ({ height }: { height: number }) => (height > 0 ? <tr aria-hidden style={{ height }} /> : null)

const toneOf = (tone: number): CSSProperties => ({ '--tone': `${Math.round(tone * 100)}%` }) as CSSProperties

/**
 * A table of numbers, coloured by how large they are: arrows move, Enter and a click open what a cell stands for, Space
 * (or a click with Ctrl) holds it fast in all views, Esc lets go.
 */
export function HeatTable(props: HeatTableProps) {
  const { label, corner, rows, columns, cell, markOf, comparison, visible, onCursor, onOpen, rowLink } = props
  const cursor = { row: clamp(props.cursor.row, rows.length), column: clamp(props.cursor.column, columns.length) }
  const scroller = useRef<HTMLDivElement>(null)
  const { point, hold, letGo } = usePointing()
  useBrushing(scroller)
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 10,
  })
  const items = virtual.getVirtualItems()
  const cellAt = (row: number, column: number): HTMLElement | null =>
    scroller.current?.querySelector<HTMLElement>(`[data-cell="${row}:${column}"]`) ?? null

  // Back from a sentence, the cell that led there has the focus again.
  useEffect(() => {
    if (!visible || !cameBack(`${comparison} table`)) return
    const frame = requestAnimationFrame(() =>
      scroller.current?.querySelector<HTMLElement>('[data-cell][tabindex="0"]')?.focus(),
    )
    return () => cancelAnimationFrame(frame)
  }, [visible, comparison])

  const open = (row: number, column: number): void => {
    onCursor(row, column)
    if (onOpen(row, column)) leaveFrom(`${comparison} table`)
  }
  const keys = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    if (event.target instanceof HTMLButtonElement) return
    if (event.key === 'Escape') {
      letGo()
      return
    }
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault()
      if (event.key === ' ') hold(markOf(cursor.row, cursor.column))
      else open(cursor.row, cursor.column)
      return
    }
    const to = moved(event.key, cursor, rows.length, columns.length)
    if (!to) return
    event.preventDefault()
    onCursor(to.row, to.column)
    const found = cellAt(to.row, to.column)
    if (found) found.focus()
    else {
      virtual.scrollToIndex(to.row, { align: 'center' })
      requestAnimationFrame(() => cellAt(to.row, to.column)?.focus())
    }
  }

  return (
    <div className={styles.heatBox} ref={scroller}>
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the grid pattern of ARIA on a table
        role="grid"
        aria-label={label}
        aria-rowcount={rows.length + 1}
        aria-colcount={columns.length + 1}
        className={styles.heat}
        onKeyDown={keys}
      >
        <thead>
          <tr>
            <th scope="col" className={styles.corner}>
              {corner}
            </th>
            {columns.map(({ key, text, below, caution }, column) => (
              <th
                key={key}
                scope="col"
                title={caution}
                {...markData(markOf(null, column))}
                onPointerEnter={() => point(markOf(null, column))}
                onPointerLeave={() => point(null)}
              >
                <span>
                  {text}
                  {caution !== undefined && <b>*</b>}
                </span>
                {below !== undefined && <small className="db-figures">{below}</small>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Spacer height={items[0]?.start ?? 0} />
          {items.map(({ index: row }) => {
            const head = rows[row]
            if (!head) return null
            return (
              <tr key={head.key} aria-rowindex={row + 2}>
                <th
                  scope="row"
                  style={{ paddingLeft: 8 + 14 * (head.depth ?? 0) }}
                  title={head.caution ?? head.text}
                  {...markData(markOf(row, null))}
                  onPointerEnter={() => point(markOf(row, null))}
                  onPointerLeave={() => point(null)}
                >
                  {rowLink?.opens(row) ? (
                    <button
                      type="button"
                      title={rowLink.label(row)}
                      onClick={() => rowLink.open(row)}
                      onFocus={() => point(markOf(row, null))}
                    >
                      {head.text}
                    </button>
                  ) : (
                    head.text
                  )}
                </th>
                {columns.map(({ key }, column) => {
                  const { text, tone, title, opens } = cell(row, column)
                  const mark = markOf(row, column)
                  return (
                    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid takes the keys of its cells
                    <td
                      key={key}
                      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the grid pattern of ARIA
                      role="gridcell"
                      data-cell={`${row}:${column}`}
                      data-opens={opens || undefined}
                      tabIndex={row === cursor.row && column === cursor.column ? 0 : -1}
                      className="db-figures"
                      style={toneOf(tone)}
                      title={title}
                      {...markData(mark)}
                      onFocus={() => {
                        onCursor(row, column)
                        point(mark)
                      }}
                      onPointerEnter={() => point(mark)}
                      onPointerLeave={() => point(null)}
                      onClick={({ ctrlKey, metaKey }) => (ctrlKey || metaKey ? hold(mark) : open(row, column))}
                    >
                      {text}
                    </td>
                  )
                })}
              </tr>
            )
          })}
          <Spacer height={virtual.getTotalSize() - (items.at(-1)?.end ?? 0)} />
        </tbody>
      </table>
    </div>
  )
}
