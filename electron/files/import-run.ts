import type { ImportLine, ImportOutcome, ImportProgress } from '#shared/ipc/imports'
import { type Message, newId } from '#shared/model/identity'
import type { FoundFile } from './walk'

/** Progress is told at most this often, in milliseconds: the window draws itself anew each time. */
export const PROGRESS_EVERY = 250

/** What a run imports: paths that were opened, or kept originals. */
export type RunTask =
  | { mode: 'import'; paths: readonly string[] }
  | { mode: 'restore'; originals: readonly { hash: string; name: string }[] }

/** One file of a run: on disk, or a kept original. */
export type RunFile = FoundFile | { hash: string; name: string }

/** One import from its first file to its end: counts, lines, and telling the window of them. */
export class ImportRun {
  readonly id = newId()
  readonly task: RunTask
  readonly #report: (progress: ImportProgress) => void
  readonly #abort = new AbortController()
  readonly #all: ImportLine[] = []
  #told = 0
  #state: ImportProgress['state'] = 'running'
  #total = 0
  #current = ''
  #timer: NodeJS.Timeout | null = null
  readonly #counts = { imported: 0, duplicate: 0, failed: 0 }

  /** @param report told of progress, and once of the end */
  constructor(task: RunTask, report: (progress: ImportProgress) => void) {
    this.task = task
    this.#report = report
  }

  /** Aborted when the user cancels. */
  get signal(): AbortSignal {
    return this.#abort.signal
  }

  /** Adds to the number of files. */
  expect(files: number): void {
    this.#total += files
    this.#changed()
  }

  /** Names the file at work. */
  at(name: string): void {
    this.#current = name
    this.#changed()
  }

  /** Adds a line to the result. */
  note(name: string, hash: string | null, outcome: ImportOutcome): void {
    this.#all.push({ name, hash, outcome })
    this.#counts[outcome.status] += 1
    this.#changed()
  }

  /** Adds a line for a file that failed. */
  fail(name: string, hash: string | null, reason: Message): void {
    this.note(name, hash, { status: 'failed', reason })
  }

  cancel(): void {
    this.#abort.abort()
  }

  /** Ends the run and tells of it at once. */
  finish(): void {
    this.#state = this.#abort.signal.aborted ? 'cancelled' : 'finished'
    this.#current = ''
    this.#tell()
  }

  /** Where it is, with all lines so far: for a window that opened in the middle. The next event goes on from here. */
  status(): ImportProgress {
    this.#told = this.#all.length
    return this.#progress(this.#all.slice())
  }

  #changed(): void {
    this.#timer ??= setTimeout(() => this.#tell(), PROGRESS_EVERY)
  }

  #tell(): void {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
    const lines = this.#all.slice(this.#told)
    this.#told = this.#all.length
    this.#report(this.#progress(lines))
  }

  #progress(lines: ImportLine[]): ImportProgress {
    const { imported, duplicate, failed } = this.#counts
    return {
      run: this.id,
      mode: this.task.mode,
      state: this.#state,
      total: this.#total,
      done: imported + duplicate + failed,
      imported,
      duplicates: duplicate,
      failed,
      current: this.#current,
      lines,
    }
  }
}
