import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { command } from './command.mjs'
import { Stop } from './say.mjs'

/** Electron's own setuid program stands in where ordinary users may make no namespaces. */
const hasHelper = (folder) =>
  stat(join(folder, 'chrome-sandbox')).then(
    (entry) => entry.uid === 0 && (entry.mode & 0o4111) === 0o4111,
    () => false,
  )

/**
 * Sees to it that an ordinary user's Chromium sandbox can work: some systems (Ubuntu 24.04, hardened kernels) forbid
 * the namespaces it is made of, and Electron would end with a trap. It is never switched off instead.
 * @param {string} folder the Electron's
 * @throws {Stop} with the command that gives it the setuid program
 */
export async function ensureSandbox(folder) {
  if (process.platform !== 'linux' || process.getuid?.() === 0) return
  const { code } = await command('unshare', ['--user', '--map-root-user', 'true'], { capture: true })
  // 127: no such program, so nothing is known.
  if (code === 0 || code === 127 || (await hasHelper(folder))) return
  const helper = `'${join(folder, 'chrome-sandbox')}'`
  throw new Stop(
    `this system forbids ordinary users Chromium's sandbox; type: sudo chown root ${helper} && sudo chmod 4755 ${helper}`,
  )
}
