import { TextQuote } from 'lucide-react'
import { type Feature, openView } from '../../workbench'
import { QuotesView } from './quotes-view'

/** 摘录表: every coded passage of the project, to sort, filter, code and export. */
export const feature: Feature = {
  id: 'quotes',
  views: [{ type: 'quotes', titleKey: 'quotes.title', icon: TextQuote, area: 'main', component: QuotesView }],
  activities: [
    { id: 'quotes', titleKey: 'quotes.title', icon: TextQuote, command: 'view.quotes', view: 'quotes', place: 'top' },
  ],
  commands: [
    {
      id: 'view.quotes',
      titleKey: 'quotes.show',
      keys: ['Mod+Shift+Q'],
      run: () => openView({ type: 'quotes', key: '', params: {} }),
    },
  ],
}
