import { Combine } from 'lucide-react'
import { type Feature, openView } from '../../workbench'
import { MergeView } from './merge-view'

/** 合并课题包: another analyst's package becomes part of this project. */
export const feature: Feature = {
  id: 'merge',
  views: [
    { type: 'merge', titleKey: 'merge.title', icon: Combine, area: 'main', component: MergeView, transient: true },
  ],
  activities: [],
  commands: [
    {
      id: 'view.merge',
      titleKey: 'merge.show',
      keys: ['Mod+Alt+Shift+J'],
      run: () => openView({ type: 'merge', key: '', params: {} }),
    },
  ],
}
