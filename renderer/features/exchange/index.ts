import { ArrowLeftRight } from 'lucide-react'
import { type Feature, openView } from '../../workbench'
import { ExchangeView } from './exchange-view'

/** 与其他软件交换: REFI-QDA, web annotations, tables and coded web pages, out and in. */
export const feature: Feature = {
  id: 'exchange',
  views: [
    {
      type: 'exchange',
      titleKey: 'exchange.title',
      icon: ArrowLeftRight,
      area: 'main',
      component: ExchangeView,
      transient: true,
    },
  ],
  activities: [],
  commands: [
    {
      id: 'view.exchange',
      titleKey: 'exchange.show',
      keys: ['Mod+Alt+Shift+Q'],
      run: () => openView({ type: 'exchange', key: '', params: {} }),
    },
  ],
}
