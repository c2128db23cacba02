import type { Session } from '../../../storage'
import type { Command } from '../../../workbench'
import { openPackage } from './open-package'
import { savePackage } from './save-package'

/** Commands of packages of the open project. */
export const packageCommands = (session: Session): Command[] => [
  {
    id: 'package.save',
    titleKey: 'projects.package.save',
    keys: ['Mod+Alt+Shift+W'],
    run: () => savePackage(session),
  },
  { id: 'package.open', titleKey: 'projects.package.open', keys: ['Mod+Alt+Shift+O'], run: openPackage },
]
