import { join } from 'node:path'
import { BrowserWindow, type BrowserWindowConstructorOptions } from 'electron'
import { APP_ORIGIN } from '../ipc/trusted-sender'

/** The grounds of the two themes (`renderer/ui/theme.css`, --db-ground), so that no flash is seen before the first paint. */
export const GROUND = { light: '#f3f4f6', dark: '#16181d' } as const

/** How the process of a window's page runs. */
interface PageProcess {
  backgroundThrottling: boolean
  /** Settings of its JavaScript engine alone, as V8 names them on a command line. */
  engine?: readonly string[]
}

/** A window of ours, closed in every respect; not shown yet. */
export function makeWindow(
  options: BrowserWindowConstructorOptions,
  { backgroundThrottling, engine = [] }: PageProcess,
): BrowserWindow {
  return new BrowserWindow({
    ...options,
    show: false,
    webPreferences: {
      preload: join(import.meta.dirname, '../preload/index.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      webSecurity: true,
      spellcheck: false,
      enableWebSQL: false,
      navigateOnDragDrop: false,
      backgroundThrottling,
      // The one way to give settings to a single page's process: Chromium reads the arguments that are added as its own.
      additionalArguments: engine.length > 0 ? [`--js-flags=${engine.join(' ')}`] : [],
    },
  })
}

/** The address of one of our pages. */
export const pageUrl = (page: string): string => APP_ORIGIN + page
