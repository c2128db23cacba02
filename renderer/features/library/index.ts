import { Library } from 'lucide-react'
import { type Feature, openView } from '../../workbench'
import { LibraryView } from './library-view'
import { CountStatus } from './status'

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
}
