import { app, type BrowserWindow, clipboard, dialog, type MessageBoxOptions } from 'electron'
import { type Language, languageOf, translate } from '#shared/locales/translate'
import { describeError } from './diagnostics'

/** What the dialogs of a crash need. */
export interface CrashNeeds {
  language(): Language
  /** Version and runtime, put before the details that are copied. */
  diagnostics(): string
}

/** Tells the user when a window's process has died, and loads it again or quits. */
export function watchWindow(window: BrowserWindow, needs: CrashNeeds): void {
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit') return
    console.error(`window gone: ${reason} (${exitCode})`)
    const detail = translate(needs.language(), 'menu.crash.windowDetail', { reason, code: exitCode })
    void ask(needs, 'windowTitle', detail, 'reload', () => window.webContents.reload())
  })
}

/** Says why the program cannot start, and ends it. To be called once the app is ready. */
export function refuseStart(why: 'profile' | 'start', params: Record<string, string>): void {
  const language = languageOf(app.getLocale())
  const detail = translate(language, `menu.crash.${why}`, params)
  console.error(detail)
  dialog.showErrorBox(translate(language, 'menu.name'), detail)
  app.exit(1)
}

/** Tells the user of an error in main that nothing caught; one at a time, a repeated one would bury the desktop. */
export function watchMain(needs: CrashNeeds): void {
  let asking = false
  const tell = (error: unknown): void => {
    console.error(error)
    if (asking) return
    asking = true
    void app
      .whenReady()
      .then(() => ask(needs, 'mainTitle', describeError(error), 'proceed', () => undefined))
      .finally(() => {
        asking = false
      })
  }
  process.on('uncaughtException', tell)
  process.on('unhandledRejection', tell)
}

/** Shows what happened with three ways on; the dialog stays while details are copied. */
async function ask(
  needs: CrashNeeds,
  title: 'windowTitle' | 'mainTitle',
  detail: string,
  goOn: 'reload' | 'proceed',
  onGoOn: () => void,
): Promise<void> {
  const text = (key: string): string => translate(needs.language(), `menu.crash.${key}`)
  const options: MessageBoxOptions = {
    type: 'error',
    message: text(title),
    detail,
    buttons: [text(goOn), text('copy'), text('quit')],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  }
  for (;;) {
    const { response } = await dialog.showMessageBox(options)
    if (response === 2) return app.quit()
    if (response === 0) return onGoOn()
    clipboard.writeText(`${needs.diagnostics()}\n\n${text(title)}\n${detail}`)
  }
}
