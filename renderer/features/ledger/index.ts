import { Goal } from 'lucide-react'
import { type Feature, openView } from '../../workbench'
import { LedgerView } from './ledger-view'

/** 目标完成台账: every target of a place and year beside the result that later sources give. */
export const feature: Feature = {
  id: 'ledger',
  views: [{ type: 'ledger', titleKey: 'ledgerView.title', icon: Goal, area: 'main', component: LedgerView }],
  activities: [
    {
      id: 'ledger',
      titleKey: 'ledgerView.title',
      icon: Goal,
      command: 'view.ledger',
      view: 'ledger',
      place: 'top',
    },
  ],
  commands: [
    {
      id: 'view.ledger',
      titleKey: 'ledgerView.command.show',
      keys: ['Mod+Shift+U'],
      run: () => openView({ type: 'ledger', key: '', params: {} }),
    },
  ],
}
