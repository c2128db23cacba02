import { ChartColumn } from 'lucide-react'
import { type Feature, openView } from '../../workbench'
import { type ActiveComparison, activeComparison } from './active'
import { CompareView } from './compare-view'

const onActive = (id: keyof ActiveComparison, keys?: readonly string[]) => ({
  id: `compare.${id === 'create' ? 'new' : id}`,
  titleKey: `compare.command.${id === 'create' ? 'new' : id}`,
  ...(keys ? { keys, scope: 'compare' } : {}),
  enabled: () => activeComparison() !== null,
  run: () => activeComparison()?.[id](),
})

/** Comparisons (对比): table and charts of places, years and indicators. */
export const feature: Feature = {
  id: 'compare',
  views: [{ type: 'compare', titleKey: 'compare.title', icon: ChartColumn, area: 'main', component: CompareView }],
  activities: [
    {
      id: 'compare',
      titleKey: 'compare.title',
      icon: ChartColumn,
      command: 'view.compare',
      view: 'compare',
      place: 'top',
    },
  ],
  commands: [
    {
      id: 'view.compare',
      titleKey: 'compare.command.open',
      keys: ['Mod+Shift+D'],
      run: () => openView({ type: 'compare', key: '', params: {} }),
    },
    onActive('exportCsv', ['Mod+Shift+C']),
    onActive('exportXlsx', ['Mod+E']),
    onActive('exportPng', ['Mod+Alt+P']),
    onActive('save', ['Mod+S']),
    onActive('create', ['Mod+Alt+N']),
  ],
}
