import { constants, type Stats } from 'node:fs'
import { type FileHandle, open, stat } from 'node:fs/promises'
import { FILE_LIMIT } from '#shared/ipc/imports'
import { codeOf, Problem } from './problem'

const MEBIBYTE = 1024 * 1024

/** A file as it was read: its bytes and their SHA-256 in lower-case hexadecimal. */
export interface ReadFile {
  bytes: Uint8Array<ArrayBuffer>
  hash: string
}

/**
 * Reads a file whole, after checking what it is: a pipe would never end and a disk image would fill the memory.
 * @param path absolute path
 * @param limit the largest size in bytes
 * @throws {Problem} `errors.file.*`
 */
export async function readFile(path: string, limit = FILE_LIMIT): Promise<ReadFile> {
  const bytes = await asked(async () => {
    checkKind(await stat(path))
    // It may be another one by now: a pipe is not waited for, and what is asked from here on is the open file.
    const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
    try {
      return await readUpTo(file, limit)
    } finally {
      await file.close()
    }
  })
  return { bytes, hash: await hashOf(bytes) }
}

/** The bytes of an open file; it may grow meanwhile, and some of the system's files name no size at all. */
async function readUpTo(file: FileHandle, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  const stats = await file.stat()
  checkKind(stats)
  checkSize(stats.size, limit)
  let bytes = new Uint8Array(stats.size + 1)
  let done = 0
  for (;;) {
    const { bytesRead } = await file.read(bytes, done, bytes.length - done, done)
    if (bytesRead === 0) return bytes.slice(0, done)
    done += bytesRead
    checkSize(done, limit)
    if (done < bytes.length) continue
    const larger = new Uint8Array(Math.min(limit + 1, 2 * bytes.length))
    larger.set(bytes)
    bytes = larger
  }
}

/** SHA-256 in lower-case hexadecimal, reckoned off the main thread. */
export async function hashOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return Buffer.from(await crypto.subtle.digest('SHA-256', bytes)).toString('hex')
}

function checkKind(stats: Stats): void {
  if (stats.isDirectory()) throw new Problem('errors.file.directory')
  if (!stats.isFile()) throw new Problem('errors.file.notRegular')
}

function checkSize(size: number, limit: number): void {
  if (size <= limit) return
  throw new Problem('errors.file.tooLarge', {
    size: Math.ceil((size / MEBIBYTE) * 10) / 10,
    limit: Math.round((limit / MEBIBYTE) * 10) / 10,
  })
}

async function asked<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read()
  } catch (error) {
    throw fileProblem(error)
  }
}

/** The problem of a file or folder that could not be read, named after what the system said. */
export function fileProblem(error: unknown): Problem {
  if (error instanceof Problem) return error
  const code = codeOf(error)
  if (code === 'ENOENT' || code === 'ENOTDIR') return new Problem('errors.file.vanished', {}, error)
  if (code === 'EACCES' || code === 'EPERM') return new Problem('errors.file.unreadable', {}, error)
  if (code === 'EISDIR') return new Problem('errors.file.directory', {}, error)
  return new Problem('errors.file.failed', { code }, error)
}
