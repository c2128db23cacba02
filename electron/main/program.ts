import { join } from 'node:path'
import { app, type BrowserWindow, clipboard, ipcMain, Menu } from 'electron'
import type { EventName } from '#shared/ipc/channels'
import type { EventPayload } from '#shared/ipc/contract'
import type { Settings } from '#shared/ipc/settings'
import { translate } from '#shared/locales/translate'
import { Feeder } from '../files/feeder'
import { type OpenProject, ProjectFolders } from '../files/project-folder'
import { SettingsFile } from '../files/settings'
import { WatchedFolders } from '../files/watched-folders'
import { readWindowState, writeWindowState } from '../files/window-state'
import { sendEvent } from '../ipc/events'
import { type HandlerNeeds, registerHandlers } from '../ipc/register'
import { watchMain, watchWindow } from './crash'
import { appInfo, diagnostics, userName } from './diagnostics'
import { choosePaths, chooseSavePath, showAbout } from './dialogs'
import { IMPORTER_LANES, startImporter } from './importer-window'
import { Inbox } from './inbox'
import { bringToFront, openMainWindow } from './main-window'
import { menuTemplate } from './menu'
import { Preferences } from './preferences'

/** Errors that harm nothing at once: written to standard error, where a terminal and a test can see them. */
const log = (what: string, error: unknown): void => console.error(`${what}:`, error)

/** The running program: its parts and how they are wired. */
export class Program {
  readonly #profile = app.getPath('userData')
  readonly #user = userName((error) => log('user name', error))
  readonly #preferences: Preferences
  readonly #projects: ProjectFolders
  readonly #feeder: Feeder
  readonly #inbox: Inbox
  readonly #watched: WatchedFolders
  #window: BrowserWindow | null = null
  #remembered: Promise<void> = Promise.resolve()
  #closed = false

  private constructor(settings: SettingsFile) {
    this.#preferences = new Preferences(settings, {
      settingsChanged: (changed) => this.#settingsChanged(changed),
      systemChanged: (system) => {
        this.#buildMenu()
        this.#send('system:changed', system)
      },
    })
    this.#projects = new ProjectFolders(this.#profile, { onGap: (last) => this.#send('journal:behind', { last }) })
    this.#feeder = new Feeder({
      startImporter,
      lanes: IMPORTER_LANES,
      project: () => this.#openProject(),
      author: () => this.#preferences.settings.author || this.#user,
      report: (progress) => this.#send('import:progress', progress),
    })
    this.#watched = new WatchedFolders(this.#profile, {
      found: (folder, files) => this.#send('watch:found', { folder, files }),
    })
    this.#inbox = new Inbox((paths) => this.#feeder.enqueue({ mode: 'import', paths }))
  }

  /** Starts the program, once the app is ready: handlers, menu, window. */
  static async start(): Promise<Program> {
    const settings = new SettingsFile(app.getPath('userData'))
    await settings.load()
    const program = new Program(settings)
    watchMain(program.#crashNeeds())
    registerHandlers(ipcMain, program.#handlerNeeds(), {
      isWorkbench: (contents) => contents === program.#window?.webContents,
      logDefect: log,
    })
    program.#buildMenu()
    await program.#openWindow()
    app.on('will-quit', (event) => program.#quit(event))
    return program
  }

  /** Imports files that came from outside, as soon as the window can take them. */
  receive(paths: readonly string[]): void {
    this.#inbox.add(paths)
  }

  /** Brings the window to the front: somebody started the program again. */
  show(): void {
    if (this.#window) bringToFront(this.#window)
  }

  async #openWindow(): Promise<void> {
    const window = openMainWindow({
      state: await readWindowState(this.#profile),
      dark: this.#preferences.system.dark,
      language: this.#language,
      remember: (state) => {
        // One after another, so that the last one stands; leaving waits for it.
        this.#remembered = this.#remembered
          .then(() => writeWindowState(this.#profile, state))
          .catch((error: unknown) => log('window state', error))
      },
    })
    this.#window = window
    watchWindow(window, this.#crashNeeds())
    // A page that loads again has no listeners until it says so.
    window.webContents.on('did-start-loading', () => this.#inbox.close())
    window.on('closed', () => {
      this.#window = null
      this.#inbox.close()
      void this.#feeder.close()
      app.quit()
    })
  }

  #handlerNeeds(): HandlerNeeds {
    return {
      appInfo: () => this.#info(),
      readSettings: () => this.#preferences.settings,
      writeSettings: (settings) => this.#preferences.write(settings),
      openProject: () => this.#openProject(),
      openedProject: (id) => this.#projects.opened(id),
      feeder: this.#feeder,
      watched: this.#watched,
      choosePaths: async (what) => this.#window && choosePaths(this.#window, this.#language, what),
      sampleFolder: join(app.getAppPath(), 'seeds'),
      chooseSavePath: async (name, type) => this.#window && chooseSavePath(this.#window, this.#language, name, type),
      writeClipboard: (text) => clipboard.writeText(text),
      windowReady: () => {
        this.#inbox.open()
        this.#watched.load().catch((error: unknown) => log('watched folders', error))
      },
    }
  }

  #crashNeeds() {
    return { language: () => this.#language, diagnostics: () => diagnostics(this.#info()) }
  }

  get #language() {
    return this.#preferences.system.language
  }

  #info() {
    return appInfo(this.#preferences.system, this.#user)
  }

  #openProject(): Promise<OpenProject> {
    return this.#projects.open(translate(this.#language, 'menu.firstProject'))
  }

  #settingsChanged(settings: Settings): void {
    this.#buildMenu()
    this.#send('settings:changed', settings)
  }

  #buildMenu(): void {
    const template = menuTemplate({
      language: this.#language,
      settings: this.#preferences.settings,
      platform: process.platform,
      packaged: app.isPackaged,
      command: (command) => this.#send('menu:command', { command }),
      changeSettings: (change) => {
        const settings = { ...this.#preferences.settings, ...change }
        this.#preferences.write(settings).catch((error: unknown) => log('settings', error))
      },
      about: () => void (this.#window && showAbout(this.#window, this.#language, this.#info())),
      copyDiagnostics: () => clipboard.writeText(diagnostics(this.#info())),
    })
    Menu.setApplicationMenu(Menu.buildFromTemplate(template))
  }

  #send<E extends EventName>(event: E, payload: EventPayload<E>): void {
    if (this.#window) sendEvent(this.#window.webContents, event, payload)
  }

  /** Leaves when all is written: what was answered is on disk, what is on its way there gets there. */
  #quit(event: { preventDefault(): void }): void {
    if (this.#closed) return
    event.preventDefault()
    // What the importer has answered goes into the journal before the journal is closed.
    const closed = this.#feeder.close().then(() => this.#projects.close())
    Promise.all([closed, this.#watched.close(), this.#remembered])
      .catch((error: unknown) => log('journal', error))
      .finally(() => {
        this.#closed = true
        app.quit()
      })
  }
}
