import { Calculator } from 'lucide-react'
import { type Feature, openView } from '../../workbench'
import { AuditView } from './audit-view'

/** 数据核查: the arithmetic inside and between reports. */
export const feature: Feature = {
  id: 'audit',
  views: [{ type: 'audit', titleKey: 'auditView.title', icon: Calculator, area: 'main', component: AuditView }],
  activities: [
    {
      id: 'audit',
      titleKey: 'auditView.title',
      icon: Calculator,
      command: 'view.audit',
      view: 'audit',
      place: 'top',
    },
  ],
  commands: [
    {
      id: 'view.audit',
      titleKey: 'auditView.command.show',
      keys: ['Mod+Shift+J'],
      run: () => openView({ type: 'audit', key: '', params: {} }),
    },
  ],
}
