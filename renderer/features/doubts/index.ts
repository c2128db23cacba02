import { CircleHelp } from 'lucide-react'
import { type Feature, openView } from '../../workbench'
import { DoubtsView } from './doubts-view'
import { DoubtsStatus } from './status'

/** 待核对: what the user should settle, in one list. */
export const feature: Feature = {
  id: 'doubts',
  views: [{ type: 'doubts', titleKey: 'doubts.title', icon: CircleHelp, area: 'main', component: DoubtsView }],
  activities: [],
  commands: [
    {
      id: 'view.doubts',
      titleKey: 'doubts.show',
      keys: ['Mod+Shift+K'],
      run: () => openView({ type: 'doubts', key: '', params: {} }),
    },
  ],
  status: [{ id: 'doubts', side: 'right', component: DoubtsStatus }],
}
