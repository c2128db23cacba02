import { join } from 'node:path'
import { app, clipboard, ipcMain, Menu, type WebContents } from 'electron'
import { hasEnded, type ImportProgress } from '#shared/ipc/imports'
import type { Settings } from '#shared/ipc/settings'
import { translate } from '#shared/locales/translate'
import { Backups } from '../files/backups/backups'
import { secureBeforeMigration } from '../files/backups/before-migration'
import { Feeder } from '../files/feeder'
import { Checks } from '../files/package/checks'
import { OpenedPackages } from '../files/package/opened'
import { SavingPackages } from '../files/package/saving'
import { UnfinishedFiles } from '../files/package/unfinished'
import { type OpenProject, ProjectFolders } from '../files/project-folder'
import { SettingsFile } from '../files/settings'
import { WatchedFolders } from '../files/watched-folders'
import { type HandlerNeeds, registerHandlers } from '../ipc/register'
import { watchMain, watchWindow } from './crash'
import { appInfo, diagnostics, programName, userName } from './diagnostics'
import { chooseBackupFolder, chooseOpenPath, choosePaths, chooseSavePath, showAbout } from './dialogs'
import { IMPORTER_LANES, startImporter } from './importer-window'
import { Inbox } from './inbox'
import { menuTemplate } from './menu'
import { onPageLoads } from './page-loads'
import { Preferences } from './preferences'
import { printPdf } from './print'
import { Windows } from './windows'

/** Errors that harm nothing at once: written to standard error, where a terminal and a test can see them. */
const log = (what: string, error: unknown): void => console.error(`${what}:`, error)

/** The running program: its parts and how they are wired. */
export class Program {
  readonly #profile = app.getPath('userData')
  readonly #offeredBackups = join(app.getPath('documents'), 'Duibiao 备份')
  readonly #user = userName((error) => log('user name', error))
  readonly #preferences: Preferences
  readonly #projects: ProjectFolders
  readonly #feeder: Feeder
  readonly #saving: SavingPackages
  readonly #opened: OpenedPackages
  readonly #checks = new Checks()
  readonly #backups: Backups
  readonly #unfinished = new UnfinishedFiles(this.#profile)
  readonly #inbox: Inbox
  readonly #watched: WatchedFolders
  readonly #windows: Windows
  /** The contents that asked for an import, by its run. */
  readonly #askers = new Map<string, unknown>()
  /** The project that the windows show. */
  #shown: string | null = null
  #closed = false

  private constructor(settings: SettingsFile) {
    this.#windows = new Windows(this.#profile, {
      dark: () => this.#preferences.system.dark,
      language: () => this.#language,
      opened: (window) => {
        watchWindow(window, this.#crashNeeds())
        this.#forgetPackagesOf(window.webContents)
        window.webContents.once('dom-ready', () => this.#openAhead())
      },
      ready: () => this.#inbox.open(),
      deaf: () => this.#inbox.close(),
      closed: () => {
        void this.#feeder.close()
        app.quit()
      },
      logFailure: (error) => log('window state', error),
    })
    this.#preferences = new Preferences(settings, {
      settingsChanged: (changed) => this.#settingsChanged(changed),
      systemChanged: (system) => {
        this.#buildMenu()
        this.#windows.send('system:changed', system)
      },
    })
    // One window is enough: what it sends is what all of them have.
    const onGap = (last: number) => this.#windows.sendOne('journal:behind', { last })
    this.#projects = new ProjectFolders(this.#profile, {
      onGap,
      onAppended: () => this.#inBackground(this.#backups.appended()),
      isImporting: () => this.#feeder.busy,
      leaving: (open) => this.#backups.leaving(open),
      unread: () => this.#backups.idle(),
      beforeMigration: (open) =>
        secureBeforeMigration(this.#profile, programName(), open, {
          told: (step, done, total) => this.#windows.send('project:securing', { step, done, total }),
          kept: (error) => log('before a migration', error),
        }),
      notOpened: () => this.#windows.send('project:securing', { step: 'failed', done: 0, total: 0 }),
    })
    this.#feeder = new Feeder({
      startImporter,
      lanes: IMPORTER_LANES,
      project: () => this.#openProject(),
      author: () => this.#preferences.settings.author || this.#user,
      report: (progress) => this.#reportImport(progress),
      held: (run, last) => this.#windows.sendOne('import:held', { run, last }),
    })
    const project = () => this.#projects.opened()
    this.#saving = new SavingPackages({
      project,
      unfinished: this.#unfinished,
      app: programName(),
      told: (token, step, done, total) => this.#windows.send('package:progress', { token, step, done, total }),
    })
    this.#opened = new OpenedPackages({
      project,
      projects: this.#projects,
      told: (token, step, done, total) => this.#windows.send('package:progress', { token, step, done, total }),
    })
    this.#backups = new Backups({
      profile: this.#profile,
      offered: this.#offeredBackups,
      app: programName(),
      project,
      projects: this.#projects,
      isImporting: () => this.#feeder.busy,
      changed: (state) => this.#windows.send('backup:changed', state),
      told: (step, done, total) => this.#windows.send('package:progress', { token: null, step, done, total }),
    })
    this.#watched = new WatchedFolders(this.#profile, {
      found: (folder, files) => this.#windows.send('watch:found', { folder, files }),
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
      isWorkbench: (contents) => program.#windows.has(contents),
      logDefect: log,
    })
    program.#buildMenu()
    await program.#projects.clearStaging()
    program.#inBackground(program.#unfinished.clear())
    program.#inBackground(program.#backups.clear())
    await program.#windows.open()
    app.on('will-quit', (event) => program.#quit(event))
    return program
  }

  /** Imports files that came from outside, as soon as the window can take them. */
  receive(paths: readonly string[]): void {
    this.#inbox.add(paths)
  }

  /** Brings a window to the front: somebody started the program again. */
  show(): void {
    this.#windows.show()
  }

  /** Every window hears of an import; the one that asked for it, else the current one, shows what it came to. */
  #reportImport(progress: ImportProgress): void {
    const asker = this.#askers.get(progress.run)
    const own = this.#windows.has(asker) ? asker : this.#windows.current?.webContents
    this.#windows.sendEach('import:progress', (contents) =>
      contents === own ? progress : { ...progress, elsewhere: true },
    )
    if (!hasEnded(progress)) return
    this.#askers.delete(progress.run)
    // The queue is empty only after the last event of a run.
    setImmediate(() => this.#backups.imported())
  }

  #handlerNeeds(): HandlerNeeds {
    return {
      appInfo: () => this.#info(),
      readSettings: () => this.#preferences.settings,
      writeSettings: (settings) => this.#preferences.write(settings),
      openProject: () => this.#openProject(),
      openedProject: (id) => this.#projects.opened(id),
      projects: this.#projects,
      firstName: () => translate(this.#language, 'menu.firstProject'),
      projectChanged: () => void this.#showProject(),
      listChanged: () => this.#windows.send('project:listChanged', null),
      checked: (done, total) => this.#windows.send('project:checked', { done, total }),
      feeder: this.#feeder,
      saving: this.#saving,
      opened: this.#opened,
      checks: this.#checks,
      backups: this.#backups,
      offeredBackups: this.#offeredBackups,
      chooseBackupFolder: async (contents) => {
        const window = this.#windows.asking(contents)
        return window && chooseBackupFolder(window, this.#language)
      },
      watched: this.#watched,
      choosePaths: async (what, contents) => {
        const window = this.#windows.asking(contents)
        return window && choosePaths(window, this.#language, what)
      },
      askedFor: (run, contents) => void this.#askers.set(run, contents),
      sampleFolder: join(app.getAppPath(), 'seeds'),
      chooseSavePath: async (name, type, contents) => {
        const window = this.#windows.asking(contents)
        return window && chooseSavePath(window, this.#language, name, type)
      },
      printPdf: async (page, contents) => {
        const window = this.#windows.asking(contents)
        if (!window) throw new Error('no window to print')
        return printPdf(window, page)
      },
      chooseOpenPath: async (type, contents) => {
        const window = this.#windows.asking(contents)
        return window && chooseOpenPath(window, this.#language, type)
      },
      writeClipboard: (text) => clipboard.writeText(text),
      openWindow: () => this.#windows.open(),
      windowReady: (contents) => {
        this.#windows.ready(contents)
        this.#inBackground(this.#backups.appended())
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

  /** What nobody waits for; a failure is written to standard error. */
  #inBackground(work: Promise<void>): void {
    work.catch((error: unknown) => log('backup', error))
  }

  #info() {
    return appInfo(this.#preferences.system, this.#user)
  }

  async #openProject(): Promise<OpenProject> {
    const open = await this.#projects.open(translate(this.#language, 'menu.firstProject'))
    this.#shown ??= open.project.id
    return open
  }

  /**
   * Opens the project while the first window still loads its code: it will ask for it next, and a long journal takes a
   * while. What keeps it from being opened is told when the window asks, which tries again.
   */
  #openAhead(): void {
    this.#openProject().catch(() => undefined)
  }

  /** A page that loads again, or is gone, has forgotten its tokens. */
  #forgetPackagesOf(contents: WebContents): void {
    const forget = (): void => {
      this.#checks.stop(contents)
      Promise.all([this.#saving.abandon(contents), this.#opened.abandon(contents)]).catch((error: unknown) =>
        log('packages', error),
      )
    }
    onPageLoads(contents, forget)
    contents.on('destroyed', forget)
  }

  /** Loads every window again where another project is open than the one that they show. */
  async #showProject(): Promise<void> {
    const open = await this.#projects.opened().catch(() => null)
    if (!open || open.project.id === this.#shown) return
    this.#shown = open.project.id
    this.#windows.reload()
  }

  #settingsChanged(settings: Settings): void {
    this.#buildMenu()
    this.#windows.send('settings:changed', settings)
  }

  #buildMenu(): void {
    const template = menuTemplate({
      language: this.#language,
      settings: this.#preferences.settings,
      platform: process.platform,
      packaged: app.isPackaged,
      command: (command) => this.#windows.sendOne('menu:command', { command }),
      changeSettings: (change) => {
        const settings = { ...this.#preferences.settings, ...change }
        this.#preferences.write(settings).catch((error: unknown) => log('settings', error))
      },
      about: () => {
        const { current } = this.#windows
        if (current) void showAbout(current, this.#language, this.#info())
      },
      copyDiagnostics: () => clipboard.writeText(diagnostics(this.#info())),
    })
    Menu.setApplicationMenu(Menu.buildFromTemplate(template))
  }

  /** Leaves when all is written: what was answered is on disk, what is on its way there gets there. */
  #quit(event: { preventDefault(): void }): void {
    if (this.#closed) return
    event.preventDefault()
    // What the importer has answered goes into the journal before the journal is closed.
    const packages = Promise.all([this.#saving.abandon(), this.#opened.abandon()])
    const closed = Promise.all([this.#feeder.close(), packages])
      .then(() => this.#backups.close())
      .then(() => this.#projects.close())
    Promise.all([closed, this.#watched.close(), this.#windows.settled()])
      .catch((error: unknown) => log('journal', error))
      .finally(() => {
        this.#closed = true
        app.quit()
      })
  }
}
