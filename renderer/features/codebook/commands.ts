import { type Command, openView } from '../../workbench'
import { applyToReader, deleteSelected, startAdding, startRenaming } from './actions'
import { codebookState, selectedCode } from './codebook-state'

const show = (): void => openView({ type: 'codebook', key: '', params: {} })

const isOpen = (): boolean => codebookState.getState().open !== null
const hasSelected = (): boolean => selectedCode() !== null

const command = (id: string, keys: readonly string[], run: Command['run'], enabled = hasSelected): Command => ({
  id: `codebook.${id}`,
  titleKey: `codebook.command.${id}`,
  keys,
  scope: 'codebook',
  enabled,
  run,
})

/** All commands of the codebook. */
export const codebookCommands: readonly Command[] = [
  { id: 'view.codebook', titleKey: 'codebook.show', keys: ['Mod+Shift+B'], run: show },
  command('add', ['Insert'], () => startAdding(false), isOpen),
  command('addBelow', ['Shift+Insert'], () => startAdding(true)),
  command('rename', ['F2'], startRenaming),
  command('remove', ['Delete'], deleteSelected),
  command('apply', ['Enter'], () => {
    const code = selectedCode()
    return code ? applyToReader(code.id) : undefined
  }),
]
