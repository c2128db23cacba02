import { type CSSProperties, type KeyboardEvent, type ReactNode, useCallback, useRef } from 'react'
import type { UseHit } from '#shared/search/tracking/use'
import { type LinePlace, VirtualGrid } from '../../ui/grid/virtual-grid'
import { openHit } from './open-hit'
import styles from './phrases.module.css'
import { type Tracker, usePhrases } from './tracker'

/** A cell: what it says, and the sentence that it leads to. */
export interface HitCell {
  text: string
  hit?: UseHit | null
  /** Told by the pointer: what the text leaves out. */
  hint?: string
}

interface HitGridProps {
  /** Names it among the grids of the view. */
  name: string
  label: string
  /** Heads of the columns, that of the names first. */
  heads: readonly string[]
  /** Widths of the columns, as a grid template. */
  widths: string
  rows: readonly { key: string; name: ReactNode; cells: readonly HitCell[] }[]
  tracker: Tracker
  visible: boolean
  /** Told where the keyboard goes. */
  onRow?: (row: number) => void
}

const NOTHING: ReadonlySet<string> = new Set()
const FIRST = { row: 0, column: 0 }

/** A grid of cells that lead to sentences: arrows go from cell to cell, Enter and a click open one. */
export function HitGrid({ name, label, heads, widths, rows, tracker, visible, onRow }: HitGridProps) {
  const scroller = useRef<HTMLDivElement>(null)
  const cursor = usePhrases(tracker, ({ cursors }) => cursors[name]) ?? FIRST
  const row = Math.max(0, Math.min(cursor.row, rows.length - 1))
  const column = Math.max(0, Math.min(cursor.column, heads.length - 2))
  const go = useCallback(
    (to: { row: number; column: number }) => {
      tracker.store.setState(({ cursors }) => ({ cursors: { ...cursors, [name]: to } }))
      onRow?.(to.row)
    },
    [tracker, name, onRow],
  )
  const open = (hit: UseHit | null | undefined, beside: boolean): void => {
    if (hit) openHit(tracker, hit, name, beside)
  }
  const onKey = (event: KeyboardEvent): boolean => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key]
    if (step !== undefined && !event.ctrlKey && !event.metaKey) {
      go({ row, column: Math.max(0, Math.min(heads.length - 2, column + step)) })
      return true
    }
    if (event.key !== 'Enter') return false
    open(rows[row]?.cells[column]?.hit, event.ctrlKey || event.metaKey)
    return true
  }
  const line = (index: number, { id, top, current }: LinePlace) => (
    // biome-ignore lint/a11y/useSemanticElements: of a <table> all rows would have to exist
    // biome-ignore lint/a11y/useFocusableInteractive: the focus stays on the grid
    <div
      key={rows[index]?.key}
      role="row"
      aria-rowindex={index + 2}
      className={styles.cells}
      data-chosen={current || undefined}
      style={{ transform: `translateY(${top}px)` }}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: see above */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: see above */}
      <span role="rowheader">{rows[index]?.name}</span>
      {rows[index]?.cells.map(({ text, hit, hint }, at) => {
        const on = current && at === column
        return (
          // biome-ignore lint/a11y/useSemanticElements: see above
          // biome-ignore lint/a11y/useFocusableInteractive: see above
          // biome-ignore lint/a11y/useKeyWithClickEvents: see above
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: the columns of a grid never move
            key={at}
            id={on ? id : undefined}
            role="gridcell"
            title={hint}
            data-current={on || undefined}
            data-opens={hit ? '' : undefined}
            className="db-figures"
            onClick={(event) => {
              go({ row: index, column: at })
              open(hit, event.ctrlKey || event.metaKey)
            }}
          >
            {text}
          </span>
        )
      })}
    </div>
  )
  return (
    <div className={styles.gridFrame} data-return={name}>
      <VirtualGrid
        label={label}
        count={rows.length}
        columns={heads.length}
        keyOf={(index) => rows[index]?.key ?? String(index)}
        cursor={row}
        expanded={NOTHING}
        visible={visible}
        layout={{ '--cells': widths } as CSSProperties}
        header={
          // biome-ignore lint/a11y/useSemanticElements: of a <table> all rows would have to exist
          // biome-ignore lint/a11y/useFocusableInteractive: the keyboard is on the cells
          <div role="row" aria-rowindex={1} className={styles.heads}>
            {heads.map((head) => (
              // biome-ignore lint/a11y/useSemanticElements: see above
              // biome-ignore lint/a11y/useFocusableInteractive: see above
              <span key={head} role="columnheader">
                {head}
              </span>
            ))}
          </div>
        }
        line={line}
        onKey={onKey}
        onMove={(to) => go({ row: to, column })}
        scroller={scroller}
      />
    </div>
  )
}
