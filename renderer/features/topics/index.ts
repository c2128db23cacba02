import { Tags } from 'lucide-react'
import { type Feature, openView } from '../../workbench'
import { RefreshStatus } from './refresh-status'
import { TopicsView } from './topics-view'

/** 章节主题: the editable set of topics. */
export const feature: Feature = {
  id: 'topics',
  views: [{ type: 'topics', titleKey: 'topics.title', icon: Tags, area: 'main', component: TopicsView }],
  activities: [],
  commands: [
    {
      id: 'view.topics',
      titleKey: 'topics.show',
      keys: ['Mod+Shift+T'],
      run: () => openView({ type: 'topics', key: '', params: {} }),
    },
  ],
  status: [{ id: 'refresh', side: 'left', component: RefreshStatus }],
}
