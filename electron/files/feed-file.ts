import type { ImportOutcome } from '#shared/ipc/imports'
import { type Message, message } from '#shared/model/identity'
import { AS_FOUND, type ReadAs } from '#shared/model/source'
import type { ImportRun, RunTask } from './import-run'
import type { Importer } from './importer'
import type { Verdict, WorkAnswer } from './importer-link'
import { reasonOf } from './problem'
import type { OpenProject } from './project-folder'
import type { ReadFile } from './read-file'
import { folderAndName } from './run-files'
import type { RunRecord } from './run-record'

/** What the feeding of a run is about. */
export interface FeedingParts {
  run: ImportRun
  task: RunTask
  project: OpenProject
  record: RunRecord | null
  importer: Importer
  /** Name written on what is imported. */
  author(): string
  /** True once the program ends. */
  isEnding(): boolean
  /** Called when the run was paused, since the database has less than the journal, whose last sequence it is given. */
  held(last: number): void
}

/** What becomes of a file: where it stands in the run's record, and who is told when it is done. */
export interface Place {
  /** Its path as seen from what was opened. */
  name: string
  /** Its place in the list of the run. */
  file: number
  /** Its key, where it is a member of an archive. */
  member: string | null
  /** What it is to be read as, where that is not left to the reader. */
  readAs?: ReadAs
  /** Bytes that count as done with it. */
  bytes: number
  settled(): void
}

/**
 * What became of a piece of work; `retry` when another one may have been the cause, `held` when the database must be
 * filled again before it, `stop` when there is no importer.
 */
export type Fate = 'settled' | 'retry' | 'held' | 'stop'

type Done = Extract<WorkAnswer, { type: 'done' }>

/** Gives files to the importer: the original is kept before, and the line counts when the journal has the import. */
export class FileFeeder {
  readonly #parts: FeedingParts
  /** Files with the same bytes go one after another, or a failing one could take the other's original away. */
  readonly #sameBytes = new Map<string, Promise<unknown>>()
  /** Journal entries on their way to the disk: the next file need not wait for them, the end of the run does. */
  readonly #acknowledging = new Set<Promise<void>>()
  /** The importer was lost: the database may have an import of which nobody has told the journal. */
  #lost: boolean

  constructor(parts: FeedingParts) {
    this.#parts = parts
    this.#lost = parts.run.resumed
  }

  /**
   * Feeds one file whose bytes are read.
   * @param again whether this run may have imported it without having heard of it
   */
  async feed(place: Place, read: ReadFile, again: boolean): Promise<Fate> {
    const { hash } = read
    for (let other = this.#sameBytes.get(hash); other; other = this.#sameBytes.get(hash)) await other
    const feeding = this.#feedBytes(place, read, again).catch((error: unknown): Fate => {
      this.fail(place, hash, reasonOf(error, 'errors.file.failed'))
      return 'settled'
    })
    this.#sameBytes.set(hash, feeding)
    const fate = await feeding
    this.#sameBytes.delete(hash)
    return fate
  }

  /** Settles a file as failed. */
  fail(place: Place, hash: string | null, reason: Message): void {
    this.#settle(place, hash, { status: 'failed', reason })
  }

  /** What an importer that gave no answer means for a file or an archive. */
  withoutAnswer(place: Place, hash: string | null, verdict: Exclude<Verdict, { type: 'answer' }>): Fate {
    this.#lost = true
    if (verdict.type === 'lost' && !verdict.alone) return 'retry'
    this.fail(place, hash, failureOf(verdict))
    return verdict.type === 'absent' ? 'stop' : 'settled'
  }

  /** Waits until the journal has everything, and asks for what it may lack. */
  async finish(): Promise<void> {
    const { journal } = this.#parts.project
    // An answer that died with the importer leaves a gap, and the window that would fill it is gone.
    if (this.#parts.isEnding()) await journal.abandonGaps()
    await Promise.all(this.#acknowledging)
    if (this.#lost) journal.askForMissing()
  }

  /** Whether originals are kept file by file. Those of a package, and texts that crossed, were kept before the run. */
  get #keeps(): boolean {
    const { task } = this.#parts
    return task.mode === 'import' && task.kept === undefined
  }

  async #feedBytes(place: Place, { hash, bytes }: ReadFile, again: boolean): Promise<Fate> {
    const { run, task, project, importer, author } = this.#parts
    const { mode } = task
    if (this.#keeps) await project.originals.keep(hash, bytes, place.name)
    const work = {
      type: 'file',
      project: project.project.id,
      mode,
      ...folderAndName(place.name),
      hash,
      bytes: bytes.buffer,
      readAs: task.mode === 'reread' ? task.readAs : (place.readAs ?? AS_FOUND),
      author: author(),
      at: new Date().toISOString(),
      journalLast: project.journal.last,
      since: again ? run.started : null,
    } as const
    const verdict = await importer.process(work, (done, total) => run.within(place.name, done, total))
    if (verdict.type !== 'answer') {
      // After a crash the database may hold the file.
      project.originals.belongs(hash)
      return this.withoutAnswer(place, hash, verdict)
    }
    if (verdict.answer.type === 'lost') return this.#lostDatabase(place, hash, verdict.answer.reason)
    if (verdict.answer.type !== 'done') return this.withoutAnswer(place, hash, { type: 'garbled' })
    // A refused file leaves nothing behind.
    if (verdict.answer.outcome.status !== 'failed') project.originals.belongs(hash)
    else if (this.#keeps) await project.originals.release(hash)
    this.#acknowledge(place, hash, verdict.answer)
    return 'settled'
  }

  /**
   * Chromium has put an empty database in the place of the real one. What was to be imported waits until the window has
   * it filled again. A restore does not: a window that opens the project waits for it, and fills what it finds lost.
   */
  async #lostDatabase(place: Place, hash: string, reason: Message): Promise<Fate> {
    const { run, task, project, held } = this.#parts
    if (task.mode === 'restore') {
      this.fail(place, hash, reason)
      return 'settled'
    }
    if (run.pause(true)) held(project.journal.last)
    // It is kept again when its turn comes.
    if (this.#keeps) await project.originals.release(hash)
    return 'held'
  }

  /** The line counts when the import is in the journal, on disk. */
  #acknowledge(place: Place, hash: string, { entry, outcome }: Done): void {
    if (!entry || this.#parts.task.mode === 'restore') {
      this.#settle(place, hash, outcome)
      return
    }
    const acknowledged = this.#parts.project.journal
      .append([entry])
      .then(() => this.#settle(place, hash, outcome))
      .catch((error: unknown) => {
        // At the end of the program it is no failure: the next start finds it in the database.
        if (!this.#parts.isEnding()) this.fail(place, hash, reasonOf(error, 'errors.journal.unwritable'))
      })
      .finally(() => this.#acknowledging.delete(acknowledged))
    this.#acknowledging.add(acknowledged)
  }

  #settle({ name, file, member, bytes, settled }: Place, hash: string | null, outcome: ImportOutcome): void {
    const { run, record } = this.#parts
    const line = run.note(name, hash, outcome, bytes)
    record?.done(file, member, line)
    settled()
  }
}

function failureOf(verdict: Exclude<Verdict, { type: 'answer' }>): Message {
  switch (verdict.type) {
    case 'timeout':
      return message('errors.import.timeout', { seconds: verdict.limit / 1000 })
    case 'lost':
      return message('errors.import.crashed')
    case 'garbled':
      return message('errors.import.answer')
    case 'absent':
      return message('errors.import.importer')
  }
}
