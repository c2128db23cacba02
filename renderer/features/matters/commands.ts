import type { Session } from '../../storage'
import type { Command } from '../../workbench'
import { openCurrent, settle, toggleExpanded } from './actions'
import { chooseAll, chooseNone, currentRow, toggle } from './choosing'
import { type ColumnId, DOWN_FIRST, sortable } from './columns'
import type { MattersController } from './controller'
import { editCurrent } from './editor'
import { exportMatters } from './exports'
import { groupingsOf } from './groups'
import { TABS } from './tabs'
import {
  currentPair,
  decideCurrent,
  inPairs,
  linksOfCurrent,
  openSide,
  turnToPairs,
  unlinkCurrent,
} from './ventures/actions'

/** Orders by the next or the previous column that can order the table. */
function sortAlong(table: MattersController, by: number): void {
  const { tab, order } = table.store.getState()
  const columns = sortable(tab)
  const at = columns.indexOf(order.column)
  const column = columns[(at + by + columns.length) % columns.length] as ColumnId
  table.change({ order: { column, down: DOWN_FIRST.includes(column) } })
}

/** Groups in the next way that the tab can be grouped in, in the end in none. */
function groupNext(table: MattersController): void {
  const { tab, group } = table.store.getState()
  const ways = [null, ...groupingsOf(tab)]
  table.groupBy(ways[(ways.indexOf(group) + 1) % ways.length] ?? null)
}

/** What keys do in the table in front. */
export function mattersCommands(session: Session, table: MattersController, find: () => void): Command[] {
  const { store } = table
  const always = (): boolean => true
  const hasRows = (): boolean => store.getState().entries.length > 0
  const onRow = (): boolean => currentRow(table) !== null
  const hasSubjects = (): boolean => onRow() || store.getState().chosen.size > 0
  const command = (
    id: string,
    keys: readonly string[],
    run: Command['run'],
    enabled: () => boolean = hasRows,
  ): Command => ({ id: `matters.${id}`, titleKey: `matters.grid.command.${id}`, keys, scope: 'matters', enabled, run })
  const onSomething = (): boolean => (inPairs() ? currentPair(table) !== null : onRow())
  const onVentures = (): boolean => store.getState().tab === 'venture'
  const turn = () => {
    const { order } = store.getState()
    table.change({ order: { ...order, down: !order.down } })
  }
  return [
    ...TABS.map((tab, index) => command(tab, [String(index + 1)], () => table.goToTab(tab), always)),
    command('open', ['Enter'], () => (inPairs() ? openSide(table, 'a') : openCurrent(table, false)), onSomething),
    command(
      'openBeside',
      ['Mod+Enter'],
      () => (inPairs() ? openSide(table, 'b') : openCurrent(table, true)),
      onSomething,
    ),
    command('accept', ['a'], () => settle(session, table, 'accept'), hasSubjects),
    command('reject', ['r'], () => settle(session, table, 'reject'), hasSubjects),
    command('reset', ['u'], () => settle(session, table, 'reset'), hasSubjects),
    command('edit', ['e'], () => editCurrent(table), onRow),
    command('expand', ['Space'], () => toggleExpanded(table), onRow),
    command('choose', ['x'], () => toggle(table, store.getState().cursor)),
    command('chooseAll', ['Mod+A'], () => chooseAll(table)),
    command(
      'unchoose',
      ['Escape'],
      () => chooseNone(table),
      () => store.getState().chosen.size > 0,
    ),
    command('pairs', ['c'], () => turnToPairs(table), onVentures),
    command('same', ['s'], () => decideCurrent(session, table, 'same'), onVentures),
    command('different', ['d'], () => decideCurrent(session, table, 'different'), onVentures),
    command(
      'unlink',
      ['Shift+U'],
      () => unlinkCurrent(session, table),
      () => linksOfCurrent(table).length > 0,
    ),
    command('sortPrevious', ['['], () => sortAlong(table, -1), always),
    command('sortNext', [']'], () => sortAlong(table, 1), always),
    command('sortTurn', ['\\'], turn, always),
    command('group', ['g'], () => groupNext(table), always),
    command('find', ['Mod+F'], find, always),
    command('csv', ['Mod+Shift+C'], () => exportMatters(session, table, 'csv')),
    command('xlsx', ['Mod+E'], () => exportMatters(session, table, 'xlsx')),
    command('xlsxAll', ['Shift+E'], () => exportMatters(session, table, 'xlsxAll'), always),
  ]
}
