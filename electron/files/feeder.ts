import type { ImportProgress, InterruptedImport } from '#shared/ipc/imports'
import { Feeding } from './feeding'
import { ImportRun, type RunTask } from './import-run'
import { Importer } from './importer'
import type { ImporterLink } from './importer-link'
import { Problem, reasonOf } from './problem'
import type { OpenProject } from './project-folder'
import { filesOf, rootNames } from './run-files'
import { RunRecord, removeStored, type StoredRun, storedRuns } from './run-record'

/**
 * How many files are in a worker of the importer at once: while one is analysed, others are stored in one transaction,
 * and the next are there already.
 */
const FILES_A_LANE = 16

/** What the feeder needs of its surroundings. */
export interface FeederNeeds {
  startImporter(): ImporterLink
  /** How many workers an importer has. */
  lanes: number
  /** How many files are in each at once; `FILES_A_LANE` where it is not said. */
  filesALane?: number
  /** The open project. */
  project(): Promise<OpenProject>
  /** Name written on what is imported. */
  author(): string
  /** Told of progress. */
  report(progress: ImportProgress): void
  /** Told that a run was paused, since the database has less than the journal, whose last sequence is `last`. */
  held(run: string, last: number): void
}

/** A run in the queue. */
interface Job {
  run: ImportRun
  task: RunTask
  /** The run that this one goes on with. */
  stored: StoredRun | null
  /** Null for what is not gone on with after a restart: it is asked for anew. */
  record: Promise<RunRecord | null>
}

/**
 * Feeds files to the importer: queues runs one after another, writes down what is to be done and what is done, so that
 * a run goes on after whatever ends the program, and brings each to its end whatever a file does.
 */
export class Feeder {
  readonly #needs: FeederNeeds
  readonly #importer: Importer
  readonly #queue: Job[] = []
  /** Runs that were cancelled before their turn, by their ids, until nothing of them is left. */
  readonly #givenUp = new Map<string, Promise<void>>()
  #work: Promise<void> | null = null
  #closed = false

  constructor(needs: FeederNeeds) {
    this.#needs = needs
    this.#importer = new Importer(() => needs.startImporter(), needs.lanes)
  }

  /** Queues an import and returns its run. */
  enqueue(task: RunTask): string {
    const run = new ImportRun(task.mode, (progress) => this.#needs.report(progress))
    this.#add({ run, task, stored: null, record: isResumable(task) ? this.#begin(run, task) : nothing() })
    return run.id
  }

  /**
   * Cancels a run: what is in the importer is finished, the rest is left. One whose turn has not come ends now: the one
   * before it may be paused for ever. An unknown run has ended already.
   */
  cancel(id: string): void {
    const at = this.#queue.findIndex(({ run }) => run.id === id)
    const job = this.#queue[at]
    job?.run.cancel()
    if (!job || at === 0) return
    this.#queue.splice(at, 1)
    const end = this.#giveUp(job).finally(() => this.#givenUp.delete(id))
    this.#givenUp.set(id, end)
  }

  /** Pauses a run or lets it go on: what is in the importer is finished. An unknown run has ended already. */
  pause(id: string, paused: boolean): void {
    this.#queue.find(({ run }) => run.id === id)?.run.pause(paused)
  }

  /** Whether a run is under way or waits. */
  get busy(): boolean {
    return this.#queue.length > 0 || this.#givenUp.size > 0
  }

  /** The run under way with all its lines so far, or null. */
  status(): ImportProgress | null {
    return this.#queue[0]?.run.status() ?? null
  }

  /** The oldest import that was cut off, or null. */
  async interrupted(): Promise<InterruptedImport | null> {
    const stored = await this.#interrupted()
    if (!stored) return null
    const { started, paths, lines, files } = stored
    const left = files ? files.length - stored.done.size : 0
    return { started, total: files ? lines.length + left : 0, done: lines.length, roots: rootNames(paths) }
  }

  /**
   * Goes on with the import that was cut off; returns its run.
   * @throws {Problem} `errors.import.notInterrupted`
   */
  async resume(): Promise<string> {
    const stored = await this.#interrupted()
    if (!stored) throw new Problem('errors.import.notInterrupted')
    const { run: id, started, lines, paths, base } = stored
    const project = await this.#needs.project()
    const run = new ImportRun('import', (progress) => this.#needs.report(progress), { id, started, lines })
    this.#add({ run, task: { mode: 'import', paths, base }, stored, record: RunRecord.resume(project.runs, stored) })
    return id
  }

  /** Forgets the import that was cut off; what it has imported stays. */
  async discard(): Promise<void> {
    const stored = await this.#interrupted()
    if (stored) await removeStored((await this.#needs.project()).runs, stored)
  }

  /**
   * Ends everything, at the end of the program: what is not done can be gone on with at the next start. All that was
   * answered is on disk when this answers.
   */
  async close(): Promise<void> {
    this.#closed = true
    for (const { run } of this.#queue) run.cancel()
    this.#importer.close()
    await Promise.all([this.#work, ...this.#givenUp.values()])
  }

  async #begin(run: ImportRun, { paths, base = null }: RunTask & { mode: 'import' }): Promise<RunRecord> {
    const { id, started } = run
    return RunRecord.create((await this.#needs.project()).runs, { run: id, started, paths, base })
  }

  async #interrupted(): Promise<StoredRun | null> {
    const stored = await storedRuns((await this.#needs.project()).runs)
    const isAtWork = (id: string) => this.#givenUp.has(id) || this.#queue.some(({ run }) => run.id === id)
    return stored.find(({ run }) => !isAtWork(run)) ?? null
  }

  #add(job: Job): void {
    // Its turn may be far away; what went wrong is told then.
    job.record.catch(() => undefined)
    this.#queue.push(job)
    this.#work ??= this.#workOff()
  }

  async #workOff(): Promise<void> {
    for (let job = this.#queue[0]; job; job = this.#queue[0]) {
      await this.#perform(job)
      this.#queue.shift()
      if (!this.#closed) job.run.finish()
    }
    this.#work = null
  }

  /** Performs a run; what goes wrong outside of any file becomes a line of its own. */
  async #perform({ run, task, stored, record: promised }: Job): Promise<void> {
    let record: RunRecord | null = null
    try {
      record = await promised
      if (!run.signal.aborted) await this.#feed(run, task, stored, record)
    } catch (error) {
      if (!run.signal.aborted) {
        run.expect(1)
        run.fail('', null, reasonOf(error, 'errors.file.failed'))
      }
    }
    await this.#release(task)
    await this.#endRecord(run, record)
  }

  /** What was kept for a run before it began, and was not imported, goes. One that cannot be removed stays as it is. */
  async #release(task: RunTask): Promise<void> {
    if (task.mode !== 'import' || !task.kept) return
    const project = await this.#needs.project().catch(() => null)
    await Promise.allSettled(task.kept.map(({ hash }) => project?.originals.release(hash)))
  }

  /** Ends a run that never began. */
  async #giveUp({ run, task, record }: Job): Promise<void> {
    await this.#release(task)
    // Without a record there is none to take away.
    await this.#endRecord(run, await record.catch(() => null))
    if (!this.#closed) run.finish()
  }

  /** A record that cannot be taken away is offered again at the next start; the runs behind this one must not wait for it. */
  async #endRecord(run: ImportRun, record: RunRecord | null): Promise<void> {
    try {
      await (this.#closed ? record?.close() : record?.remove())
    } catch (error) {
      run.expect(1)
      run.fail('', null, reasonOf(error, 'errors.file.failed'))
    }
  }

  async #feed(run: ImportRun, task: RunTask, stored: StoredRun | null, record: RunRecord | null): Promise<void> {
    const project = await this.#needs.project()
    const { files, failed, listed } = await filesOf(task, stored, run.signal)
    if (listed) await record?.list(listed)
    run.expect(
      files.length + failed.length,
      files.reduce((sum, { size }) => sum + size, 0),
    )
    for (const { name, reason } of failed) {
      const line = run.fail(name, null, reason)
      record?.done(-1, null, line)
    }
    const { author, lanes, filesALane = FILES_A_LANE } = this.#needs
    const feeding = new Feeding({
      run,
      task,
      project,
      record,
      importer: this.#importer,
      author,
      isEnding: () => this.#closed,
      held: (last) => this.#needs.held(run.id, last),
    })
    await feeding.all(files, filesALane * lanes)
  }
}

/** What was opened can be looked for again after a restart. */
const isResumable = (task: RunTask): task is RunTask & { mode: 'import' } =>
  task.mode === 'import' && task.kept === undefined

const nothing = (): Promise<null> => Promise.resolve(null)
