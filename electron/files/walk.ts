import type { Stats } from 'node:fs'
import { readdir, realpath, stat } from 'node:fs/promises'
import { basename, join, relative, sep } from 'node:path'
import { FILES_LIMIT } from '#shared/ipc/imports'
import type { Message } from '#shared/model/identity'
import { Problem } from './problem'
import { fileProblem } from './read-file'

/** A file to import. `name` is its path as seen from the folder that was opened, with forward slashes. */
export interface FoundFile {
  path: string
  name: string
  /** Size in bytes. */
  size: number
  /** Time of the last change, in milliseconds since 1970. */
  changed: number
}

/** What a walk found, and what it could not look into. */
export interface Found {
  files: FoundFile[]
  failed: { name: string; reason: Message }[]
}

export interface WalkOptions {
  /** The folder from which files that are named themselves are seen; null for each its own. */
  base?: string | null
  limit?: number
}

/** Files that systems leave in folders; they are nobody's report. */
const SYSTEM_FILES = new Set(['thumbs.db', 'desktop.ini', 'ehthumbs.db', 'icon\r', '$recycle.bin', '__macosx'])

/** Whether a file or folder of this name is passed over inside a folder: hidden ones and those of systems. */
export const isPassedOver = (name: string): boolean => name.startsWith('.') || SYSTEM_FILES.has(name.toLowerCase())

/** Stands in a name for bytes that are no UTF-8: an archive of GBK names that was unpacked on Linux has them. */
const UNREADABLE = '\uFFFD'

const natural = new Intl.Collator('zh-CN', { numeric: true })

/**
 * The files under paths that were opened: folders are walked, hidden and system files in them passed over, each real
 * folder is entered once (a link back up would never end), and the order is natural (`2` before `10`).
 * A file that was named itself is taken as it is, whatever it is called, and named from `base`, if there is one.
 * @throws {Problem} `errors.import.tooMany` above `limit` files; an aborted signal's reason
 */
export async function findFiles(
  paths: readonly string[],
  signal: AbortSignal,
  { base = null, limit = FILES_LIMIT }: WalkOptions = {},
): Promise<Found> {
  const walk = new Walk(signal, limit, base)
  for (const path of paths) await walk.open(path)
  return walk.found
}

class Walk {
  readonly found: Found = { files: [], failed: [] }
  readonly #signal: AbortSignal
  readonly #limit: number
  readonly #base: string | null
  readonly #entered = new Set<string>()

  constructor(signal: AbortSignal, limit: number, base: string | null) {
    this.#base = base
    this.#signal = signal
    this.#limit = limit
  }

  async open(path: string): Promise<void> {
    try {
      const found = await stat(path)
      if (found.isDirectory()) await this.#enter(path, '')
      else this.#add(path, this.#nameOf(path), found)
    } catch (error) {
      this.#fail(basename(path), error)
    }
  }

  #nameOf(path: string): string {
    return this.#base === null ? basename(path) : relative(this.#base, path).split(sep).join('/')
  }

  async #enter(folder: string, prefix: string): Promise<void> {
    this.#signal.throwIfAborted()
    const real = await realpath(folder)
    if (this.#entered.has(real)) return
    this.#entered.add(real)
    const entries = await readdir(folder, { withFileTypes: true })
    entries.sort((a, b) => natural.compare(a.name, b.name) || (a.name < b.name ? -1 : 1))
    for (const entry of entries) {
      if (isPassedOver(entry.name)) continue
      await this.#take(join(folder, entry.name), prefix + entry.name)
    }
  }

  async #take(path: string, name: string): Promise<void> {
    try {
      const found = await stat(path)
      if (found.isDirectory()) await this.#enter(path, `${name}/`)
      else if (found.isFile()) this.#add(path, name, found)
      else throw new Problem('errors.file.notRegular')
    } catch (error) {
      // The system's bytes for it are lost in the name that it gave: it is there, and cannot be asked for.
      this.#fail(name, name.includes(UNREADABLE) ? new Problem('errors.file.nameEncoding', {}, error) : error)
    }
  }

  #add(path: string, name: string, { size, mtimeMs }: Stats): void {
    if (this.found.files.length >= this.#limit) throw new Problem('errors.import.tooMany', { limit: this.#limit })
    this.found.files.push({ path, name, size, changed: mtimeMs })
  }

  /** Notes what could not be read; what ends the whole walk goes on up. */
  #fail(name: string, error: unknown): void {
    this.#signal.throwIfAborted()
    const problem = fileProblem(error)
    if (problem.reason.key === 'errors.import.tooMany') throw problem
    this.found.failed.push({ name, reason: problem.reason })
  }
}
