import { existsSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { setTimeout as after } from 'node:timers/promises'
import { start, type Workbench } from '../e2e/driver'
import { pageScript } from './page/bundle'
import { TOLD, type Told } from './page/protocol'

/** What is ended by `kill -9`. */
export type Target = 'main' | 'everything' | 'renderer' | 'importer'

/** A program under test, and what its window told. */
export interface Machine {
  bench: Workbench
  /** Process id of the window that was killed last. */
  dead?: number
  told: Told[]
}

let script: Promise<string> | null = null

/** Starts the program over a profile; the window says from the start what is acknowledged. */
export async function startMachine(profile: string): Promise<Machine> {
  const bench = await start({ profile, settings: {} })
  const told: Told[] = []
  const { stdout } = bench.app.process()
  if (!stdout) throw new Error('the program has no output')
  createInterface(stdout).on('line', (line) => {
    if (line.startsWith(TOLD)) told.push(JSON.parse(line.slice(TOLD.length)))
  })
  await bench.app.evaluate(({ BrowserWindow, dialog }, mark) => {
    // A window that died is loaded again without the question.
    dialog.showMessageBox = async () => ({ response: 0, checkboxChecked: false })
    // By way of main, which hears of a window that was loaded again, too.
    for (const { webContents } of BrowserWindow.getAllWindows())
      webContents.on('console-message', (_event, _level, text) => {
        if (text.startsWith(mark)) process.stdout.write(`${text}\n`)
      })
  }, TOLD)
  await addScript(bench)
  return { bench, told }
}

/**
 * Runs a script in the window by way of main, which works for a window that was loaded again after a crash, too.
 * @throws Error with what the script threw
 */
export async function inWindow<T>({ app }: Workbench, code: string): Promise<T> {
  // Electron itself would say no more than that it failed.
  const script = `Promise.resolve().then(() => (${code})).then((value) => ({ value }), (error) => ({ failed: String(error?.stack ?? error) }))`
  const answer = (await app.evaluate(
    async ({ BrowserWindow }, run) =>
      BrowserWindow.getAllWindows()
        .find((one) => /index\.html/.test(one.webContents.getURL()))
        ?.webContents.executeJavaScript(run),
    script,
  )) as { value: T } | { failed: string } | undefined
  if (!answer) throw new Error('the program has no window')
  if ('failed' in answer) throw new Error(answer.failed)
  return answer.value
}

/** Begins something in the window that goes on until the window is killed, or until it is done. */
export const begin = ({ bench, told }: Machine, call: string): Promise<void> =>
  inWindow<string | null>(bench, `${call}.then(() => null, (error) => String(error?.stack ?? error))`).then(
    (failed) => void (failed && told.push({ what: 'failed', message: `${call}: ${failed}` })),
    // The program is gone.
    () => undefined,
  )

/** Process id of the window's or the importer's renderer. (No function in it has a name: tsx would wrap it in one of its own.) */
const rendererOf = ({ app }: Workbench, target: 'renderer' | 'importer'): Promise<number | null> =>
  app.evaluate(
    ({ BrowserWindow }, wanted) =>
      BrowserWindow.getAllWindows()
        .find((one) => one.webContents.getURL().includes(wanted === 'importer' ? 'importer.html' : 'index.html'))
        ?.webContents.getOSProcessId() ?? null,
    target,
  )

/** Resolves when a process is gone. */
async function gone(pid: number): Promise<void> {
  while (existsSync(`/proc/${pid}`)) await after(5)
}

/** What is to be killed, with its process id: found beforehand, so that the kill itself takes no time. */
export async function aim(machine: Machine, target: Target): Promise<() => Promise<void>> {
  const { bench } = machine
  const main = bench.app.process().pid ?? 0
  if (target === 'main') return () => bench.kill()
  if (target === 'everything')
    return async () => {
      // The driver starts the program as the leader of a process group.
      process.kill(-main, 'SIGKILL')
      await gone(main)
    }
  const pid = await rendererOf(bench, target)
  if (pid !== null && target === 'renderer') machine.dead = pid
  return async () => {
    if (pid !== null && existsSync(`/proc/${pid}`)) process.kill(pid, 'SIGKILL')
    if (pid !== null) await gone(pid)
  }
}

/** Gives the window `window.soak`. */
async function addScript({ app }: Workbench): Promise<void> {
  script ??= pageScript()
  await app.evaluate(
    ({ BrowserWindow }, code) =>
      BrowserWindow.getAllWindows()
        .find((one) => /index\.html/.test(one.webContents.getURL()))
        ?.webContents.executeJavaScript(`${code};null`),
    await script,
  )
}

/** Waits until the window that died is loaded again, and gives it the soak's script. */
export async function revive({ bench, dead = 0 }: Machine): Promise<void> {
  await bench.app.evaluate(async ({ BrowserWindow }, pid) => {
    const contents = BrowserWindow.getAllWindows().find(
      (one) => !one.webContents.getURL().includes('importer'),
    )?.webContents
    // Main hears of the death a moment after it: till then the window seems to be well.
    while (contents && ([0, pid].includes(contents.getOSProcessId()) || contents.isCrashed() || contents.isLoading()))
      await new Promise((done) => setTimeout(done, 10))
  }, dead)
  await addScript(bench)
}
