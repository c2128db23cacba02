import { randomUUID } from 'node:crypto'
import { type FileHandle, open, rename, unlink } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { codeOf, Problem } from './problem'

const KEYS: Record<string, string> = {
  ENOSPC: 'errors.save.noSpace',
  EDQUOT: 'errors.save.noSpace',
  EROFS: 'errors.save.readOnly',
  EACCES: 'errors.save.denied',
  EPERM: 'errors.save.denied',
  ENOENT: 'errors.save.missingFolder',
  ENOTDIR: 'errors.save.missingFolder',
}

/**
 * Writes a file so that a crash leaves either the old or the new one, never half of it: temporary file in the same
 * folder, fsync, rename, fsync of the folder.
 * @param path absolute path of the file
 * @throws {Problem} `errors.save.*`, named after what the system said
 */
export async function saveFile(path: string, content: Uint8Array | string): Promise<void> {
  const temporary = join(dirname(path), `.${basename(path).slice(0, 100)}.${randomUUID()}.tmp`)
  try {
    await writeSynced(temporary, content)
    await rename(temporary, path)
    await syncFolder(dirname(path))
  } catch (error) {
    await removeIfThere(temporary)
    throw saveProblem(error, basename(path))
  }
}

/** The problem of a failed save, named after what the system said. */
export function saveProblem(error: unknown, name: string): Problem {
  if (error instanceof Problem) return error
  const code = codeOf(error)
  const key = KEYS[code]
  return key ? new Problem(key, { name }, error) : new Problem('errors.save.failed', { name, code }, error)
}

async function writeSynced(path: string, content: Uint8Array | string): Promise<void> {
  const file: FileHandle = await open(path, 'wx')
  try {
    await file.writeFile(content)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Makes a rename or a new entry of a folder lasting; Windows has no such thing and needs none. */
export async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

/** Removes a file; one that is not there is no error. */
export async function removeIfThere(path: string): Promise<void> {
  try {
    await unlink(path)
  } catch (error) {
    // The folder itself may be what is missing or refused: the first failure is the one to tell.
    if (!['ENOENT', 'ENOTDIR', 'EACCES', 'EPERM', 'EROFS'].includes(codeOf(error))) throw error
  }
}
