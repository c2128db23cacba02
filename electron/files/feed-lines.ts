import { type FileHandle, open } from 'node:fs/promises'
import type { Fate, FeedingParts, FileFeeder, Place } from './feed-file'
import type { Piece } from './feeding'
import { Problem } from './problem'
import { fileProblem, hashOf, type ReadFile } from './read-file'
import type { RunFile } from './run-files'

/** Bytes of a part: what the importer reads into records at once. Twice as much takes the app over its budget of memory. */
export const PART = 8 * 1024 * 1024

const NEWLINE = 0x0a
const COMMA = 0x2c

/** Whether a file of lines is taken a part at a time. */
export const isLong = ({ name, size, from }: RunFile): boolean =>
  size > PART && 'path' in from && name.toLowerCase().endsWith('.jsonl')

/** The beginning of a line, up to its first comma: `{"id":"…"` of what `extract` writes. */
function headOf(bytes: Uint8Array, start: number): string | null {
  const comma = bytes.indexOf(COMMA, start)
  return comma === -1 ? null : Buffer.from(bytes.subarray(start, comma)).toString('latin1')
}

/**
 * Where a part ends: behind the last line that begins otherwise than the one after it, so that what is said of one source
 * stays together; else behind the last line. Bytes are compared, nothing is read into them.
 * @returns 0 where no line ends
 */
export function endOfPart(bytes: Uint8Array): number {
  const last = bytes.lastIndexOf(NEWLINE)
  let after = last === -1 ? null : headOf(bytes, last + 1)
  for (let end = last; end > 0; ) {
    const before = bytes.lastIndexOf(NEWLINE, end - 1)
    const head = headOf(bytes, before + 1)
    if (after !== null && head !== after) return end + 1
    after = head
    end = before
  }
  return last + 1
}

/** A long file of lines that is taken in parts. */
interface Long {
  file: RunFile
  place: Place
  path: string
  /** Parts that are not settled. */
  open: number
  /** Whether the last part is read. */
  over: boolean
}

/** Feeds a long file of lines part after part: each is kept as an original and imported as a file of its own. */
export class LinesFeeder {
  readonly #parts: FeedingParts
  readonly #files: FileFeeder

  constructor(parts: FeedingParts, files: FileFeeder) {
    this.#parts = parts
    this.#files = files
  }

  /** The file as its first part, which brings the next. */
  pieceOf(file: RunFile, place: Place): Piece {
    const path = 'path' in file.from ? file.from.path : ''
    return this.#part({ file, place, path, open: 0, over: false }, 0, 1)
  }

  #part(long: Long, from: number, number: number): Piece {
    const name = `${long.place.name}/${String(number).padStart(4, '0')}.jsonl`
    long.open += 1
    return {
      name,
      perform: async (again, more) => {
        const read = await readPart(long.path, from)
        long.over ||= read.next === null
        const fate = await this.#feed(long, { ...read, name }, again)
        if (fate === 'settled' && read.next !== null) more([this.#part(long, read.next, number + 1)])
        return fate
      },
      fail: (reason) => this.#files.fail({ ...long.place, name }, null, reason),
    }
  }

  /** One that was done before the run was cut off only counts. */
  async #feed(long: Long, { name, hash, bytes }: ReadFile & { name: string }, again: boolean): Promise<Fate> {
    const { run } = this.#parts
    const { file, place } = long
    const settled = (): void => this.#settled(long)
    const member = `${name}\n${hash}`
    const size = bytes.byteLength
    if (file.doneMembers.has(member)) {
      run.pass(size)
      run.expect(-1)
      settled()
      return 'settled'
    }
    return this.#files.feed({ ...place, name, member, bytes: size, settled }, { hash, bytes }, again)
  }

  /** A part is done. The file counts as one more until all of it is: nobody knows how many parts are still to come. */
  #settled(long: Long): void {
    const { run, record } = this.#parts
    long.open -= 1
    run.expect(1)
    if (!long.over || long.open > 0) return
    run.expect(-1)
    record?.done(long.file.at, null, null)
  }
}

/** The next part of a file, and where it goes on. @throws {Problem} `errors.file.*` */
async function readPart(path: string, from: number): Promise<ReadFile & { next: number | null }> {
  let file: FileHandle | null = null
  try {
    file = await open(path)
    const buffer = new Uint8Array(PART)
    let size = 0
    for (let read = -1; read !== 0 && size < PART; size += read)
      ({ bytesRead: read } = await file.read(buffer, size, PART - size, from + size))
    const whole = size < PART
    const end = whole ? size : endOfPart(buffer)
    if (end === 0 && !whole)
      throw new Problem('errors.file.tooLarge', { size: PART / 1024 / 1024, limit: PART / 1024 / 1024 })
    const bytes = buffer.slice(0, end)
    return { bytes, hash: await hashOf(bytes), next: whole ? null : from + end }
  } catch (error) {
    throw fileProblem(error)
  } finally {
    await file?.close()
  }
}
