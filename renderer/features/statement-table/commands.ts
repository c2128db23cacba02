import type { Session } from '../../storage'
import type { Command } from '../../workbench'
import { openSentence, settle, step, unselect, VERBS, type Verb } from './actions'
import type { TableController } from './controller'
import { beginEdit } from './editing'
import { exportTable } from './exports'
import { sizeOf } from './ranges'
import { selectAll, toggle } from './selecting'
import { columnOf } from './table-columns'

const KEYS: Readonly<Record<Verb, string>> = { accept: 'a', reject: 'r', reset: 'u' }

/** What keys do in the table in front. */
export function tableCommands(session: Session, table: TableController): Command[] {
  const command = (id: string, keys: readonly string[], run: Command['run'], enabled = hasRows): Command => ({
    id: `statementTable.${id}`,
    titleKey: `statementTable.command.${id}`,
    keys,
    scope: 'statement-table',
    enabled,
    run,
  })
  const state = () => table.store.getState()
  const hasRows = (): boolean => (state().result?.total ?? 0) > 0
  const onRow = (): boolean => table.current() !== null
  const chosen = (): boolean => sizeOf(state().selection) > 0
  const open = (beside: boolean) => {
    const current = table.current()
    if (current) openSentence(current.row, beside)
  }
  const act = () => {
    if (columnOf(state().column).editor) beginEdit(table)
    else open(false)
  }
  return [
    command('act', ['Enter'], act, onRow),
    command('edit', ['F2', 'e'], () => beginEdit(table), onRow),
    command('open', ['o'], () => open(false), onRow),
    command('openBeside', ['Mod+Enter'], () => open(true), onRow),
    ...VERBS.map((verb) =>
      command(
        verb,
        [KEYS[verb]],
        () => settle(session, table, verb),
        () => onRow() || chosen(),
      ),
    ),
    command('next', ['j'], () => step(table, 1)),
    command('previous', ['k'], () => step(table, -1)),
    command('choose', ['Space', 'x'], () => toggle(table, state().cursor)),
    command('chooseAll', ['Mod+A'], () => selectAll(table)),
    command('unchoose', ['Escape'], () => unselect(table), chosen),
    command('again', ['Shift+F5'], () => table.ask()),
    command('csv', ['Mod+Shift+C'], () => exportTable(table, 'csv')),
    command('xlsx', ['Mod+E'], () => exportTable(table, 'xlsx')),
  ]
}
