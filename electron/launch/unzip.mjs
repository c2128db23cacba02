import { createWriteStream } from 'node:fs'
import { mkdir, symlink } from 'node:fs/promises'
import { dirname, join, sep } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { Stop } from './say.mjs'

const LINK = 0o120000
const KIND = 0o170000

async function readAll(stream) {
  const chunks = []
  for await (const chunk of stream) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}

/**
 * Unpacks an archive with the files' modes and links.
 * @param {string} archive
 * @param {string} target an empty folder
 * @param {(name: string) => string | null} placeOf path inside the target for an entry's name, null to leave it out
 * @param {(share: number) => void} onShare 0 to 1
 * @throws {Stop} for an entry that would land outside the folder
 */
export async function unzip(archive, target, placeOf, onShare) {
  const yauzl = await import('yauzl')
  const zip = await yauzl.default.openPromise(archive)
  let count = 0
  for await (const entry of zip.eachEntry()) {
    count += 1
    onShare(count / zip.entryCount)
    const place = entry.fileName.endsWith('/') ? null : placeOf(entry.fileName)
    if (!place) continue
    const path = join(target, place)
    if (!path.startsWith(target + sep)) throw new Stop(`the archive holds a path outside its folder: ${entry.fileName}`)
    await mkdir(dirname(path), { recursive: true })
    const mode = entry.externalFileAttributes >>> 16
    const stream = await zip.openReadStreamPromise(entry)
    if ((mode & KIND) === LINK) await symlink(await readAll(stream), path)
    else await pipeline(stream, createWriteStream(path, { mode: mode & 0o777 || 0o644 }))
  }
}
