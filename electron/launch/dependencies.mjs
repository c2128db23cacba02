import { access, lstat, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { npm } from './command.mjs'
import { alone } from './lock.mjs'
import { at, ROOT } from './project.mjs'
import { Stop, say } from './say.mjs'

const jsonOf = (path) => readFile(path, 'utf8').then(JSON.parse)

/** npm's rule for `os` and `cpu`: a list of names, or of names that are ruled out by a `!`. */
function allows(list, name) {
  if (!list || list.includes(name)) return true
  return list.every((entry) => entry.startsWith('!') && entry !== `!${name}`)
}

/**
 * What is wrong with the installed packages, or null.
 * @param {{ packages: Record<string, object> }} lock the project's lockfile
 * @param {{ packages: Record<string, object> }} installed the lockfile that npm leaves in `node_modules`, written when
 *   an installation has ended well
 * @param {{ platform?: string, arch?: string }} system
 * @returns {string | null} the path of the first package that is missing, other or too many
 */
export function differenceOf(lock, installed, { platform = process.platform, arch = process.arch } = {}) {
  for (const [path, wanted] of Object.entries(lock.packages)) {
    if (path === '') continue
    const found = installed.packages[path]
    if (!found && !(wanted.optional || wanted.devOptional)) return path
    if (found && (found.version !== wanted.version || found.integrity !== wanted.integrity)) return path
  }
  for (const [path, found] of Object.entries(installed.packages)) {
    if (!lock.packages[path]) return path
    // A folder that was installed on another system and copied or shared.
    if (!allows(found.os, platform) || !allows(found.cpu, arch)) return path
  }
  return null
}

/** Whether the packages lie there as the lockfile wants them. Reading it costs some ten milliseconds. */
export async function areInstalled(root) {
  const installed = await jsonOf(join(root, 'node_modules', '.package-lock.json')).catch(() => null)
  if (!installed || differenceOf(await jsonOf(join(root, 'package-lock.json')), installed) !== null) return false
  const folders = Object.keys(installed.packages)
  return Promise.all(folders.map((path) => access(join(root, path, 'package.json')))).then(
    () => true,
    () => false,
  )
}

// Development packages build and start the app, whatever NODE_ENV says; Electron's npm package asks for a newer Node
// than its download needs, so an `engine-strict` of the user's must not stop it.
const INSTALL = ['ci', '--include=dev', '--include=optional', '--engine-strict=false', '--no-audit', '--no-fund']

/**
 * Refuses to install through a link: npm empties what it leads to, which may be the packages of another checkout.
 * @throws Stop
 */
export async function refuseLink(root) {
  const folder = await lstat(join(root, 'node_modules')).catch(() => null)
  if (folder?.isSymbolicLink())
    throw new Stop(
      'node_modules is a link, and installing would empty the folder that it leads to: take the link away and start again',
    )
}

/** Installs the dependencies from the lockfile, unless what lies there was installed from it. */
export async function ensureDependencies() {
  if (await areInstalled(ROOT)) return
  await alone(at('out', 'installing.lock'), 'installing the dependencies', async () => {
    if (await areInstalled(ROOT)) return
    await refuseLink(ROOT)
    say('duibiao: installing the dependencies (npm ci) …')
    const { code, output } = await npm([...INSTALL, '--loglevel=error'], { cwd: ROOT, capture: true })
    if (code !== 0)
      throw new Stop(`npm ci failed with code ${code}: is the registry in reach, and the disk not full?`, output)
  })
}
