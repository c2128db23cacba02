import { execFileSync, spawn } from 'node:child_process'
import { chownSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright-core'

/** A running workbench, driven from outside. */
export interface Workbench {
  app: ElectronApplication
  page: Page
  /** Everything that any window wrote to its console as an error, and errors that no one caught. */
  errors: string[]
  /** Quits as a user does. */
  close(): Promise<void>
  /** `kill -9` of main; its windows die with it. */
  kill(): Promise<void>
}

export interface StartOptions {
  profile: string
  args?: readonly string[]
  settings?: { language?: 'zh-CN' | 'en'; theme?: 'light' | 'dark'; author?: string }
  size?: { width: number; height: number }
  /** False where the project is expected not to open. */
  opens?: boolean
}

/** The app folder under test: a copy that an ordinary user may read, where the launcher made one. */
const APP = process.env.DUIBIAO_APP ?? resolve('.')

/** The Electron of the run; a developer who calls vitest directly gets the launcher's choice. */
function electron(): string {
  return (
    process.env.DUIBIAO_ELECTRON ??
    execFileSync(process.execPath, ['electron/launch/runtime.mjs'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim()
  )
}

const switches = (): string[] =>
  (process.env.DUIBIAO_ELECTRON_SWITCHES ?? (process.getuid?.() === 0 ? '--no-sandbox --disable-gpu' : '--disable-gpu'))
    .split(' ')
    .filter(Boolean)

/** Gives a path to the user that Electron runs as, where that is not ours. */
function hand(path: string): void {
  const [uid, gid] = (process.env.DUIBIAO_OWNER ?? '').split(':').map(Number)
  if (uid && gid) chownSync(path, uid, gid)
}

/** An empty profile folder with a name that has spaces and Chinese in it. */
export function newProfile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'duibiao 测试 '))
  hand(folder)
  return folder
}

/** Removes a profile. Chromium's last processes may still write for a moment. */
export const removeProfile = (profile: string): void =>
  rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })

/** A folder for files to import. */
export function newFolder(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'duibiao 文件 '))
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(folder, name, '..'), { recursive: true })
    writeFileSync(join(folder, name), content)
  }
  hand(folder)
  return folder
}

/** Starts the built app and waits for its window. */
export async function start({ profile, args = [], settings, size, opens = true }: StartOptions): Promise<Workbench> {
  if (settings) {
    writeFileSync(join(profile, 'settings.json'), JSON.stringify({ language: 'zh-CN', theme: 'light', ...settings }))
    hand(join(profile, 'settings.json'))
  }
  const env: Record<string, string> = {}
  for (const [key, value] of Object.entries(process.env)) if (value !== undefined) env[key] = value
  const app = await _electron.launch({
    executablePath: electron(),
    args: [...switches(), APP, ...args],
    env: { ...env, DUIBIAO_PROFILE: profile },
    // Without this the driver itself would add --no-sandbox.
    chromiumSandbox: !switches().includes('--no-sandbox'),
    timeout: 60_000,
  })
  const errors: string[] = []
  const watch = (page: Page) => {
    page.on('console', (entry) => {
      if (entry.type() === 'error') errors.push(`${page.url()}: ${entry.text()}`)
    })
    page.on('pageerror', (error) => errors.push(`${page.url()}: ${error.stack ?? error.message}`))
  }
  for (const window of app.windows()) watch(window)
  app.on('window', watch)
  const page = await mainWindow(app)
  // The project is open once the tabs are there; before, keys would go nowhere.
  if (opens) await page.getByRole('main').getByRole('tab').first().waitFor()
  if (size) await resize(app, size)
  const gone = new Promise<void>((done) => app.process().once('exit', () => done()))
  return {
    app,
    page,
    errors,
    close: () => app.close(),
    kill: async () => {
      app.process().kill('SIGKILL')
      await gone
    },
  }
}

/** The visible window: the importer's is hidden and has another page. */
async function mainWindow(app: ElectronApplication): Promise<Page> {
  const isMain = (page: Page) => page.url().startsWith('app://duibiao') && !page.url().includes('importer')
  const open = app.windows().find(isMain) ?? (await app.waitForEvent('window', { predicate: isMain }))
  await open.waitForLoadState('domcontentloaded')
  return open
}

/** Sets the content size of the main window. */
export async function resize(app: ElectronApplication, size: { width: number; height: number }): Promise<void> {
  const window = await app.browserWindow(await mainWindow(app))
  await window.evaluate((win, { width, height }) => {
    win.unmaximize()
    win.setContentSize(width, height)
  }, size)
}

/** Answers the next open dialogs with these paths, as if the user had chosen them. */
export const chooseInDialog = (app: ElectronApplication, paths: readonly string[]): Promise<void> =>
  app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: chosen.length === 0, filePaths: [...chosen] })
  }, paths)

/** Answers the next save dialogs with this path. */
export const saveInDialog = (app: ElectronApplication, path: string): Promise<void> =>
  app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath })
  }, path)

/** Starts the app once more over a profile that is in use, as a double click on a file does; answers its exit code. */
export function startAgain(profile: string, args: readonly string[]): Promise<number | null> {
  return new Promise((done, failed) => {
    const child = spawn(electron(), [...switches(), APP, ...args], {
      env: { ...process.env, DUIBIAO_PROFILE: profile },
      stdio: 'ignore',
    })
    child.once('error', failed)
    child.once('exit', done)
  })
}
