import { open } from 'node:fs/promises'
import { type Entry, openPromise, type ZipFile } from 'yauzl'
import { DATA_FILES, MemberPath } from '#shared/model/package'
import { Problem } from '../problem'
import { readFile } from '../read-file'

const MEBIBYTE = 1024 * 1024

/**
 * What a package may hold. Beyond `total` bytes it may unpack to no more than `ratio` times its size: packing of texts
 * gains three times, of the most uniform journal a hundred times, a bomb a thousand times.
 */
export const PACKAGE_LIMITS = {
  members: 500_000,
  /** Bytes of the manifest: some 150 for each member. */
  manifest: 128 * MEBIBYTE,
  /** Bytes of an original: no larger file is imported. */
  original: 64 * MEBIBYTE,
  total: 1024 * MEBIBYTE,
  ratio: 200,
  /** Bytes of a line of the journal. */
  line: 256 * MEBIBYTE,
}
export type PackageLimits = typeof PACKAGE_LIMITS

const STORED = 0
const DEFLATED = 8

/** The directory of a zip that may be a package: its members by their paths, as large as they say. */
export interface Directory {
  zip: ZipFile
  entries: Map<string, Entry>
  /** Size of the file. */
  size: number
}

/**
 * Opens a zip and reads its directory, which is checked before any member is unpacked: paths, doubles, ways of packing,
 * sizes.
 * @throws {Problem} `errors.package.*`, `errors.file.*`
 */
export async function openDirectory(path: string, limits: PackageLimits): Promise<Directory> {
  const size = await sizeOfZip(path)
  const zip = await openPromise(path, { lazyEntries: true, autoClose: false, strictFileNames: true }).catch(
    (error: unknown) => {
      throw new Problem('errors.package.torn', {}, error)
    },
  )
  try {
    if (zip.entryCount > limits.members) throw new Problem('errors.package.tooManyMembers', { limit: limits.members })
    return { zip, entries: await entriesOf(zip, size, limits), size }
  } catch (error) {
    zip.close()
    if (error instanceof Problem) throw error
    throw new Problem('errors.package.torn', {}, error)
  }
}

async function entriesOf(zip: ZipFile, size: number, limits: PackageLimits): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>()
  const most = Math.max(limits.total, limits.ratio * size)
  let total = 0
  for await (const entry of zip.eachEntry()) {
    const path = entry.fileName
    const named = { member: path.slice(0, 200) }
    if (path !== DATA_FILES.manifest && !MemberPath.safeParse(path).success)
      throw new Problem('errors.package.foreign', named)
    if (entries.has(path)) throw new Problem('errors.package.memberTwice', named)
    if (entry.isEncrypted() || ![STORED, DEFLATED].includes(entry.compressionMethod))
      throw new Problem('errors.package.packing', named)
    total += entry.uncompressedSize
    if (total > most || entry.uncompressedSize > limitOf(path, limits))
      throw new Problem('errors.package.tooLarge', { ...named, limit: Math.round(most / MEBIBYTE) })
    entries.set(path, entry)
  }
  return entries
}

function limitOf(path: string, limits: PackageLimits): number {
  if (path === DATA_FILES.manifest) return limits.manifest
  return path.startsWith(DATA_FILES.originals) ? limits.original : Number.POSITIVE_INFINITY
}

/** The size of an ordinary file that begins as a zip does. */
async function sizeOfZip(path: string): Promise<number> {
  // Refuses folders, pipes and what is not there, by name; an ordinary file is read no further than its first bytes.
  await readFile(path, 0).catch((error: unknown) => {
    if (!(error instanceof Problem) || error.reason.key !== 'errors.file.tooLarge') throw error
  })
  const file = await open(path, 'r')
  try {
    const start = Buffer.alloc(4)
    await file.read(start, 0, 4, 0)
    if (start.toString('latin1', 0, 2) !== 'PK') throw new Problem('errors.package.notPackage')
    return (await file.stat()).size
  } finally {
    await file.close()
  }
}
