import { type FileHandle, open } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import type { JournalEntry } from '#shared/model/journal'
import { entryOf, type JournalDamage, type JournalScan, lineOf, scanJournal } from './journal-lines'
import { codeOf, Problem } from './problem'
import { saveFile, syncFolder } from './save'

/** After this wait the window is asked for the missing entries: entries of two windows may cross, but not for so long. */
export const GAP_NOTICE = 1_000
/** How long an entry waits for the ones before it. */
export const GAP_LIMIT = 10_000

/** The most bytes of entries that are read at once. */
export const PAGE = 32 * 1024 * 1024

/** An append that is not answered yet: it is done when `until` is on disk. */
interface Waiter {
  until: number
  resolve(answer: { last: number }): void
  reject(reason: unknown): void
  timer: NodeJS.Timeout
}

/** The parts of a file that a journal uses; tests put a failing one in their place. */
export type JournalFile = Pick<FileHandle, 'write' | 'read' | 'truncate' | 'datasync' | 'close'>

export interface JournalOptions {
  /** Called when entries are on disk. */
  onAppended?: () => void
  /** Called while entries wait for ones that do not come: `last` is what is on disk. */
  onGap?: (last: number) => void
  openFile?: (path: string) => Promise<JournalFile>
}

/**
 * The journal of a project, `journal.jsonl`: one entry a line, append-only, contiguous from sequence 1. An append is
 * answered when its entries, and all before them, are on disk.
 */
export class Journal {
  /** Lines that a crash had torn and that opening set aside. */
  readonly torn: number
  /**
   * Damage before the end: entries up to the damaged line can be read. The file stays as it is until something is
   * appended; then what lies beyond is copied to `journal.damaged-<time>.jsonl` and cut off.
   */
  readonly damage: JournalDamage | null
  readonly #path: string
  /** Size of the file while it holds what is still to be cut off. */
  #uncut: number | null
  readonly #file: JournalFile
  readonly #starts: number[]
  readonly #onGap: (last: number) => void
  readonly #onAppended: () => void
  readonly #held = new Map<number, JournalEntry>()
  #waiters: Waiter[] = []
  #end: number
  #writing = false
  #work: Promise<void> = Promise.resolve()
  #closed = false

  private constructor(path: string, file: JournalFile, found: JournalScan, how: JournalOptions) {
    this.#path = path
    this.#file = file
    this.damage = found.damage
    this.#uncut = found.damage && found.size
    this.#starts = found.starts
    this.#end = found.end
    this.torn = found.damage ? 0 : found.torn
    this.#onGap = how.onGap ?? (() => undefined)
    this.#onAppended = how.onAppended ?? (() => undefined)
  }

  /**
   * Opens a journal, making an empty one where there is none. A torn end is copied to `journal.torn-<time>.jsonl`
   * beside it before it is cut off; for damage before the end see `damage`.
   */
  static async open(path: string, options: JournalOptions = {}): Promise<Journal> {
    const scan = await scanJournal(path)
    const file = await (options.openFile ?? openForAppend)(path)
    try {
      if (scan.size > scan.end && !scan.damage) await cutEnd(file, asideOf(path, 'torn'), scan)
      await syncFolder(dirname(path))
    } catch (error) {
      await file.close()
      throw error
    }
    return new Journal(path, file, scan, options)
  }

  /** Sequence of the last entry on disk, 0 for none. */
  get last(): number {
    return this.#starts.length
  }

  /** Where the last entry on disk ends, in bytes: what lies before it never changes. */
  get end(): number {
    return this.#end
  }

  /** Where the line of a sequence ends, in bytes; 0 for none. @throws {RangeError} above the last */
  endOf(sequence: number): number {
    if (sequence > this.last) throw new RangeError(`no entry ${sequence}`)
    return sequence === 0 ? 0 : (this.#starts[sequence] ?? this.#end)
  }

  /**
   * Appends entries. Those that the journal has are passed over; one that leaves a gap waits for the missing ones.
   * @throws {Problem} `errors.journal.gap` after the wait, `conflict` when another entry has the sequence,
   * `unwritable` when the disk refuses
   */
  async append(entries: readonly JournalEntry[]): Promise<{ last: number }> {
    if (this.#closed) throw new Problem('errors.journal.closed')
    for (const entry of entries) {
      if (entry.sequence <= this.last) await this.#checkKept(entry)
      else this.#hold(entry)
    }
    const until = entries.reduce((most, entry) => Math.max(most, entry.sequence), 0)
    if (until <= this.last) return { last: this.last }
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.#ask(waiter), GAP_NOTICE)
      const waiter: Waiter = { until, resolve, reject, timer }
      this.#waiters.push(waiter)
      this.#start()
    })
  }

  /** Entries after a sequence, at most `limit` and of at most `PAGE` bytes but always one, and the sequence of the last one on disk. */
  async read(after: number, limit: number): Promise<{ entries: JournalEntry[]; last: number }> {
    const { last } = this
    const from = this.#starts[after]
    if (from === undefined) return { entries: [], last }
    const bytes = await readWhole(this.#file, from, this.#pageEnd(after, limit))
    const entries: JournalEntry[] = []
    let start = 0
    for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, start)) {
      const entry = entryOf(bytes.subarray(start, at))
      if (!entry) throw new Problem('errors.journal.damaged', { line: after + entries.length + 1 })
      entries.push(entry)
      start = at + 1
    }
    return { entries, last }
  }

  #pageEnd(after: number, limit: number): number {
    const most = (this.#starts[after] ?? 0) + PAGE
    let until = Math.min(after + limit, this.last)
    while (until > after + 1 && this.endOf(until) > most) until -= 1
    return this.endOf(until)
  }

  /** Asks the window for entries that the database may have and this journal has not. */
  askForMissing(): void {
    if (!this.#closed) this.#onGap(this.last)
  }

  /** Refuses what waits for a gap that nobody will fill any more: the program ends. The next start fills it. */
  async abandonGaps(): Promise<void> {
    await this.#work
    this.#rejectAll(new Problem('errors.journal.closed'))
  }

  /** Ends the journal: what can be written is on disk when it answers, what waits for a gap is refused. */
  async close(): Promise<void> {
    if (this.#closed) return
    this.#closed = true
    await this.#work
    this.#rejectAll(new Problem('errors.journal.closed'))
    await this.#file.close()
  }

  /** An entry of the same sequence must be the same entry: passing over another one would lose it without a word. */
  async #checkKept(entry: JournalEntry): Promise<void> {
    const { entries } = await this.read(entry.sequence - 1, 1)
    checkSame(entries[0], entry)
  }

  #hold(entry: JournalEntry): void {
    checkSame(this.#held.get(entry.sequence), entry)
    this.#held.set(entry.sequence, entry)
  }

  #start(): void {
    if (this.#writing) return
    this.#writing = true
    this.#work = this.#writeHeld()
  }

  /** Writes all that is contiguous, as often as more has come meanwhile; several entries share one fsync. */
  async #writeHeld(): Promise<void> {
    try {
      for (let batch = this.#nextBatch(); batch.length > 0; batch = this.#nextBatch()) {
        await this.#write(batch)
        this.#answer()
        this.#onAppended()
      }
    } catch (error) {
      this.#held.clear()
      this.#rejectAll(new Problem('errors.journal.unwritable', { code: codeOf(error) }, error))
    } finally {
      // In the same turn as the last look for more: what comes after it starts a new round.
      this.#writing = false
    }
  }

  #nextBatch(): JournalEntry[] {
    const batch: JournalEntry[] = []
    for (let next = this.#held.get(this.last + 1); next; next = this.#held.get(next.sequence + 1)) batch.push(next)
    return batch
  }

  async #write(batch: readonly JournalEntry[]): Promise<void> {
    const lines = batch.map(lineOf)
    const bytes = Buffer.concat(lines)
    if (this.#uncut !== null) {
      await cutEnd(this.#file, asideOf(this.#path, 'damaged'), { end: this.#end, size: this.#uncut })
      this.#uncut = null
    }
    try {
      await writeWhole(this.#file, bytes, this.#end)
      await this.#file.datasync()
    } catch (error) {
      // Whatever part got through must not stand in the way of the next try.
      await this.#file.truncate(this.#end)
      throw error
    }
    for (const line of lines) {
      this.#starts.push(this.#end)
      this.#end += line.length
    }
    for (const entry of batch) this.#held.delete(entry.sequence)
  }

  #answer(): void {
    const answered = this.#waiters.filter((waiter) => waiter.until <= this.last)
    this.#waiters = this.#waiters.filter((waiter) => waiter.until > this.last)
    for (const waiter of answered) {
      clearTimeout(waiter.timer)
      waiter.resolve({ last: this.last })
    }
  }

  /** Asks for the missing entries and waits on. A slow disk is no gap: while a write is under way the answer will come. */
  #ask(waiter: Waiter): void {
    if (this.#writing) {
      waiter.timer = setTimeout(() => this.#ask(waiter), GAP_NOTICE)
      return
    }
    this.#onGap(this.last)
    waiter.timer = setTimeout(() => this.#giveUp(waiter), GAP_LIMIT - GAP_NOTICE)
  }

  /** Refuses what has waited too long; the entry is held on, so that it is written when the gap is filled after all. */
  #giveUp(waiter: Waiter): void {
    if (this.#writing) {
      waiter.timer = setTimeout(() => this.#giveUp(waiter), GAP_NOTICE)
      return
    }
    this.#waiters = this.#waiters.filter((other) => other !== waiter)
    waiter.reject(new Problem('errors.journal.gap', { expected: this.last + 1 }))
  }

  #rejectAll(reason: Problem): void {
    const waiters = this.#waiters
    this.#waiters = []
    for (const waiter of waiters) {
      clearTimeout(waiter.timer)
      waiter.reject(reason)
    }
  }
}

function checkSame(known: JournalEntry | undefined, entry: JournalEntry): void {
  if (known && !isDeepStrictEqual(plain(known), plain(entry)))
    throw new Problem('errors.journal.conflict', { sequence: entry.sequence })
}

/** As it comes back from the file. */
const plain = (entry: JournalEntry): unknown => JSON.parse(JSON.stringify(entry))

/** Not in append mode: Linux then ignores positions, and a torn write could not be overwritten. */
async function openForAppend(path: string): Promise<FileHandle> {
  try {
    return await open(path, 'r+')
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error
    return open(path, 'wx+')
  }
}

async function writeWhole(file: JournalFile, bytes: Buffer, position: number): Promise<void> {
  let done = 0
  while (done < bytes.length) {
    const { bytesWritten } = await file.write(bytes, done, bytes.length - done, position + done)
    done += bytesWritten
  }
}

/** The bytes from one position to another; a file that ended before would be damaged since it was opened. */
async function readWhole(file: JournalFile, from: number, to: number): Promise<Buffer> {
  const bytes = Buffer.alloc(to - from)
  let done = 0
  while (done < bytes.length) {
    const { bytesRead } = await file.read(bytes, done, bytes.length - done, from + done)
    if (bytesRead === 0) throw new Problem('errors.journal.unwritable', { code: 'EOF' })
    done += bytesRead
  }
  return bytes
}

const asideOf = (path: string, what: 'torn' | 'damaged'): string =>
  join(dirname(path), `journal.${what}-${Date.now()}.jsonl`)

/** Cuts off what lies beyond the end, after it was copied aside. */
async function cutEnd(file: JournalFile, aside: string, scan: { end: number; size: number }): Promise<void> {
  await saveFile(aside, await readWhole(file, scan.end, scan.size))
  await file.truncate(scan.end)
  await file.datasync()
}
