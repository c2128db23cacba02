import { stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import type { WatchedFiles } from '#shared/ipc/watch'
import { message } from '#shared/model/identity'
import { readJson, setAside, writeJson } from './json-file'
import { Problem } from './problem'
import { type Seen, WatchedFolder, type WatchOptions } from './watched-folder'

/** More folders than this are not watched. */
export const FOLDERS_LIMIT = 20
/** The window is told of a folder at most this often, in milliseconds. */
const TELL_EVERY = 1_000

const Stored = z.array(
  z.object({
    folder: z.string(),
    /** Path, size and time of the last change of each file that the user has decided on. */
    seen: z.array(z.tuple([z.string(), z.number(), z.number()])),
  }),
)

/** What watching needs of its surroundings. */
export interface WatchNeeds {
  /** Told how many files of a folder are new. */
  found(folder: string, files: number): void
  options?: WatchOptions
}

/**
 * The folders that the user has chosen to be watched (`watched.json` in the profile, not in the settings: no page may
 * name a folder, only the dialog). What is new is offered; nothing is imported unasked.
 */
export class WatchedFolders {
  readonly #path: string
  readonly #needs: WatchNeeds
  readonly #folders = new Map<string, WatchedFolder>()
  readonly #gone = new Set<string>()
  readonly #telling = new Map<string, NodeJS.Timeout>()
  #loaded: Promise<void> | null = null
  #saved: Promise<void> = Promise.resolve()

  /** @param profile the profile folder */
  constructor(profile: string, needs: WatchNeeds) {
    this.#path = join(profile, 'watched.json')
    this.#needs = needs
  }

  /** Begins to watch what was watched before. */
  load(): Promise<void> {
    this.#loaded ??= this.#load()
    return this.#loaded
  }

  async list(): Promise<string[]> {
    await this.load()
    return [...this.#folders.keys()]
  }

  /**
   * Watches a folder from now on; what is in it already is new.
   * @throws {Problem} `errors.watch.tooManyFolders`, `errors.save.*`
   */
  async add(folder: string): Promise<void> {
    await this.load()
    const path = resolve(folder)
    if (this.#folders.has(path)) return
    if (this.#folders.size >= FOLDERS_LIMIT) throw new Problem('errors.watch.tooManyFolders', { limit: FOLDERS_LIMIT })
    this.#watch(path, new Map())
    await this.#save()
  }

  /** Watches a folder no longer. */
  async remove(folder: string): Promise<void> {
    await this.load()
    const watched = this.#folders.get(folder)
    this.#folders.delete(folder)
    await watched?.close()
    await this.#save()
  }

  /** What is new in each folder that has anything to say. */
  async pending(): Promise<WatchedFiles[]> {
    await this.load()
    const all = await Promise.all([...this.#folders.keys()].map((folder) => this.#look(folder)))
    return all.filter(({ files, problem }) => files.length > 0 || problem !== null)
  }

  /**
   * The user has decided on what is new in a folder: it is not offered again unless it changes.
   * @returns the absolute paths
   * @throws {Problem} `errors.watch.notWatched`
   */
  async decide(folder: string): Promise<string[]> {
    await this.load()
    const watched = this.#folders.get(folder)
    if (!watched) throw new Problem('errors.watch.notWatched')
    const files = watched.decide()
    await this.#save()
    return files.map((file) => join(folder, file))
  }

  async close(): Promise<void> {
    for (const timer of this.#telling.values()) clearTimeout(timer)
    this.#telling.clear()
    await Promise.all([...this.#folders.values()].map((watched) => watched.close()))
    await this.#saved
  }

  /** A folder that was gone and is back (a drive, say) tells nothing of itself: it is watched anew. */
  async #look(folder: string): Promise<WatchedFiles> {
    const gone = !(await isThere(folder))
    const watched = this.#folders.get(folder)
    if (gone) this.#gone.add(folder)
    else if (watched && this.#gone.delete(folder)) {
      await watched.close()
      this.#watch(folder, watched.seen)
    }
    const now = this.#folders.get(folder)
    if (gone || !now) return { folder, files: [], problem: message('errors.watch.gone') }
    await now.ready()
    return now.pending()
  }

  async #load(): Promise<void> {
    const file = await readJson(this.#path, Stored)
    if (file.state === 'damaged') await setAside(this.#path)
    for (const { folder, seen } of file.state === 'read' ? file.value : [])
      this.#watch(folder, new Map(seen.map(([name, ...was]): [string, Seen] => [name, was])))
  }

  #watch(folder: string, seen: ReadonlyMap<string, Seen>): void {
    const changed = (): void => this.#changed(folder)
    this.#folders.set(folder, new WatchedFolder(folder, seen, changed, this.#needs.options))
  }

  #changed(folder: string): void {
    if (this.#telling.has(folder)) return
    const tell = (): void => {
      this.#telling.delete(folder)
      const watched = this.#folders.get(folder)
      if (watched) this.#needs.found(folder, watched.count)
    }
    this.#telling.set(folder, setTimeout(tell, TELL_EVERY))
  }

  /** One after the other, so that the last one stands. */
  #save(): Promise<void> {
    const stored = [...this.#folders].map(([folder, { seen }]) => ({
      folder,
      seen: [...seen].map(([name, [size, changed]]): [string, number, number] => [name, size, changed]),
    }))
    const saved = this.#saved.catch(() => undefined).then(() => writeJson(this.#path, stored))
    this.#saved = saved
    return saved
  }
}

async function isThere(folder: string): Promise<boolean> {
  try {
    return (await stat(folder)).isDirectory()
  } catch {
    return false
  }
}
