import { type Command, openView } from '../../workbench'
import { activeReader } from '../reader'
import {
  acceptCurrent,
  acceptSection,
  copyCurrent,
  currentStatement,
  editCurrent,
  flipRole,
  rejectCurrent,
  reorder,
  resetCurrent,
  stepStatement,
  tagSelection,
} from './actions'

const withCurrent = (): boolean => currentStatement() !== null

/** A command of the review; its keys work in the list and in the text (the reader carries this scope too). */
const command = (id: string, keys: readonly string[], run: Command['run'], enabled = withCurrent): Command => ({
  id: `statements.${id}`,
  titleKey: `statements.command.${id}`,
  keys,
  scope: 'statements',
  enabled,
  run,
})

const withReader = (): boolean => activeReader() !== null

/** All commands of the review. */
export const statementCommands: readonly Command[] = [
  {
    id: 'view.statements',
    titleKey: 'statements.show',
    keys: ['Mod+Shift+E'],
    run: () => openView({ type: 'statements', key: '', params: {} }),
  },
  command('next', ['j'], () => stepStatement(1), withReader),
  command('previous', ['k'], () => stepStatement(-1), withReader),
  command('accept', ['a'], acceptCurrent),
  command('reject', ['r'], rejectCurrent),
  command('acceptSection', ['Shift+A'], acceptSection, withReader),
  command('edit', ['e'], () => editCurrent()),
  command('editIndicator', ['i'], () => editCurrent('canonical')),
  command('flipRole', ['o'], flipRole),
  command('reset', ['u'], resetCurrent),
  command('copyQuote', ['y'], copyCurrent),
  command('tag', ['t'], tagSelection, withReader),
  command('order', ['f'], reorder, withReader),
]
