import type { Command } from '../../../workbench'
import { activeReader } from '../active'
import { askForPage } from './page-bar'

/** Commands that lead to a place of the text. */
export const placeCommands: readonly Command[] = [
  {
    id: 'reader.goToPage',
    titleKey: 'bookmarks.command.goToPage',
    keys: ['Mod+G'],
    scope: 'reader',
    enabled: () => activeReader() !== null,
    run: askForPage,
  },
]
