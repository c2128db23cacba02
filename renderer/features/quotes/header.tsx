import { ArrowDown, ArrowUp } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { chooseAll, chooseNone } from './choosing'
import type { QuotesController } from './controller'
import { COLUMNS, type Column } from './order'
import styles from './quotes.module.css'

function Head({ column, list }: { column: Column; list: QuotesController }) {
  const { t } = useTranslation()
  const order = useStore(list.store, (state) => state.order)
  const own = order.column === column
  const Arrow = order.down ? ArrowDown : ArrowUp
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the button inside takes the focus
    // biome-ignore lint/a11y/useSemanticElements: rows are laid out by hand, a <th> needs a table
    <div role="columnheader" data-head={column} aria-sort={own ? (order.down ? 'descending' : 'ascending') : 'none'}>
      <button type="button" className={styles.sort} title={t('quotes.sortHint')} onClick={() => list.orderBy(column)}>
        {t(`quotes.column.${column}`)}
        {own && <Arrow size={12} aria-hidden />}
      </button>
    </div>
  )
}

/** Chooses all quotes that were found, or none. */
function ChooseAll({ list }: { list: QuotesController }) {
  const { t } = useTranslation()
  const some = useStore(list.store, (state) => state.chosen.size > 0)
  const all = useStore(
    list.store,
    ({ chosen, entries }) => chosen.size > 0 && entries.every(({ quote }) => chosen.has(quote.id)),
  )
  return (
    <input
      ref={(box) => {
        if (box) box.indeterminate = some && !all
      }}
      type="checkbox"
      tabIndex={-1}
      checked={all}
      aria-label={t('quotes.command.chooseAll')}
      onChange={() => (all ? chooseNone(list) : chooseAll(list))}
    />
  )
}

/** The heads of the columns; a click orders by one. */
export function QuotesHeader({ list }: { list: QuotesController }) {
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the focus stays on the grid
    // biome-ignore lint/a11y/useSemanticElements: rows are laid out by hand
    <div role="row" aria-rowindex={1} className={styles.header}>
      {/* biome-ignore lint/a11y/useFocusableInteractive: the focus stays on the grid */}
      {/* biome-ignore lint/a11y/useSemanticElements: rows are laid out by hand */}
      <div role="columnheader" className={styles.check}>
        <ChooseAll list={list} />
      </div>
      {COLUMNS.map((column) => (
        <Head key={column} column={column} list={list} />
      ))}
    </div>
  )
}
