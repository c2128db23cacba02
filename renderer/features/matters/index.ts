import { ClipboardCheck } from 'lucide-react'
import { type Feature, openView } from '../../workbench'
import { MattersView } from './matters-view'

/** 事项表: relative targets, ranks, claims, lists and ventures of the whole project, to review, link and export. */
export const feature: Feature = {
  id: 'matters',
  views: [{ type: 'matters', titleKey: 'matters.title', icon: ClipboardCheck, area: 'main', component: MattersView }],
  activities: [
    {
      id: 'matters',
      titleKey: 'matters.title',
      icon: ClipboardCheck,
      command: 'view.matters',
      view: 'matters',
      place: 'top',
    },
  ],
  commands: [
    {
      id: 'view.matters',
      titleKey: 'matters.grid.show',
      keys: ['Mod+Alt+I'],
      run: () => openView({ type: 'matters', key: '', params: {} }),
    },
  ],
}
