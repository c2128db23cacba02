import type { ImportLine, ImportMode, ImportOutcome, ImportProgress } from '#shared/ipc/imports'
import { type Message, newId } from '#shared/model/identity'
import type { ReadAs } from '#shared/model/source'
import { Pace } from './pace'

/** Progress is told at most this often, in milliseconds: the window draws itself anew each time. */
export const PROGRESS_EVERY = 250

/** A kept original: the hash of its bytes, the name and folder of its source. */
export interface KeptFile {
  hash: string
  name: string
  folder: string
  /** What it is to be read as, where that is not left to the reader. */
  readAs?: ReadAs
}

/** What a run reads: paths that were opened, or kept originals. */
export type RunTask =
  /**
   * Names are counted from `base`, where it is not each path itself. `kept` stands for paths where originals were kept
   * already, since they come out of a package; such an import is not gone on with after a restart.
   */
  | { mode: 'import'; paths: readonly string[]; base?: string | null; kept?: readonly KeptFile[] }
  | { mode: 'restore'; originals: readonly Omit<KeptFile, 'folder'>[] }
  | { mode: 'reread'; sources: readonly KeptFile[]; readAs: ReadAs }

/** A run that is taken up again: who it was, and the lines that it had. */
export interface EarlierRun {
  id: string
  started: string
  lines: readonly ImportLine[]
}

/** One import from its first file to its end: counts, lines, pausing, and telling the window of it. */
export class ImportRun {
  readonly id: string
  /** When it began, ISO 8601 in UTC; a run that goes on keeps its first start. */
  readonly started: string
  readonly resumed: boolean
  readonly mode: ImportMode
  readonly #report: (progress: ImportProgress) => void
  readonly #abort = new AbortController()
  readonly #pace = new Pace()
  readonly #all: ImportLine[] = []
  #told = 0
  #state: ImportProgress['state'] = 'running'
  #total = 0
  #bytes = { done: 0, total: 0 }
  #current = ''
  #part: ImportProgress['part'] = null
  #timer: NodeJS.Timeout | null = null
  #goOn: (() => void) | null = null
  #gate: Promise<void> = Promise.resolve()
  readonly #counts = { imported: 0, duplicate: 0, failed: 0 }

  /**
   * @param report told of progress, and once of the end
   * @param earlier the run that this one goes on with
   */
  constructor(mode: ImportMode, report: (progress: ImportProgress) => void, earlier: EarlierRun | null = null) {
    this.mode = mode
    this.#report = report
    this.id = earlier?.id ?? newId()
    this.started = earlier?.started ?? new Date().toISOString()
    this.resumed = earlier !== null
    for (const line of earlier?.lines ?? []) this.#take(line)
    this.#total = this.#all.length
  }

  /** Aborted when the user cancels, or the program ends. */
  get signal(): AbortSignal {
    return this.#abort.signal
  }

  /** Adds to the number of files and of their bytes. */
  expect(files: number, bytes = 0): void {
    this.#total += files
    this.#bytes.total += bytes
    this.#changed()
  }

  /** Counts bytes as done: of a file whose line was there before, or that has none. */
  pass(bytes: number): void {
    this.#bytes.done += bytes
  }

  /** Names the file at work. */
  at(name: string): void {
    this.#current = name
    this.#part = null
    this.#changed()
  }

  /** Tells how far a long file is. */
  within(name: string, done: number, total: number): void {
    this.#current = name
    this.#part = { done, total }
    this.#changed()
  }

  /** Adds a line to the result. */
  note(name: string, hash: string | null, outcome: ImportOutcome, bytes = 0): ImportLine {
    const line = { name, hash, outcome }
    this.#take(line)
    this.#bytes.done += bytes
    this.#pace.note(bytes)
    if (this.#current === name) this.#part = null
    this.#changed()
    return line
  }

  /** Adds a line for a file that failed. */
  fail(name: string, hash: string | null, reason: Message, bytes = 0): ImportLine {
    return this.note(name, hash, { status: 'failed', reason }, bytes)
  }

  /** Stops feeding until it is let go on. @returns whether that was another state than before */
  pause(paused: boolean): boolean {
    if (this.signal.aborted || (this.#state === 'paused') === paused) return false
    this.#state = paused ? 'paused' : 'running'
    if (paused) {
      this.#gate = new Promise((resolve) => {
        this.#goOn = resolve
      })
    } else {
      this.#pace.restart()
      this.#goOn?.()
    }
    this.#tell()
    return true
  }

  /** Waits while the run is paused. */
  unpaused(): Promise<void> {
    return this.#gate
  }

  /** Ends the run early: what is in the importer is finished. */
  cancel(): void {
    this.#abort.abort()
    this.#goOn?.()
  }

  /** Ends the run and tells of it at once. */
  finish(): void {
    this.#state = this.#abort.signal.aborted ? 'cancelled' : 'finished'
    this.#current = ''
    this.#part = null
    this.#tell()
  }

  /** Where it is, with all lines so far: for a window that opened in the middle. The next event goes on from here. */
  status(): ImportProgress {
    this.#told = this.#all.length
    return this.#progress(this.#all.slice())
  }

  #take(line: ImportLine): void {
    this.#all.push(line)
    this.#counts[line.outcome.status] += 1
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
    const done = imported + duplicate + failed
    const working = this.#state === 'running'
    const { done: bytes, total: bytesTotal } = this.#bytes
    return {
      run: this.id,
      mode: this.mode,
      state: this.#state,
      total: this.#total,
      done,
      imported,
      duplicates: duplicate,
      failed,
      bytes,
      bytesTotal,
      rate: working ? this.#pace.rate() : 0,
      secondsLeft: working ? this.#pace.secondsLeft(this.#total - done, bytesTotal - bytes) : null,
      current: this.#current,
      part: this.#part,
      resumed: this.resumed,
      lines,
    }
  }
}
