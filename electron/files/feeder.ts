import type { ImportProgress } from '#shared/ipc/imports'
import { type Message, message } from '#shared/model/identity'
import { ImportRun, type RunFile, type RunTask } from './import-run'
import { ANSWER_LIMIT, Importer, type ImporterLink, type Verdict } from './importer'
import { Problem, reasonOf } from './problem'
import type { OpenProject } from './project-folder'
import { type ReadFile, readFile } from './read-file'
import { type Found, findFiles } from './walk'

/** How many files are in the importer at once. */
export const IN_FLIGHT = 2

/** What the feeder needs of its surroundings. */
export interface FeederNeeds {
  startImporter(): ImporterLink
  /** The open project. */
  project(): Promise<OpenProject>
  /** Name written on what is imported. */
  author(): string
  /** Told of progress. */
  report(progress: ImportProgress): void
}

/** What became of a file that was given to the importer; `retry` when another one may have been the cause. */
type Fate = 'settled' | 'retry' | 'stop'

/**
 * Feeds files to the importer: queues runs one after another, keeps each original before its import, appends the
 * journal entry of each import before its line counts, and brings a run to its end whatever a file does.
 */
export class Feeder {
  readonly #needs: FeederNeeds
  readonly #importer: Importer
  readonly #queue: ImportRun[] = []
  #running = false

  constructor(needs: FeederNeeds) {
    this.#needs = needs
    this.#importer = new Importer(() => needs.startImporter())
  }

  /** Queues an import and returns its run. */
  enqueue(task: RunTask): string {
    const run = new ImportRun(task, (progress) => this.#needs.report(progress))
    this.#queue.push(run)
    void this.#work()
    return run.id
  }

  /** Cancels a run: what is in the importer is finished, the rest is left. An unknown run has ended already. */
  cancel(id: string): void {
    this.#queue.find((run) => run.id === id)?.cancel()
  }

  /** The run under way with all its lines so far, or null. */
  status(): ImportProgress | null {
    return this.#queue[0]?.status() ?? null
  }

  /** Ends everything, at the end of the program. */
  close(): void {
    for (const run of this.#queue) run.cancel()
    this.#importer.close()
  }

  async #work(): Promise<void> {
    if (this.#running) return
    this.#running = true
    try {
      for (let run = this.#queue[0]; run; run = this.#queue[0]) {
        await this.#perform(run)
        this.#queue.shift()
        run.finish()
      }
    } finally {
      this.#running = false
    }
  }

  /** Performs a run; what goes wrong outside of any file becomes a line of its own. */
  async #perform(run: ImportRun): Promise<void> {
    if (run.signal.aborted) return
    try {
      const project = await this.#needs.project()
      const found = await filesOf(run)
      run.expect(found.files.length + found.failed.length)
      for (const { name, reason } of found.failed) run.fail(name, null, reason)
      await new Feeding(run, project, this.#importer, this.#needs).all(found.files)
    } catch (error) {
      if (run.signal.aborted) return
      run.expect(1)
      run.fail('', null, reasonOf(error, 'errors.file.failed'))
    }
  }
}

async function filesOf(run: ImportRun): Promise<{ files: RunFile[]; failed: Found['failed'] }> {
  if (run.task.mode === 'import') return findFiles(run.task.paths, run.signal)
  return { files: [...run.task.originals], failed: [] }
}

/** The feeding of one run. */
class Feeding {
  readonly #run: ImportRun
  readonly #project: OpenProject
  readonly #importer: Importer
  readonly #needs: FeederNeeds
  /** Files with the same bytes go one after another, or a failing one could take the other's original away. */
  readonly #sameBytes = new Map<string, Promise<Fate>>()
  readonly #suspects: RunFile[] = []
  /** Journal entries on their way to the disk: the next file need not wait for them, the end of the run does. */
  readonly #acknowledging = new Set<Promise<void>>()
  #stopped = false
  /** The importer was lost: the database may have an import of which nobody has told the journal. */
  #lost = false

  constructor(run: ImportRun, project: OpenProject, importer: Importer, needs: FeederNeeds) {
    this.#run = run
    this.#project = project
    this.#importer = importer
    this.#needs = needs
  }

  async all(files: readonly RunFile[]): Promise<void> {
    const queue = files.values()
    await Promise.all(Array.from({ length: IN_FLIGHT }, () => this.#lane(queue)))
    // The importer died over two files: each gets it for itself now, so that only the culprit fails.
    for (const file of this.#suspects) {
      if (!this.#run.signal.aborted && (await this.#feed(file)) === 'retry')
        this.#run.fail(file.name, null, message('errors.import.crashed'))
    }
    await Promise.all(this.#acknowledging)
    if (this.#lost) this.#project.journal.askForMissing()
  }

  async #lane(queue: Iterator<RunFile>): Promise<void> {
    for (let next = queue.next(); !next.done; next = queue.next()) {
      if (this.#run.signal.aborted) return
      if (this.#stopped) this.#run.fail(next.value.name, null, message('errors.import.importer'))
      else if ((await this.#feed(next.value)) === 'retry') this.#suspects.push(next.value)
    }
  }

  async #feed(file: RunFile): Promise<Fate> {
    this.#run.at(file.name)
    const read = await this.#read(file)
    if (!read) return 'settled'
    for (let other = this.#sameBytes.get(read.hash); other; other = this.#sameBytes.get(read.hash)) await other
    const feeding = this.#feedBytes(file.name, read).catch((error: unknown): Fate => {
      this.#run.fail(file.name, read.hash, reasonOf(error, 'errors.file.failed'))
      return 'settled'
    })
    this.#sameBytes.set(read.hash, feeding)
    const fate = await feeding
    this.#sameBytes.delete(read.hash)
    if (fate === 'stop') this.#stopped = true
    return fate
  }

  async #read(file: RunFile): Promise<ReadFile | null> {
    try {
      if ('path' in file) return await readFile(file.path)
      return { hash: file.hash, bytes: await this.#project.originals.read(file.hash) }
    } catch (error) {
      this.#run.fail(file.name, 'hash' in file ? file.hash : null, reasonOf(error, 'errors.file.failed'))
      return null
    }
  }

  async #feedBytes(name: string, { hash, bytes }: ReadFile): Promise<Fate> {
    const { mode } = this.#run.task
    const added = mode === 'import' && (await this.#project.originals.keep(hash, bytes, name)).added
    const verdict = await this.#importer.process({
      project: this.#project.project.id,
      mode,
      name,
      hash,
      bytes: bytes.buffer,
      author: this.#needs.author(),
      at: new Date().toISOString(),
    })
    return this.#judge(name, hash, added, verdict)
  }

  async #judge(name: string, hash: string, added: boolean, verdict: Verdict): Promise<Fate> {
    if (verdict.type === 'answer') {
      // A refused file leaves nothing behind. After a crash the database may hold it, so its original stays.
      if (verdict.answer.outcome.status === 'failed' && added) await this.#project.originals.remove(hash)
      this.#acknowledge(name, hash, verdict.answer)
      return 'settled'
    }
    this.#lost = true
    if (verdict.type === 'lost' && !verdict.alone) return 'retry'
    this.#run.fail(name, hash, failureOf(verdict))
    return verdict.type === 'absent' ? 'stop' : 'settled'
  }

  /** The line counts when the import is in the journal, on disk. */
  #acknowledge(name: string, hash: string, answer: Extract<Verdict, { type: 'answer' }>['answer']): void {
    const { entry, outcome } = answer
    if (!entry || this.#run.task.mode === 'restore') {
      this.#run.note(name, hash, outcome)
      return
    }
    const acknowledged = this.#project.journal
      .append([entry])
      .then(() => this.#run.note(name, hash, outcome))
      .catch((error: unknown) => this.#run.fail(name, hash, reasonOf(error, 'errors.journal.unwritable')))
      .finally(() => this.#acknowledging.delete(acknowledged))
    this.#acknowledging.add(acknowledged)
  }
}

function failureOf(verdict: Exclude<Verdict, { type: 'answer' }>): Message {
  switch (verdict.type) {
    case 'timeout':
      return message('errors.import.timeout', { seconds: ANSWER_LIMIT / 1000 })
    case 'lost':
      return message('errors.import.crashed')
    case 'garbled':
      return message('errors.import.answer')
    case 'absent':
      return message('errors.import.importer')
  }
}

/** The sample's files: the texts of the `seeds` folder. @throws {Problem} `errors.import.sample` when they are gone */
export async function sampleFiles(folder: string): Promise<string[]> {
  const found = await findFiles([folder], new AbortController().signal)
  const texts = found.files.filter((file) => file.name.endsWith('.txt')).map((file) => file.path)
  if (texts.length === 0) throw new Problem('errors.import.sample')
  return texts
}
