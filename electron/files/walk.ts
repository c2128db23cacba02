import type { Dirent } from 'node:fs'
import { readdir, realpath, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { FILES_LIMIT } from '#shared/ipc/imports'
import type { Message } from '#shared/model/identity'
import { Problem } from './problem'
import { fileProblem } from './read-file'

/** A file to import. `name` is its path as seen from the folder that was opened, with forward slashes. */
export interface FoundFile {
  path: string
  name: string
}

/** What a walk found, and what it could not look into. */
export interface Found {
  files: FoundFile[]
  failed: { name: string; reason: Message }[]
}

/** Files that systems leave in folders; they are nobody's report. */
const SYSTEM_FILES = new Set(['thumbs.db', 'desktop.ini', 'ehthumbs.db', 'icon\r', '$recycle.bin', '__macosx'])

const natural = new Intl.Collator('zh-CN', { numeric: true })

/**
 * The files under paths that were opened: folders are walked, hidden and system files in them passed over, each real
 * folder is entered once (a link back up would never end), and the order is natural (`2` before `10`).
 * A file that was named itself is taken as it is, whatever it is called.
 * @throws {Problem} `errors.import.tooMany` above `limit` files; an aborted signal's reason
 */
export async function findFiles(paths: readonly string[], signal: AbortSignal, limit = FILES_LIMIT): Promise<Found> {
  const walk = new Walk(signal, limit)
  for (const path of paths) await walk.open(path)
  return walk.found
}

class Walk {
  readonly found: Found = { files: [], failed: [] }
  readonly #signal: AbortSignal
  readonly #limit: number
  readonly #entered = new Set<string>()

  constructor(signal: AbortSignal, limit: number) {
    this.#signal = signal
    this.#limit = limit
  }

  async open(path: string): Promise<void> {
    try {
      if ((await stat(path)).isDirectory()) await this.#enter(path, '')
      else this.#add(path, basename(path))
    } catch (error) {
      this.#fail(basename(path), error)
    }
  }

  async #enter(folder: string, prefix: string): Promise<void> {
    this.#signal.throwIfAborted()
    const real = await realpath(folder)
    if (this.#entered.has(real)) return
    this.#entered.add(real)
    const entries = await readdir(folder, { withFileTypes: true })
    entries.sort((a, b) => natural.compare(a.name, b.name) || (a.name < b.name ? -1 : 1))
    for (const entry of entries) {
      if (entry.name.startsWith('.') || SYSTEM_FILES.has(entry.name.toLowerCase())) continue
      await this.#take(entry, join(folder, entry.name), prefix + entry.name)
    }
  }

  async #take(entry: Dirent, path: string, name: string): Promise<void> {
    try {
      const target = entry.isSymbolicLink() ? await stat(path) : entry
      if (target.isDirectory()) await this.#enter(path, `${name}/`)
      else if (target.isFile()) this.#add(path, name)
    } catch (error) {
      this.#fail(name, error)
    }
  }

  #add(path: string, name: string): void {
    if (this.found.files.length >= this.#limit) throw new Problem('errors.import.tooMany', { limit: this.#limit })
    this.found.files.push({ path, name })
  }

  /** Notes what could not be read; what ends the whole walk goes on up. */
  #fail(name: string, error: unknown): void {
    this.#signal.throwIfAborted()
    const problem = fileProblem(error)
    if (problem.reason.key === 'errors.import.tooMany') throw problem
    this.found.failed.push({ name, reason: problem.reason })
  }
}
