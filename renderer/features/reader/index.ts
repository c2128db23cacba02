import { BookOpenText, ListTree } from 'lucide-react'
import type { Feature } from '../../workbench'
import { readerCommands } from './commands'
import { correctingCommands } from './correcting/commands'
import { hereCommands } from './here/commands'
import { OutlineView } from './outline-view'
import { placeCommands } from './places/commands'
import { ReaderView } from './reader-view'
import { lookCommands } from './typography/commands'
import { WarmUp } from './warm-up'

/** The reader (tab) and the outline of the reader in front (left panel). */
export const feature: Feature = {
  id: 'reader',
  views: [
    { type: 'reader', titleKey: 'reader.title', icon: BookOpenText, area: 'main', component: ReaderView },
    { type: 'outline', titleKey: 'reader.outline.title', icon: ListTree, area: 'left', component: OutlineView },
  ],
  activities: [
    {
      id: 'outline',
      titleKey: 'reader.outline.title',
      icon: ListTree,
      command: 'view.outline',
      view: 'outline',
      place: 'top',
    },
  ],
  overlays: [WarmUp],
  commands: [...hereCommands, ...lookCommands, ...readerCommands, ...correctingCommands, ...placeCommands],
}

export {
  activeReader,
  currentName,
  type OpenReader,
  readerStore,
  reportInFront,
  useActiveReader,
  useReaders,
} from './active'
export { applyCode, subjectOf } from './coding'
export { CODE_DRAG } from './editor/dropping'
export { shortTitle } from './labels'
export { markOf } from './marks'
export { BesideText } from './popups/beside-text'
export { codePath } from './popups/choices'
export { copyQuote, quoteOf } from './quote'
export { ReaderSurface } from './reader-surface'
export { reportAt, selectedSpan } from './selection'
export { showMatter, showStatement } from './show-statement'
