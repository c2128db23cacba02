import { execFileSync, spawn } from 'node:child_process'
import { closeSync, openSync, readSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { newFolder } from './driver'

/** A packed application folder and its program. */
export interface Packed {
  folder: string
  program: string
}

/** Packs the built app on the Electron of the run, as `npm run pack` does, into a folder of the system's for such things. */
export function pack(): Packed {
  const electron = process.env.DUIBIAO_ELECTRON
  const env = { ...process.env, ...(electron ? { ELECTRON_OVERRIDE_DIST_PATH: dirname(electron) } : {}) }
  const words = ['electron/launch/pack.mjs', '--output', join(newFolder({}), 'dist')]
  const said = execFileSync(process.execPath, words, { env, encoding: 'utf8' })
  const folder = said.trim().split('\n').at(-1) ?? ''
  return { folder, program: join(folder, 'duibiao') }
}

/** Chromium's switches of the run: root gets no sandbox, and a virtual display has no graphics card. */
const switches = (): string[] => [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--disable-gpu']

export interface Answered {
  code: number | null
  out: string
  err: string
}

/** Answers a command from the packed program, without a display. */
export function commandOf({ program }: Packed, words: readonly string[], input = ''): Promise<Answered> {
  const { DISPLAY: _x, WAYLAND_DISPLAY: _wayland, ...env } = process.env
  const child = spawn(program, [...switches(), '--cli', ...words], {
    env: { ...env, LC_ALL: 'en_US.UTF-8' },
  })
  return answered(child, input)
}

function answered(child: ReturnType<typeof spawn>, input: string): Promise<Answered> {
  let [out, err] = ['', '']
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    out += text
  })
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    err += text
  })
  child.stdin?.on('error', () => undefined)
  child.stdin?.end(input)
  return new Promise((done, failed) => {
    child.once('error', failed)
    child.once('close', (code) => done({ code, out, err }))
  })
}

/** The packed workbench, driven over Chromium's own protocol: nothing can look into its main process. */
export interface PackedWorkbench {
  page: Page
  browser: Browser
  /** All that it has written to standard error so far. */
  said(): string
  /** Quits as a user does who closes the window. */
  close(): Promise<number | null>
}

/**
 * Starts the packed workbench with a port for Chromium's protocol.
 * @param options `args` more of its arguments, `env` more of its environment
 */
export async function startPacked(
  { program }: Packed,
  profile: string,
  options: { args?: readonly string[]; env?: Readonly<Record<string, string>> } = {},
): Promise<PackedWorkbench> {
  const child = spawn(program, [...switches(), '--remote-debugging-port=0', ...(options.args ?? [])], {
    env: { ...process.env, ...options.env, DUIBIAO_PROFILE: profile },
  })
  const ended = new Promise<number | null>((done) => child.once('exit', done))
  let said = ''
  const address = await new Promise<string>((done, failed) => {
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text
      const found = /DevTools listening on (ws:\S+)/.exec(said)?.[1]
      if (found) done(found)
    })
    child.once('error', failed)
    child.once('exit', (code) => failed(new Error(`the packed program ended with code ${code}:\n${said}`)))
  })
  const browser = await chromium.connectOverCDP(address)
  const [context] = browser.contexts()
  if (!context) throw new Error('the packed program has no browser context')
  const isMain = (page: Page) => page.url().startsWith('app://duibiao') && !page.url().includes('importer')
  const page = context.pages().find(isMain) ?? (await context.waitForEvent('page', { predicate: isMain }))
  return {
    page,
    browser,
    said: () => said,
    close: async () => {
      await page.close({ runBeforeUnload: false })
      return ended
    },
  }
}

/** A file in an archive's header, or a folder with what it holds. */
interface Entry {
  files?: Record<string, Entry>
}

/** The files inside an archive of Electron's (`app.asar`): its header is JSON behind four numbers. */
export function filesInArchive(path: string): string[] {
  const file = openSync(path, 'r')
  const numbers = Buffer.alloc(16)
  readSync(file, numbers, 0, 16, 0)
  const header = Buffer.alloc(numbers.readUInt32LE(12))
  readSync(file, header, 0, header.length, 16)
  closeSync(file)
  const walk = ({ files = {} }: Entry, prefix: string): string[] =>
    Object.entries(files).flatMap(([name, entry]) =>
      entry.files ? walk(entry, `${prefix}${name}/`) : [`${prefix}${name}`],
    )
  return walk(JSON.parse(header.toString('utf8')), '')
}
