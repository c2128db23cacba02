import { Library } from 'lucide-react'
import { type Feature, openView } from '../../workbench'
import { EditDialog } from './bulk/edit-dialog'
import { ConfirmDialog, GroupDialog, HideDialog } from './bulk/questions'
import { RereadDialog } from './bulk/reread-dialog'
import { LibraryView } from './library-view'
import { CountStatus } from './status'

export { BulkBar } from './bulk/bulk-bar'
export { openBulk } from './bulk/state'
export { openLine } from './commands'
export { Recognition } from './inspector/recognition'
export { KindChip } from './kind-chip'
export { goTo, type Held, type Marks, markAll, moveTo, target, targets, toggle, unmark } from './marks'
export { libraryState } from './state'

/** 资料库: what is in the project, how it was understood, and where to correct it. */
export const feature: Feature = {
  id: 'library',
  views: [{ type: 'library', titleKey: 'library.title', icon: Library, area: 'main', component: LibraryView }],
  activities: [
    {
      id: 'library',
      titleKey: 'library.title',
      icon: Library,
      command: 'view.library',
      view: 'library',
      place: 'top',
    },
  ],
  commands: [
    {
      id: 'view.library',
      titleKey: 'library.command.show',
      keys: ['Mod+Shift+L'],
      run: () => openView({ type: 'library', key: '', params: {} }),
    },
  ],
  status: [{ id: 'counts', side: 'right', component: CountStatus }],
  overlays: [EditDialog, ConfirmDialog, RereadDialog, GroupDialog, HideDialog],
}
