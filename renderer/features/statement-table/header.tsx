import { ArrowDown, ArrowUp } from 'lucide-react'
import type { MouseEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { SortKey } from '../../workers/statements/protocol'
import { unselect } from './actions'
import { ATTENTION, type TableController } from './controller'
import { sizeOf } from './ranges'
import { selectAll } from './selecting'
import styles from './statement-table.module.css'
import { type ColumnId, columnOf, DOWN_FIRST } from './table-columns'

/** The order after a click on a column: it alone, the other way round, then what needs eyes again. Shift adds to it. */
export function orderAfter(sort: readonly SortKey[], id: ColumnId, added: boolean): readonly SortKey[] {
  const { sort: column } = columnOf(id)
  if (column === null) return sort
  const first = DOWN_FIRST.includes(id)
  const known = sort.find((key) => key.column === column)
  const key: SortKey = { column, down: known ? !known.down : first }
  const isLast = known !== undefined && known.down !== first
  if (added) {
    const others = sort.filter((other) => other.column !== column && other.column !== 'attention')
    const next = isLast ? others : [...others, key]
    return next.length > 0 ? next : ATTENTION
  }
  return isLast && sort.length === 1 ? ATTENTION : [key]
}

interface HeadProps {
  id: ColumnId
  table: TableController
}

function Head({ id, table }: HeadProps) {
  const { t } = useTranslation()
  const sort = useStore(table.store, (state) => state.sort)
  const { sort: column, figures } = columnOf(id)
  const place = sort.findIndex((key) => key.column === column)
  const own = sort[place]
  const Arrow = own?.down ? ArrowDown : ArrowUp
  const name = t(`statementTable.column.${id}`)
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the button inside takes the focus
    // biome-ignore lint/a11y/useSemanticElements: rows are laid out by hand, a <th> needs a table
    <div
      role="columnheader"
      aria-sort={own ? (own.down ? 'descending' : 'ascending') : 'none'}
      className={figures ? styles.figureHead : styles.head}
    >
      {column === null ? (
        <span className={styles.sort}>{name}</span>
      ) : (
        <button
          type="button"
          className={styles.sort}
          title={t(`statementTable.sortHint.${id === 'normal' ? 'normal' : 'any'}`)}
          onClick={(event: MouseEvent) => table.change({ sort: orderAfter(sort, id, event.shiftKey) })}
        >
          {name}
          {own && <Arrow size={12} aria-hidden />}
          {own && sort.length > 1 && <span className={styles.sortPlace}>{place + 1}</span>}
        </button>
      )}
    </div>
  )
}

/** Chooses all rows that were found, or none. */
function ChooseAll({ table }: { table: TableController }) {
  const { t } = useTranslation()
  const chosen = useStore(table.store, (state) => sizeOf(state.selection))
  const total = useStore(table.store, (state) => state.result?.total ?? 0)
  const all = total > 0 && chosen === total
  return (
    <input
      ref={(box) => {
        if (box) box.indeterminate = chosen > 0 && !all
      }}
      type="checkbox"
      tabIndex={-1}
      checked={all}
      aria-label={t('statementTable.command.chooseAll')}
      onChange={() => (all ? unselect(table) : selectAll(table))}
    />
  )
}

/** The heads of the columns; a click orders by one. */
export function TableHeader({ columns, table }: { columns: readonly ColumnId[]; table: TableController }) {
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the focus stays on the grid
    // biome-ignore lint/a11y/useSemanticElements: rows are laid out by hand
    <div role="row" aria-rowindex={1} className={styles.header}>
      {/* biome-ignore lint/a11y/useFocusableInteractive: the focus stays on the grid */}
      {/* biome-ignore lint/a11y/useSemanticElements: rows are laid out by hand */}
      <div role="columnheader" className={styles.check}>
        <ChooseAll table={table} />
      </div>
      {columns.map((id) => (
        <Head key={id} id={id} table={table} />
      ))}
    </div>
  )
}
