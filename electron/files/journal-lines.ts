import { createReadStream } from 'node:fs'
import { JournalEntry } from '#shared/model/journal'
import { codeOf, Problem } from './problem'

const NEWLINE = 10

/** What a journal file holds. Offsets and lengths are bytes. */
export interface JournalScan {
  /** `starts[n]` is where the line of sequence n + 1 begins. */
  starts: number[]
  /** Where the last whole line ends; what lies beyond is torn. */
  end: number
  /** Size of the file. */
  size: number
  /** How many lines lie beyond `end`. */
  torn: number
}

/** The line of an entry, with its newline. */
export const lineOf = (entry: JournalEntry): Buffer => Buffer.from(`${JSON.stringify(entry)}\n`)

/** The entry of a line, null where it is none. */
export function entryOf(line: Uint8Array): JournalEntry | null {
  try {
    const parsed = JournalEntry.safeParse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(line)))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

/**
 * Reads a journal line by line, in constant memory. Broken lines at the end are what a crash tears: the answer to
 * them was never given. A broken line, or a wrong sequence, before a whole one is damage.
 * @throws {Problem} `errors.journal.damaged` with the line's number, from 1
 */
export async function scanJournal(path: string): Promise<JournalScan> {
  const scan = new Scan()
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 1024 * 1024 })) scan.feed(chunk)
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error
  }
  return scan.finish()
}

class Scan {
  readonly #starts: number[] = []
  #end = 0
  #offset = 0
  #line = 0
  #broken = 0
  #firstBroken = 0
  #rest: Buffer[] = []

  feed(chunk: Buffer): void {
    let from = 0
    for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, from)) {
      this.#take(Buffer.concat([...this.#rest, chunk.subarray(from, at)]))
      this.#rest = []
      from = at + 1
    }
    if (from < chunk.length) this.#rest.push(chunk.subarray(from))
  }

  #take(line: Buffer): void {
    this.#line += 1
    const entry = entryOf(line)
    if (entry) this.#accept(entry)
    else this.#note()
    this.#offset += line.length + 1
    if (entry) this.#end = this.#offset
  }

  #accept(entry: JournalEntry): void {
    if (this.#broken > 0) throw new Problem('errors.journal.damaged', { line: this.#firstBroken })
    if (entry.sequence !== this.#starts.length + 1) throw new Problem('errors.journal.damaged', { line: this.#line })
    this.#starts.push(this.#offset)
  }

  #note(): void {
    if (this.#broken === 0) this.#firstBroken = this.#line
    this.#broken += 1
  }

  /** A last line without its newline is torn, however whole it looks: its fsync was never answered. */
  finish(): JournalScan {
    const rest = this.#rest.reduce((sum, part) => sum + part.length, 0)
    return {
      starts: this.#starts,
      end: this.#end,
      size: this.#offset + rest,
      torn: this.#broken + (rest > 0 ? 1 : 0),
    }
  }
}
