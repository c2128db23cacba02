import type { TableController, TableState } from './controller'
import { shownIn } from './remembered'
import { type ColumnId, columnOf } from './table-columns'

/** Columns that are shown and can be edited. */
const editable = (table: TableController): ColumnId[] =>
  shownIn(table).filter((id) => columnOf(id).editor !== undefined)

/** Edits the cell that the keyboard is on; the first of the row that can be edited where that one can't. */
export function beginEdit(table: TableController): void {
  const current = table.current()
  if (!current) return
  const { column } = table.store.getState()
  const wanted = editable(table).includes(column) ? column : editable(table)[0]
  if (!wanted) return
  table.store.setState({ column: wanted, editing: { position: current.position, column: wanted } })
}

/** Goes on to the next or the previous cell of the row that can be edited; at its end the edit is over. */
export function editAfter(
  table: TableController,
  ended: NonNullable<TableState['editing']>,
  then: 'next' | 'previous',
): void {
  const columns = editable(table)
  const next = columns[columns.indexOf(ended.column) + (then === 'next' ? 1 : -1)]
  if (next) table.store.setState({ column: next, editing: { position: ended.position, column: next } })
}
