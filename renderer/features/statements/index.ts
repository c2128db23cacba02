import { ListChecks } from 'lucide-react'
import { type Feature, openView } from '../../workbench'
import { StatementsView } from './statements-view'

/** Review of statements (right panel). */
export const feature: Feature = {
  id: 'statements',
  views: [
    { type: 'statements', titleKey: 'statements.title', icon: ListChecks, area: 'right', component: StatementsView },
  ],
  activities: [
    {
      id: 'statements',
      titleKey: 'statements.title',
      icon: ListChecks,
      command: 'view.statements',
      view: 'statements',
      place: 'top',
    },
  ],
  commands: [
    {
      id: 'view.statements',
      titleKey: 'statements.show',
      keys: ['Mod+Shift+E'],
      run: () => openView({ type: 'statements', key: '', params: {} }),
    },
  ],
}
