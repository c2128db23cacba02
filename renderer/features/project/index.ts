import { History } from 'lucide-react'
import { type Feature, openView } from '../../workbench'
import { HistoryView } from './history-view'
import { SaveStatus } from './save-status'
import { UndoCommands } from './undo-commands'

/** 课题: undo and redo, the history, whether all is saved. */
export const feature: Feature = {
  id: 'project',
  views: [{ type: 'history', titleKey: 'app.history.title', icon: History, area: 'right', component: HistoryView }],
  activities: [
    {
      id: 'history',
      titleKey: 'app.history.title',
      icon: History,
      command: 'view.history',
      view: 'history',
      place: 'top',
    },
  ],
  commands: [
    {
      id: 'view.history',
      titleKey: 'app.history.show',
      keys: ['Mod+Shift+H'],
      run: () => openView({ type: 'history', key: '', params: {} }),
    },
  ],
  status: [{ id: 'saved', side: 'left', component: SaveStatus }],
  overlays: [UndoCommands],
}
