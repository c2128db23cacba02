import { Quote } from 'lucide-react'
import { type Feature, openView } from '../../workbench'
import { PhrasesKeeper } from './keeper'
import { PhrasesView } from './phrases-view'

/** 提法追踪: groups of wordings and their use by place and year. */
export const feature: Feature = {
  id: 'phrases',
  views: [{ type: 'phrases', titleKey: 'phrases.title', icon: Quote, area: 'main', component: PhrasesView }],
  overlays: [PhrasesKeeper],
  activities: [],
  commands: [
    {
      id: 'view.phrases',
      titleKey: 'phrases.show',
      keys: ['Mod+Alt+Shift+T'],
      run: () => openView({ type: 'phrases', key: '', params: {} }),
    },
  ],
}
