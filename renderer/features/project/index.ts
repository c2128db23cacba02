import { History } from 'lucide-react'
import { request } from '../../bridge'
import { type Feature, notify, openView } from '../../workbench'
import { HistoryView } from './history/history-view'
import { SaveStatus } from './save-status'
import { UndoCommands } from './undo-commands'

/** Opens another window of the same project: what is done in one shows in the other at once. */
async function openWindow(): Promise<void> {
  const opened = await request('window:new', null)
  if (!opened.ok) notify('error', opened.error)
}

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
    { id: 'window.new', titleKey: 'app.window.new', keys: ['Mod+Shift+N'], run: openWindow },
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
