import { Scale } from 'lucide-react'
import { type Feature, openView } from '../../workbench'
import { AgreementView } from './agreement-view'

/** 编码一致性: agreement between authors on the same reports. */
export const feature: Feature = {
  id: 'agreement',
  views: [{ type: 'agreement', titleKey: 'agreement.title', icon: Scale, area: 'main', component: AgreementView }],
  activities: [],
  commands: [
    {
      id: 'view.agreement',
      titleKey: 'agreement.show',
      keys: ['Mod+Alt+Shift+A'],
      run: () => openView({ type: 'agreement', key: '', params: {} }),
    },
  ],
}
