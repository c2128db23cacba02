import { ChartColumn } from 'lucide-react'
import { type Feature, inHand, openView } from '../../workbench'
import { type ActiveComparison, activeComparison } from './active'
import { addInHand } from './adding'
import { CompareView } from './compare-view'
import { PictureDialog } from './picture-dialog'

export { chartOf } from './chart-plans'
export { chartWords } from './chart-words'
export { fileName } from './exports'
export { useComparison, type WorkingComparison } from './use-comparison'
export { useWords, type Words } from './words'

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
  overlays: [PictureDialog],
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
    onActive('duplicate', ['Mod+Alt+Shift+D']),
    onActive('beside', ['Mod+Alt+Shift+B']),
    onActive('turn', ['Mod+Alt+H']),
    onActive('latest', ['Mod+Alt+Shift+L']),
    onActive('totals', ['Mod+Alt+Shift+S']),
    onActive('groups', ['Mod+Alt+Shift+G']),
    {
      id: 'compare.add',
      titleKey: 'compare.command.add',
      keys: ['Mod+Alt+Z'],
      enabled: () => inHand().length > 0,
      run: addInHand,
    },
  ],
}
