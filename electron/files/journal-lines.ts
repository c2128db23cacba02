import { createReadStream } from 'node:fs'
import { JournalEntry } from '#shared/model/journal'
import { codeOf } from './problem'

const NEWLINE = 10

/** Bytes that are gone through at once, some milliseconds: main starts a window meanwhile, and serves it its code. */
const CHUNK = 64 * 1024

/** What a journal file holds. Offsets and lengths are bytes. */
export interface JournalScan {
  /** `starts[n]` is where the line of sequence n + 1 begins. */
  starts: number[]
  /** Where the last whole line ends; what lies beyond is torn. */
  end: number
  /** Size of the file. */
  size: number
  /** How many broken lines lie beyond `end`. */
  torn: number
  /** Null where nothing but torn lines lies beyond `end`. */
  damage: JournalDamage | null
}

/** A broken line, or one out of sequence, with whole ones after it. */
export interface JournalDamage {
  /** Number of the line, from 1. */
  line: number
  /** The highest sequence that a whole line after it has. */
  last: number
}

/** The line of an entry, with its newline. */
export const lineOf = (entry: JournalEntry): Buffer => Buffer.from(`${JSON.stringify(entry)}\n`)

/** Made once: making one takes a fifth of what a line does. */
const UTF8 = new TextDecoder('utf-8', { fatal: true })

/** The entry of a line, null where it is none. */
export function entryOf(line: Uint8Array): JournalEntry | null {
  try {
    const parsed = JournalEntry.safeParse(JSON.parse(UTF8.decode(line)))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

/**
 * Reads a journal line by line, in constant memory. Broken lines at the end are what a crash tears: the answer to
 * them was never given. A broken line, or a wrong sequence, before a whole one is damage: nothing after it counts.
 */
export async function scanJournal(path: string): Promise<JournalScan> {
  try {
    return await scanLines(createReadStream(path, { highWaterMark: CHUNK }) as AsyncIterable<Buffer>)
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error
    return new Scan().finish()
  }
}

/** `scanJournal` of bytes that come from elsewhere. */
export async function scanLines(chunks: AsyncIterable<Buffer>): Promise<JournalScan> {
  const scan = new Scan()
  for await (const chunk of chunks) scan.feed(chunk)
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
  #beyond = 0

  feed(chunk: Buffer): void {
    let from = 0
    for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, from)) {
      const line = chunk.subarray(from, at)
      this.#take(this.#rest.length === 0 ? line : Buffer.concat([...this.#rest, line]))
      this.#rest = []
      from = at + 1
    }
    if (from < chunk.length) this.#rest.push(chunk.subarray(from))
  }

  #take(line: Buffer): void {
    this.#line += 1
    const entry = entryOf(line)
    const start = this.#offset
    this.#offset += line.length + 1
    if (entry && this.#broken === 0 && entry.sequence === this.#starts.length + 1) {
      this.#starts.push(start)
      this.#end = this.#offset
    } else {
      this.#note()
      if (entry) this.#beyond = Math.max(this.#beyond, entry.sequence)
    }
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
      damage: this.#beyond > 0 ? { line: this.#firstBroken, last: this.#beyond } : null,
    }
  }
}
