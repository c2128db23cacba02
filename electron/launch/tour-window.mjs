import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron } from 'playwright-core'
import { ROOT } from './project.mjs'

/**
 * @typedef {{ executable: string, switches: string[], folder: string, language?: 'zh-CN' | 'en',
 *   theme?: 'light' | 'dark', size?: { width: number, height: number } }} TourOptions `folder`: where pictures go
 */

/**
 * Opens the workbench over a profile of its own, lets the body do its work in it, and closes it. Where the body fails,
 * a picture `failed.png` of what was on the screen is left.
 * @param {TourOptions} options
 * @param {(bench: { app: import('playwright-core').ElectronApplication, page: import('playwright-core').Page,
 *   picture: (name: string) => Promise<unknown> }) => Promise<void>} body
 */
export async function withWorkbench(options, body) {
  const {
    executable,
    switches,
    folder,
    language = 'zh-CN',
    theme = 'light',
    size = { width: 1280, height: 800 },
  } = options
  const profile = await mkdtemp(join(tmpdir(), 'duibiao-tour-'))
  await writeFile(join(profile, 'settings.json'), JSON.stringify({ language, theme }))
  const app = await _electron.launch({
    executablePath: executable,
    args: [...switches, ROOT],
    // Without this the driver itself would add --no-sandbox.
    chromiumSandbox: !switches.includes('--no-sandbox'),
    env: { ...process.env, DUIBIAO_PROFILE: profile },
  })
  try {
    const page = await app.firstWindow()
    const window = await app.browserWindow(page)
    await window.evaluate((win, { width, height }) => win.setContentSize(width, height), size)
    const picture = (name) => page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' })
    await body({ app, page, picture })
  } catch (error) {
    await app.windows()[0]?.screenshot({ path: join(folder, 'failed.png') })
    throw error
  } finally {
    await app.close()
    await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
  }
}
