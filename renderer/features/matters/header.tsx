import { ArrowDown, ArrowUp } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { matterHead } from '#shared/exchange/matter-columns'
import { chooseAll, chooseNone } from './choosing'
import { type ColumnId, columnOf, sortedBy } from './columns'
import type { MattersController } from './controller'
import styles from './matters.module.css'

function Head({ column, table }: { column: ColumnId; table: MattersController }) {
  const { t } = useTranslation()
  const order = useStore(table.store, (state) => state.order)
  const name = t(matterHead(column))
  const own = order.column === column
  const Arrow = order.down ? ArrowDown : ArrowUp
  const className = columnOf(column).figures ? styles.figureHead : styles.head
  if (sortedBy(column) === null)
    return (
      // biome-ignore lint/a11y/useFocusableInteractive: it does nothing
      // biome-ignore lint/a11y/useSemanticElements: rows are laid out by hand, a <th> needs a table
      <div role="columnheader" className={className}>
        <span className={styles.sort} title={name}>
          {name}
        </span>
      </div>
    )
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the button inside takes the focus
    // biome-ignore lint/a11y/useSemanticElements: as above
    <div role="columnheader" className={className} aria-sort={own ? (order.down ? 'descending' : 'ascending') : 'none'}>
      <button
        type="button"
        className={styles.sort}
        title={`${name}\n${t('matters.grid.sortHint')}`}
        onClick={() => table.orderBy(column)}
      >
        <span>{name}</span>
        {own && <Arrow size={12} aria-hidden />}
      </button>
    </div>
  )
}

/** Chooses all matters that were found, or none. */
function ChooseAll({ table }: { table: MattersController }) {
  const { t } = useTranslation()
  const chosen = useStore(table.store, (state) => state.chosen.size)
  const shown = useStore(table.store, (state) => state.shown)
  const all = chosen > 0 && chosen === shown
  return (
    <input
      ref={(box) => {
        if (box) box.indeterminate = chosen > 0 && !all
      }}
      type="checkbox"
      tabIndex={-1}
      checked={all}
      aria-label={t('matters.grid.command.chooseAll')}
      onChange={() => (all ? chooseNone(table) : chooseAll(table))}
    />
  )
}

/** The heads of the columns; a click orders by one. */
export function MattersHeader({ table, columns }: { table: MattersController; columns: readonly ColumnId[] }) {
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the focus stays on the grid
    // biome-ignore lint/a11y/useSemanticElements: rows are laid out by hand
    <div role="row" aria-rowindex={1} className={styles.header}>
      {/* biome-ignore lint/a11y/useFocusableInteractive: the focus stays on the grid */}
      {/* biome-ignore lint/a11y/useSemanticElements: rows are laid out by hand */}
      <div role="columnheader" className={styles.check}>
        <ChooseAll table={table} />
      </div>
      {columns.map((column) => (
        <Head key={column} column={column} table={table} />
      ))}
    </div>
  )
}
