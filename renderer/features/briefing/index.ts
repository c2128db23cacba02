import { FileText } from 'lucide-react'
import { currentLocation, type Feature, openView } from '../../workbench'
import { BriefingView } from './briefing-view'
import { PrintRoot } from './print-root'

const keyOfComparison = (): string | null => {
  const here = currentLocation()
  return here?.type === 'compare' ? here.key : null
}

/** 材料: tables, tasks and briefings for a leader's desk. */
export const feature: Feature = {
  id: 'briefing',
  views: [{ type: 'briefing', titleKey: 'briefing.title', icon: FileText, area: 'main', component: BriefingView }],
  activities: [
    {
      id: 'briefing',
      titleKey: 'briefing.title',
      icon: FileText,
      command: 'view.briefing',
      view: 'briefing',
      place: 'top',
    },
  ],
  commands: [
    {
      id: 'view.briefing',
      titleKey: 'briefing.command.show',
      keys: ['Mod+Shift+Y'],
      run: () => openView({ type: 'briefing', key: '', params: {} }),
    },
    {
      id: 'briefing.fromComparison',
      titleKey: 'briefing.command.fromComparison',
      keys: ['Mod+P'],
      scope: 'compare',
      enabled: () => keyOfComparison() !== null,
      run: () => openView({ type: 'briefing', key: keyOfComparison() ?? '', params: {} }),
    },
  ],
  overlays: [PrintRoot],
}
