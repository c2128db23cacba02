import type { Stats } from 'node:fs'
import { readFile as readBytes, stat } from 'node:fs/promises'
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
  const stats = await asked(() => stat(path))
  checkKind(stats)
  checkSize(stats.size, limit)
  const bytes = new Uint8Array(await asked(() => readBytes(path)))
  // It may have grown between the two calls.
  checkSize(bytes.byteLength, limit)
  return { bytes, hash: await hashOf(bytes) }
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
