import { type MouseEvent, memo } from 'react'
import { useTranslation } from 'react-i18next'
import { startCarrying } from '../../workbench'
import type { StatementRow } from '../../workers/statements/protocol'
import { useDictionary } from '../indicators'
import { cellOf, titleOf } from './cell'
import { CellEditor, type EditorEnd } from './editor'
import styles from './statement-table.module.css'
import { type ColumnId, columnOf } from './table-columns'

interface RowProps {
  id: string
  /** Undefined while it is fetched. */
  row: StatementRow | undefined
  columns: readonly ColumnId[]
  /** Line of the table, from 0. */
  index: number
  top: number
  /** Column that the keyboard is on, null where it is on another line. */
  current: ColumnId | null
  selected: boolean
  /** Column that is being edited. */
  editing: ColumnId | null
  onGo: (index: number, column: ColumnId | null, event: MouseEvent) => void
  onToggle: (index: number) => void
  onAct: (index: number, column: ColumnId) => void
  onEnd: EditorEnd
}

/** One statement of the table; drawn again only when something in it has changed. */
export const TableRow = memo(function TableRow(props: RowProps) {
  const { id, row, columns, index, top, current, selected, editing, onGo, onToggle, onAct, onEnd } = props
  const { t, i18n } = useTranslation()
  const dictionary = useDictionary()
  const words = { t, language: i18n.language, dictionary }
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the focus stays on the grid, which handles the keys
    // biome-ignore lint/a11y/useSemanticElements: of a <table> all rows would have to exist
    <div
      id={id}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={selected}
      data-current={current !== null}
      data-status={row?.status}
      className={`${styles.row} db-figures`}
      style={{ transform: `translateY(${top}px)` }}
      draggable={row !== undefined && editing === null}
      onDragStart={(event) => {
        if (row) startCarrying(event, [{ type: 'statement', report: row.report, key: row.key }])
      }}
    >
      {/* biome-ignore lint/a11y/useFocusableInteractive: as above */}
      {/* biome-ignore lint/a11y/useSemanticElements: as above */}
      <div role="gridcell" className={styles.check}>
        <input
          type="checkbox"
          tabIndex={-1}
          checked={selected}
          aria-label={t('statementTable.choose')}
          onChange={() => onToggle(index)}
        />
      </div>
      {columns.map((column) => (
        // biome-ignore lint/a11y/useFocusableInteractive: as above
        // biome-ignore lint/a11y/useSemanticElements: as above
        // biome-ignore lint/a11y/useKeyWithClickEvents: as above
        <div
          key={column}
          id={`${id}-${column}`}
          role="gridcell"
          className={columnOf(column).figures ? styles.figure : styles.cell}
          data-column={column}
          data-current={current === column}
          title={row && titleOf(column, row)}
          onClick={(event) => onGo(index, column, event)}
          onDoubleClick={() => onAct(index, column)}
        >
          {row &&
            (editing === column ? <CellEditor row={row} column={column} end={onEnd} /> : cellOf(column, row, words))}
        </div>
      ))}
    </div>
  )
})
