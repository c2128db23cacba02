import { Columns3 } from 'lucide-react'
import { type Feature, openView } from '../../workbench'
import { pageCommands } from './commands'
import { PassagesView } from './passages-view'

/** 并排看原文: what up to six reports say about a topic or an indicator, in columns. */
export const feature: Feature = {
  id: 'passages',
  views: [{ type: 'passages', titleKey: 'passages.title', icon: Columns3, area: 'main', component: PassagesView }],
  activities: [],
  commands: [
    {
      id: 'view.passages',
      titleKey: 'passages.show',
      keys: ['Mod+Alt+V'],
      run: () => openView({ type: 'passages', key: '', params: {} }),
    },
    ...pageCommands,
  ],
}

export { openPassages } from './open'
