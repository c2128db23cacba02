import type { Command } from '../../workbench'
import { offers, resumeInterrupted, watchFolder } from './offers'

/** Commands for what waits to be imported. */
export const OFFER_COMMANDS: readonly Command[] = [
  {
    id: 'import.resume',
    titleKey: 'import.command.resume',
    keys: ['Mod+Alt+Shift+R'],
    enabled: () => offers().interrupted !== null,
    run: resumeInterrupted,
  },
  { id: 'import.watch', titleKey: 'import.command.watch', keys: ['Mod+Alt+W'], run: watchFolder },
]
