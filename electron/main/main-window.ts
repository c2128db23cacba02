import { type BrowserWindow, dialog, screen } from 'electron'
import { type Language, translate } from '#shared/locales/translate'
import { placeWindow, SMALLEST, type WindowState } from '../files/window-state'
import { WORKBENCH_PAGE } from '../ipc/trusted-sender'
import { GROUND, makeWindow, pageUrl } from './window-factory'

/** What a window of the workbench is opened with. */
export interface MainWindowOptions {
  /** The window's number: it has a place and a layout of its own. */
  number: number
  state: WindowState | null
  dark: boolean
  language: Language
  /** Keeps the state for the next start. */
  remember(state: WindowState): void
}

/** Opens a window of the workbench; it is shown when its first paint is ready. */
export function openMainWindow(options: MainWindowOptions): BrowserWindow {
  const { maximised, ...bounds } = placeWindow(options.state, workAreas())
  const window = makeWindow(
    {
      ...bounds,
      minWidth: Math.min(SMALLEST.width, bounds.width),
      minHeight: Math.min(SMALLEST.height, bounds.height),
      title: translate(options.language, 'menu.name'),
      backgroundColor: options.dark ? GROUND.dark : GROUND.light,
    },
    // Progress of an import and the saving of a change go on while it is covered.
    { backgroundThrottling: false },
  )
  if (maximised) window.maximize()
  window.once('ready-to-show', () => window.show())
  watchState(window, options.remember)
  askBeforeLeaving(window, options.language)
  void window.loadURL(pageUrl(options.number === 1 ? WORKBENCH_PAGE : `${WORKBENCH_PAGE}?window=${options.number}`))
  return window
}

/** A page that has something unsaved does not go without a word. */
function askBeforeLeaving(window: BrowserWindow, language: Language): void {
  window.webContents.on('will-prevent-unload', (event) => {
    const text = (key: string): string => translate(language, `app.save.${key}`)
    const answer = dialog.showMessageBoxSync(window, {
      type: 'warning',
      message: text('leave'),
      detail: text('leaveDetail'),
      buttons: [text('stay'), text('leaveAnyway')],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    })
    if (answer === 1) event.preventDefault()
  })
}

/** Shows a window again that is minimised or behind others. */
export function bringToFront(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}

function workAreas() {
  const main = screen.getPrimaryDisplay()
  const others = screen.getAllDisplays().filter((display) => display.id !== main.id)
  return [main, ...others].map((display) => display.workArea)
}

/** Where a window stands. */
export const stateOf = (window: BrowserWindow): WindowState => ({
  ...window.getNormalBounds(),
  maximised: window.isMaximized(),
})

/** Tells the state when the window has stood still for a while, and at its end. */
function watchState(window: BrowserWindow, remember: (state: WindowState) => void): void {
  let timer: NodeJS.Timeout | null = null
  const write = (): void => {
    if (timer) clearTimeout(timer)
    timer = null
    remember(stateOf(window))
  }
  const later = (): void => {
    if (timer) clearTimeout(timer)
    timer = setTimeout(write, 500)
  }
  window.on('resize', later)
  window.on('move', later)
  window.on('maximize', later)
  window.on('unmaximize', later)
  window.on('close', write)
}
