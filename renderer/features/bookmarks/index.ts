import { Bookmark } from 'lucide-react'
import type { Feature } from '../../workbench'
import { BookmarksView } from './bookmarks-view'
import { bookmarkCommands } from './commands'

/** 书签: places to come back to (left panel). */
export const feature: Feature = {
  id: 'bookmarks',
  views: [{ type: 'bookmarks', titleKey: 'bookmarks.title', icon: Bookmark, area: 'left', component: BookmarksView }],
  activities: [
    {
      id: 'bookmarks',
      titleKey: 'bookmarks.title',
      icon: Bookmark,
      command: 'view.bookmarks',
      view: 'bookmarks',
      place: 'top',
    },
  ],
  commands: bookmarkCommands,
}
