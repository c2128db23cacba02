import { Boxes, History } from 'lucide-react'
import { request } from '../../bridge'
import { type Feature, notify, openView } from '../../workbench'
import { CheckCommands } from './check/check-commands'
import { HistoryView } from './history/history-view'
import { PackageOverlay } from './packages/package-overlay'
import { ask } from './projects/asking'
import { attempt } from './projects/change'
import { ProjectsView } from './projects/projects-view'
import { ProjectQuestion } from './projects/question'
import { SaveStatus } from './save-status'
import { UndoCommands } from './undo-commands'

export { checkProject } from './check/checking'

/** Opens another window of the same project: what is done in one shows in the other at once. */
async function openWindow(): Promise<void> {
  const opened = await request('window:new', null)
  if (!opened.ok) notify('error', opened.error)
}

const showProjects = () => openView({ type: 'projects', key: '', params: {} })

/** 课题: undo and redo, the history, whether all is saved; projects, packages, backups, and whether all is sound. */
export const feature: Feature = {
  id: 'project',
  views: [
    { type: 'history', titleKey: 'app.history.title', icon: History, area: 'right', component: HistoryView },
    { type: 'projects', titleKey: 'projects.title', icon: Boxes, area: 'main', component: ProjectsView },
  ],
  activities: [
    {
      id: 'history',
      titleKey: 'app.history.title',
      icon: History,
      command: 'view.history',
      view: 'history',
      place: 'top',
    },
    {
      id: 'projects',
      titleKey: 'projects.title',
      icon: Boxes,
      command: 'view.projects',
      view: 'projects',
      place: 'bottom',
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
    { id: 'view.projects', titleKey: 'projects.show', keys: ['Mod+Alt+J'], run: showProjects },
    {
      id: 'project.create',
      titleKey: 'projects.create.button',
      keys: ['Mod+Alt+Shift+P'],
      run: () => ask({ type: 'create' }),
    },
    {
      id: 'backup.now',
      titleKey: 'projects.backup.now',
      keys: ['Mod+Alt+Shift+U'],
      run: async () => {
        showProjects()
        await attempt('backup:now', null)
      },
    },
  ],
  status: [{ id: 'saved', side: 'left', component: SaveStatus }],
  overlays: [UndoCommands, CheckCommands, PackageOverlay, ProjectQuestion],
}
