import { useEffect } from 'react'
import { type Session, useSession } from '../../../storage'
import { type Command, openView, registerCommands } from '../../../workbench'
import { checkProject } from './checking'

/** The command that checks the open project. */
export const checkCommands = (session: Session): Command[] => [
  {
    id: 'project.check',
    titleKey: 'projects.check.now',
    keys: ['Mod+Alt+Shift+K'],
    run: () => {
      openView({ type: 'projects', key: '', params: {} })
      return checkProject(session)
    },
  },
]

/** Adds the command; draws nothing. */
export function CheckCommands() {
  const session = useSession()
  useEffect(() => registerCommands(checkCommands(session)), [session])
  return null
}
