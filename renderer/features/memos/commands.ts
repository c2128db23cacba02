import { type Command, openView } from '../../workbench'
import { boxState } from '../memo-editor'
import { readerStore, reportInFront } from '../reader'
import { memosState } from './memos-state'

/** Opens the memos at the memo of a subject, which may be none yet, to write it. */
function showMemoOf(subject: string): void {
  openView({ type: 'memos', key: '', params: { subject } })
  memosState.setState({ writing: subject })
}

const reportHere = (): string | null => reportInFront(readerStore.getState())

/** All commands of the memos. */
export const memoCommands: readonly Command[] = [
  {
    id: 'view.memos',
    titleKey: 'memos.show',
    keys: ['Mod+Shift+M'],
    run: () => openView({ type: 'memos', key: '', params: {} }),
  },
  {
    id: 'memos.project',
    titleKey: 'memos.command.project',
    keys: ['Mod+Alt+Shift+N'],
    run: () => showMemoOf('project'),
  },
  {
    id: 'memos.report',
    titleKey: 'memos.command.report',
    keys: ['Mod+Alt+N'],
    enabled: () => reportHere() !== null,
    run: () => {
      const report = reportHere()
      if (report !== null) showMemoOf(`report:${report}`)
    },
  },
  {
    id: 'memos.link',
    titleKey: 'memos.command.link',
    keys: ['Mod+Alt+L'],
    scope: 'memo',
    enabled: () => boxState.getState().begin !== null,
    run: () => boxState.getState().begin?.(),
  },
  {
    id: 'memos.remove',
    titleKey: 'memos.command.remove',
    keys: ['Delete'],
    scope: 'memos',
    enabled: () => memosState.getState().remove !== null,
    run: () => memosState.getState().remove?.(),
  },
  {
    id: 'memos.open',
    titleKey: 'memos.command.open',
    keys: ['Enter'],
    scope: 'memos',
    enabled: () => memosState.getState().open !== null,
    run: () => memosState.getState().open?.(),
  },
  {
    id: 'memos.edit',
    titleKey: 'memos.command.edit',
    keys: ['e', 'F2'],
    scope: 'memos',
    enabled: () => memosState.getState().edit !== null,
    run: () => memosState.getState().edit?.(),
  },
]
