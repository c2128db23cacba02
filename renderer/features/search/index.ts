import { Search } from 'lucide-react'
import type { Feature } from '../../workbench'
import { searchCommands } from './commands'
import { SearchView } from './search-view'
import { SearchKeeper } from './use-search'

/** 检索: any words over all texts, counted by place and year, each hit in its surroundings. */
export const feature: Feature = {
  id: 'search',
  views: [{ type: 'search', titleKey: 'search.title', icon: Search, area: 'main', component: SearchView }],
  activities: [
    { id: 'search', titleKey: 'search.title', icon: Search, command: 'view.search', view: 'search', place: 'top' },
  ],
  commands: searchCommands,
  overlays: [SearchKeeper],
}
