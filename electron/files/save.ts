import { randomUUID } from 'node:crypto'
import { type FileHandle, open, readdir, rename, unlink } from 'node:fs/promises'
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
 * @param called what the user knows it by
 * @throws {Problem} `errors.save.*`, named after what the system said
 */
export async function saveFile(path: string, content: Uint8Array | string, called = basename(path)): Promise<void> {
  // Not the file's own name with an ending: one of 80 Chinese characters leaves no room for it.
  const temporary = join(dirname(path), `.${randomUUID()}.tmp`)
  try {
    await writeSynced(temporary, content)
    await rename(temporary, path)
    await syncSoon(dirname(path))
  } catch (error) {
    await removeIfThere(temporary)
    throw saveProblem(error, called)
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

/** Syncs of folders that have not begun yet. */
const syncs = new Map<string, Promise<void>>()
const running = new Map<string, Promise<void>>()

/**
 * Makes what was renamed into a folder lasting. Those that ask while a sync is under way share the next one, which begins
 * after all of their renames: of thousands of originals that are kept at once few need one for themselves.
 */
function syncSoon(folder: string): Promise<void> {
  const known = syncs.get(folder)
  if (known) return known
  const before = running.get(folder) ?? Promise.resolve()
  const sync = before
    .catch(() => undefined)
    .then(() => {
      syncs.delete(folder)
      running.set(folder, sync)
      return syncFolder(folder)
    })
    .finally(() => {
      if (running.get(folder) === sync) running.delete(folder)
    })
  syncs.set(folder, sync)
  return sync
}

/** A folder that cannot be synced: one that may be written but not read, or a network drive that knows no such thing. */
const UNSYNCABLE = ['EACCES', 'EPERM', 'EINVAL', 'ENOTSUP', 'EOPNOTSUPP']

/**
 * Makes a rename or a new entry of a folder lasting, where the system can; Windows has no such thing and needs none.
 * Where it cannot, the file is written all the same and must not be called unsaved.
 */
export async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return
  try {
    const folder = await open(path, 'r')
    try {
      await folder.sync()
    } finally {
      await folder.close()
    }
  } catch (error) {
    if (!UNSYNCABLE.includes(codeOf(error))) throw error
  }
}

const TEMPORARY = /^\..*[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\.tmp$/

/** Removes what saves that a crash cut off have left in a folder of ours; a folder that is not there has none. */
export async function removeLeftovers(folder: string): Promise<void> {
  let names: string[]
  try {
    names = await readdir(folder)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return
    throw error
  }
  for (const name of names) if (TEMPORARY.test(name)) await removeIfThere(join(folder, name))
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
