import { createRoot } from 'react-dom/client'
import { message } from '#shared/model/identity'
import { listen, loadPreferences, preferences } from '../bridge'
import '../ui/theme.css'
import '../ui/base.css'
import { notify, registerCommands, runCommand } from '../workbench'
import { App } from './app'
import { rememberFocus } from './areas'
import { APP_COMMANDS } from './commands'
import { watchErrors } from './errors/watch'
import { FEATURES } from './features'
import { startTranslation } from './i18n'
import { listenToKeys } from './keys'
import { beginOpening } from './project/open'

/** Without persistent storage the system may empty the database when the disk gets full; the user should know. */
async function askForPersistence(): Promise<void> {
  if (!(await navigator.storage.persist())) notify('warning', message('app.notice.notPersistent'))
}

/** Starts the window: preferences and language first, so that the first paint is already right. */
export async function start(): Promise<void> {
  watchErrors(window)
  const loaded = await loadPreferences()
  const opening = beginOpening()
  await startTranslation(preferences().system.language)
  if (!loaded.ok) notify('error', loaded.error)
  registerCommands([...APP_COMMANDS, ...FEATURES.flatMap((feature) => feature.commands)])
  listenToKeys(window)
  rememberFocus(document)
  listen('menu:command', ({ command }) => runCommand(command))
  const root = document.getElementById('root')
  if (!root) throw new Error('index.html has no #root')
  createRoot(root).render(<App opening={opening} />)
  await askForPersistence()
}
