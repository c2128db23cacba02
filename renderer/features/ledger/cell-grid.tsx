import { type CSSProperties, type KeyboardEvent, type ReactNode, useCallback, useRef, useState } from 'react'
import { type LinePlace, VirtualGrid } from '../../ui/grid/virtual-grid'
import styles from './ledger.module.css'
import scored from './scores.module.css'

interface CellGridProps {
  label: string
  /** Heads of the columns, that of the names first. */
  heads: readonly ReactNode[]
  keys: readonly string[]
  name: (row: number) => ReactNode
  cell: (row: number, column: number) => ReactNode
  /** Whether a cell leads somewhere. */
  opens: (row: number, column: number) => boolean
  onOpen: (row: number, column: number, other: boolean) => void
  visible: boolean
  /** Height of a row in pixels. */
  height: number
  layout: CSSProperties
}

const NOTHING: ReadonlySet<string> = new Set()

/** A grid of cells: arrows go from cell to cell, Enter and a click open one; only the rows in sight exist. */
export function CellGrid(props: CellGridProps) {
  const { label, heads, keys, name, cell, opens, onOpen, visible, height, layout } = props
  const scroller = useRef<HTMLDivElement>(null)
  const [cursor, setCursor] = useState({ row: 0, column: 0 })
  const columns = heads.length - 1
  const row = Math.max(0, Math.min(cursor.row, keys.length - 1))
  const column = Math.min(cursor.column, columns - 1)
  const onKey = useCallback(
    (event: KeyboardEvent): boolean => {
      if (event.ctrlKey || event.metaKey) return false
      const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key]
      if (step !== undefined) {
        setCursor({ row, column: Math.max(0, Math.min(columns - 1, column + step)) })
        return true
      }
      if (event.key !== 'Enter') return false
      if (opens(row, column)) onOpen(row, column, event.shiftKey)
      return true
    },
    [row, column, columns, opens, onOpen],
  )
  const onMove = useCallback((to: number) => setCursor({ row: to, column }), [column])
  const keyOf = useCallback((index: number) => keys[index] ?? String(index), [keys])
  const line = (index: number, { id, top, current }: LinePlace) => (
    // biome-ignore lint/a11y/useSemanticElements: of a <table> all rows would have to exist
    // biome-ignore lint/a11y/useFocusableInteractive: the focus stays on the grid
    <div
      key={keyOf(index)}
      role="row"
      aria-rowindex={index + 2}
      className={scored.cells}
      style={{ transform: `translateY(${top}px)`, height }}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: see above */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: see above */}
      <span role="rowheader" className={scored.cellName}>
        {name(index)}
      </span>
      {heads.slice(1).map((_, at) => {
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
            data-current={on || undefined}
            data-opens={opens(index, at) || undefined}
            className={scored.cellBox}
            onClick={(event) => {
              setCursor({ row: index, column: at })
              if (opens(index, at)) onOpen(index, at, event.shiftKey)
            }}
          >
            {cell(index, at)}
          </span>
        )
      })}
    </div>
  )
  return (
    <VirtualGrid
      label={label}
      count={keys.length}
      columns={heads.length}
      keyOf={keyOf}
      cursor={row}
      expanded={NOTHING}
      visible={visible}
      height={height}
      layout={layout}
      header={
        // biome-ignore lint/a11y/useSemanticElements: of a <table> all rows would have to exist
        // biome-ignore lint/a11y/useFocusableInteractive: the keyboard is on the cells
        <div role="row" aria-rowindex={1} className={`${styles.header} ${scored.cellHeads}`}>
          {heads.map((head, at) => (
            // biome-ignore lint/a11y/useSemanticElements: see above
            // biome-ignore lint/a11y/useFocusableInteractive: see above
            // biome-ignore lint/suspicious/noArrayIndexKey: the columns of a grid never move
            <span key={at} role="columnheader">
              {head}
            </span>
          ))}
        </div>
      }
      line={line}
      onKey={onKey}
      onMove={onMove}
      scroller={scroller}
    />
  )
}
