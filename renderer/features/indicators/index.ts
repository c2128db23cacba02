import { BookMarked } from 'lucide-react'
import { type Feature, openView } from '../../workbench'
import { IndicatorsView } from './indicators-view'
import { DictionaryKeeper } from './use-dictionary'

/** 指标表: the indicators, the user's own among them, and the phrases that are none yet. */
export const feature: Feature = {
  id: 'indicators',
  views: [
    { type: 'indicators', titleKey: 'indicatorTable.title', icon: BookMarked, area: 'main', component: IndicatorsView },
  ],
  activities: [],
  commands: [
    {
      id: 'view.indicators',
      titleKey: 'indicatorTable.show',
      keys: ['Mod+Shift+I'],
      run: () => openView({ type: 'indicators', key: '', params: {} }),
    },
  ],
  overlays: [DictionaryKeeper],
}

export { currentDictionary, nameIn, nameOf, useDictionary } from './use-dictionary'
