import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { BackupListed, BackupState, ChangedRules } from '#shared/ipc/backups'
import type { Message } from '#shared/model/identity'
import { fileNameOf } from '../package/file-name'
import { thinned } from '../package/progress'
import { PackageReader } from '../package/reader'
import { type Shelves, takeIn } from '../package/take-in'
import { PackageWriter, type WriterOptions } from '../package/writer'
import { Problem, reasonOf } from '../problem'
import type { OpenProject, ProjectFolders } from '../project-folder'
import { removeIfThere, saveProblem } from '../save'
import { BackupFolder } from './backup-folder'
import { BackupRecordFile } from './backup-record'
import { stampOf } from './rotation'

/** After a failure it is tried again so much later, in milliseconds. */
const RETRY_AFTER = 5 * 60_000

/** What backups need of their surroundings. */
export interface BackupNeeds {
  /** The profile folder. */
  profile: string
  /** The folder that is offered where none is chosen. */
  offered: string
  /** Program and version. */
  app: string
  /** The open project. */
  project(): Promise<OpenProject>
  projects: Shelves & Pick<ProjectFolders, 'list'>
  /** An import is under way: what is not asked for waits, so that it is not slowed down. */
  isImporting(): boolean
  changed(state: BackupState): void
  /** Told how far the check of a backup that is restored is. */
  told(step: 'verify' | 'unpack', done: number, total: number): void
  makeFile?: WriterOptions['makeFile']
  retryAfter?: number
}

/** What a backup is made of: the journal as it stood when it was asked for. */
type Task = Pick<OpenProject, 'project' | 'folder'> & { last: number; end: number }

const taskOf = ({ project, folder, journal }: OpenProject): Task => ({
  project,
  folder,
  last: journal.last,
  end: journal.end,
})

/** What the user gave up is no failure. */
const isCancelled = (error: unknown): boolean =>
  error instanceof Problem && error.reason.key === 'errors.package.cancelled'

/** Where a backup is written until it is whole: others may share the folder. */
const temporaryIn = (folder: string, profile: string): string => join(folder, `.duibiao-${profile}.tmp`)

/** Backups of projects, to a folder of the user's choice. Main makes them alone; no window is needed. */
export class Backups {
  readonly #needs: BackupNeeds
  readonly #record: BackupRecordFile
  #folder: BackupFolder | null = null
  #work: Promise<void> = Promise.resolve()
  /** Ends the one that is being written; null while none is. */
  #running: AbortController | null = null
  #due = false
  #retry: NodeJS.Timeout | null = null
  #closed = false

  constructor(needs: BackupNeeds) {
    this.#needs = needs
    this.#record = new BackupRecordFile(needs.profile)
  }

  /** How backups stand. */
  async state(): Promise<BackupState> {
    const { every, keep, atQuit, folder, done, failed } = await this.#record.read()
    const open = await this.#open()
    const last = open && done[open.project.id]
    return {
      every,
      keep,
      atQuit,
      folder,
      offered: this.#needs.offered,
      last: last ? { at: last.at, file: last.file, bytes: last.bytes, verified: true, missing: last.missing } : null,
      pending: open ? await this.#pending(taskOf(open)) : 0,
      running: this.#running !== null,
      failed,
    }
  }

  /**
   * Sets the folder, which is made where it is missing. A first backup follows by itself.
   * @throws {Problem} `errors.save.*`
   */
  async choose(folder: string): Promise<void> {
    await mkdir(folder, { recursive: true }).catch((error: unknown) => {
      throw saveProblem(error, folder)
    })
    const { folder: before } = await this.#record.read()
    if (before !== folder) await this.#record.change({ folder, done: {}, failed: null })
    await this.#tell()
    const open = await this.#open()
    if (open && (await this.#pending(taskOf(open))) > 0) this.#makeDue()
  }

  /** Changes when backups are made, or with a folder of null that any are. @throws {Problem} `errors.save.*` */
  async change(rules: ChangedRules): Promise<void> {
    const given = Object.entries(rules).filter(([, value]) => value !== undefined)
    await this.#record.change(Object.fromEntries(given))
    await this.#tell()
    await this.appended()
  }

  /** The journal of the open project has grown. */
  async appended(): Promise<void> {
    const { every, folder, failed } = await this.#record.read()
    if (folder === null || this.#due || this.#running || this.#retry) return
    const open = await this.#open()
    // What failed before the last end of the program is tried again with the first change.
    if (open && (await this.#pending(taskOf(open))) >= (failed ? 1 : every)) this.#makeDue()
  }

  /** An import has ended: what waited for it is made. */
  imported(): void {
    if (this.#due) this.#makeDue()
  }

  /** A project is left: what has changed in it since its last backup is kept, without anybody waiting for it. */
  async leaving(open: OpenProject): Promise<void> {
    const { atQuit, folder } = await this.#record.read()
    const task = taskOf(open)
    if (atQuit && folder !== null && (await this.#pending(task)) > 0) void this.#make(task).catch(() => undefined)
  }

  /** Waits for the backups that are under way. */
  idle(): Promise<void> {
    return this.#work
  }

  /** Removes what a crash has left of a backup that was being written. @throws whatever the system says of it */
  clear(): Promise<void> {
    const cleared = this.#work.then(async () => {
      const { profile, folder } = await this.#record.read()
      if (folder !== null) await removeIfThere(temporaryIn(folder, profile))
    })
    this.#work = cleared.catch(() => undefined)
    return cleared
  }

  /**
   * Makes a backup of the open project at once.
   * @throws {Problem} `errors.backup.*`, `errors.save.*`, `errors.package.*`; `errors.package.cancelled` after `stop`
   */
  async now(): Promise<void> {
    await this.#make(taskOf(await this.#needs.project()))
  }

  /**
   * Gives up the backup that is being written; nothing is left of it, and the older ones stay. What is due is tried again
   * later. Where none is under way, nothing is done.
   */
  stop(): void {
    this.#running?.abort()
  }

  /** What the folder holds, the newest first; nothing where none is chosen. @throws {Problem} `errors.backup.gone` */
  async list(): Promise<BackupListed[]> {
    return (await this.#chosen())?.list() ?? []
  }

  /**
   * Makes a backup a project of its own, after it was checked wholly.
   * @param signal ends it, before the project appears
   * @throws {Problem} `errors.backup.*`, `errors.package.*`, `errors.project.importing`, `errors.save.*`
   */
  async restore(file: string, signal?: AbortSignal): Promise<string> {
    this.#needs.projects.refuseWhileImporting()
    const folder = await this.#chosen()
    if (!folder) throw new Problem('errors.backup.noFolder')
    if (!(await folder.list()).some((listed) => listed.file === file)) throw new Problem('errors.backup.unknown')
    const reader = await PackageReader.open(join(folder.path, file))
    try {
      const how = signal ? { signal } : {}
      const tell = thinned((step: 'verify' | 'unpack', done, total) => this.#needs.told(step, done, total))
      await reader.verify({ told: (done, total) => tell('verify', done, total), ...how })
      const { name } = reader.manifest.project
      const taken = (await this.#needs.projects.list()).projects.some((project) => project.name === name)
      const own = taken ? `${name} (${stampOf(new Date(reader.manifest.madeAt)).slice(0, 15)})` : name
      const told = (done: number, total: number) => tell('unpack', done, total)
      return await takeIn(reader, this.#needs.projects, own, { told, ...how })
    } finally {
      await reader.close()
    }
  }

  /** The program ends: what is under way is finished, and what has changed since the last backup is kept. */
  async close(): Promise<void> {
    this.#closed = true
    if (this.#retry) clearTimeout(this.#retry)
    await this.#work
    const open = await this.#open()
    if (open) await this.leaving(open)
    await this.#work
  }

  /** Whatever follows from a failure, the next look finds it: the reason is kept. */
  #makeDue(): void {
    this.#due = true
    if (this.#needs.isImporting() || this.#closed) return
    this.#due = false
    void this.now().catch(() => undefined)
  }

  /** One after another. */
  #make(task: Task): Promise<void> {
    const made = this.#work.then(() => this.#makeNow(task))
    this.#work = made.catch(() => undefined)
    return made
  }

  async #makeNow(task: Task): Promise<void> {
    const running = new AbortController()
    this.#running = running
    await this.#tell()
    try {
      await this.#write(task, running.signal)
      await this.#ended(null, false)
    } catch (error) {
      const cancelled = isCancelled(error)
      await this.#ended(cancelled ? null : reasonOf(error, 'errors.backup.failed'), true)
      throw error
    }
  }

  async #write(task: Task, signal: AbortSignal): Promise<void> {
    const { profile, keep, done } = await this.#record.read()
    const folder = await this.#chosen()
    if (!folder) throw new Problem('errors.backup.noFolder')
    await folder.refuseGone()
    const temporary = temporaryIn(folder.path, profile)
    // What a crash has left of the last one, where the folder could not be reached at the start.
    await removeIfThere(temporary)
    const { makeFile, app } = this.#needs
    const file = await folder.freeName(`${fileNameOf(task.project.name)} ${stampOf(new Date())}`)
    const how = { temporary, signal, ...(makeFile ? { makeFile } : {}) }
    const writer = await PackageWriter.begin(join(folder.path, file), how)
    const { manifest, bytes } = await writer.finish({ ...task, purpose: 'backup', app, partial: true })
    const { madeAt: at, missing, last: sequence } = manifest
    await this.#record.change({ done: { ...done, [task.project.id]: { sequence, at, file, bytes, missing } } })
    await folder.thin(task.project.id, keep)
  }

  async #ended(failed: Message | null, again: boolean): Promise<void> {
    this.#running = null
    if (this.#retry) clearTimeout(this.#retry)
    const wait = this.#needs.retryAfter ?? RETRY_AFTER
    this.#retry = again && !this.#closed ? setTimeout(() => this.#again(failed !== null), wait) : null
    this.#retry?.unref()
    // A profile that cannot be written says so where it matters; the reason stands in memory all the same.
    await this.#record.change({ failed }).catch(() => undefined)
    await this.#tell()
  }

  /** @param failed what failed is made; what was given up, only where it is due by the rules */
  #again(failed: boolean): void {
    this.#retry = null
    if (failed) this.#makeDue()
    // A profile that cannot be read says so at the next look.
    else void this.appended().catch(() => undefined)
  }

  async #tell(): Promise<void> {
    this.#needs.changed(await this.state())
  }

  /** Entries that no backup has; of a project that was put back to an earlier state, all. */
  async #pending({ project, last }: Task): Promise<number> {
    const { done } = await this.#record.read()
    const sequence = done[project.id]?.sequence ?? 0
    return sequence > last ? last : last - sequence
  }

  #open(): Promise<OpenProject | null> {
    return this.#needs.project().catch(() => null)
  }

  async #chosen(): Promise<BackupFolder | null> {
    const { folder } = await this.#record.read()
    if (folder === null) return null
    if (this.#folder?.path !== folder) this.#folder = new BackupFolder(folder)
    return this.#folder
  }
}
