import { StickyNote } from 'lucide-react'
import type { Feature } from '../../workbench'
import { memoCommands } from './commands'
import { DraftKeeper } from './draft-keeper'
import { MemosView } from './memos-view'

/** 备忘: all memos of the project in one list, with what links to them. */
export const feature: Feature = {
  id: 'memos',
  views: [{ type: 'memos', titleKey: 'memos.title', icon: StickyNote, area: 'main', component: MemosView }],
  activities: [],
  commands: memoCommands,
  overlays: [DraftKeeper],
}
