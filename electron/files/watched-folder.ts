import type { Stats } from 'node:fs'
import { basename, relative, sep } from 'node:path'
import { type FSWatcher, watch } from 'chokidar'
import type { WatchedFiles } from '#shared/ipc/watch'
import { type Message, message } from '#shared/model/identity'
import { fileProblem } from './read-file'
import { isReadable } from './readable'
import { isPassedOver } from './walk'

/** A file as it was when it was imported or dismissed: its size in bytes and the time of its last change. */
export type Seen = [size: number, changed: number]

/** How a folder is watched. */
export interface WatchOptions {
  /** A file is taken to be whole when it has not grown for this time, in milliseconds. */
  stable: number
  /** The most files that are watched in one folder. */
  limit: number
}

const OPTIONS: WatchOptions = { stable: 2_000, limit: 50_000 }
/** A drive on the net tells nothing of itself: it is asked, at this interval in milliseconds. */
const POLL_EVERY = 10_000

/** One watched folder: which of its files are new, that is, not as they were when the user last decided on them. */
export class WatchedFolder {
  readonly folder: string
  readonly #seen: Map<string, Seen>
  readonly #new = new Map<string, Seen>()
  readonly #changed: () => void
  readonly #limit: number
  readonly #watcher: FSWatcher
  readonly #ready: Promise<void>
  #giveUp: () => void = () => undefined
  #files = 0
  #problem: Message | null = null

  /**
   * Begins to watch.
   * @param folder absolute path
   * @param seen files that were decided on, by their paths as seen from the folder
   * @param changed told when what is new has changed
   */
  constructor(folder: string, seen: ReadonlyMap<string, Seen>, changed: () => void, options: WatchOptions = OPTIONS) {
    this.folder = folder
    this.#seen = new Map(seen)
    this.#changed = changed
    this.#limit = options.limit
    this.#watcher = watch(folder, {
      ignored: (path) => path !== folder && isPassedOver(basename(path)),
      followSymlinks: false,
      alwaysStat: true,
      awaitWriteFinish: { stabilityThreshold: options.stable, pollInterval: Math.min(200, options.stable) },
      ...(folder.startsWith('\\\\') ? { usePolling: true, interval: POLL_EVERY, binaryInterval: POLL_EVERY } : {}),
    })
    this.#watcher.on('add', (path, stats) => this.#found(path, stats, true))
    this.#watcher.on('change', (path, stats) => this.#found(path, stats, false))
    this.#watcher.on('unlink', (path) => this.#gone(path))
    this.#watcher.on('error', (error) => this.#fail(fileProblem(error).reason))
    this.#ready = new Promise((resolve) => {
      this.#watcher.once('ready', resolve)
      this.#giveUp = resolve
    })
  }

  /** Answers when the folder has been looked through once, or cannot be. */
  ready(): Promise<void> {
    return this.#ready
  }

  /** What is new, in the order of the paths. */
  pending(): WatchedFiles {
    return { folder: this.folder, files: [...this.#new.keys()].sort(), problem: this.#problem }
  }

  /** How many files are new. */
  get count(): number {
    return this.#new.size
  }

  /** What was decided on so far. */
  get seen(): ReadonlyMap<string, Seen> {
    return this.#seen
  }

  /** The user has decided on all that is new: it is new no longer. Returns their paths as seen from the folder. */
  decide(): string[] {
    const files = [...this.#new.keys()].sort()
    for (const [file, seen] of this.#new) this.#seen.set(file, seen)
    this.#new.clear()
    this.#changed()
    return files
  }

  close(): Promise<void> {
    this.#giveUp()
    return this.#watcher.close()
  }

  #found(path: string, stats: Stats | undefined, added: boolean): void {
    if (!stats?.isFile() || !isReadable(path)) return
    if (added) this.#files += 1
    if (this.#files > this.#limit) {
      this.#fail(message('errors.watch.tooMany', { limit: this.#limit }))
      void this.close()
      return
    }
    const name = this.#nameOf(path)
    const seen = this.#seen.get(name)
    if (seen?.[0] === stats.size && seen[1] === stats.mtimeMs) this.#new.delete(name)
    else this.#new.set(name, [stats.size, stats.mtimeMs])
    this.#changed()
  }

  #gone(path: string): void {
    const name = this.#nameOf(path)
    if (isReadable(path)) this.#files -= 1
    // What was decided on stands: a drive that is taken out tells of every file on it, and comes back.
    if (this.#new.delete(name)) this.#changed()
  }

  #fail(problem: Message): void {
    this.#problem = problem
    this.#changed()
  }

  #nameOf(path: string): string {
    return relative(this.folder, path).split(sep).join('/')
  }
}
