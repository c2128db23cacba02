import { Zip, ZipDeflate } from 'fflate'
import type { ByteSink } from './project-content'

/** Characters that are encoded and packed at once. */
const PIECE = 1 << 16
/** Files that the end of a plain zip can count. */
const MOST_FILES = 65_535
/** A fixed time, so that one project gives one file. */
const TIME = new Date(1980, 0, 1)

/** Writes a zip file by file and piece by piece; at most a few pieces are in memory. */
export class ZipStream {
  readonly #sink: ByteSink
  readonly #zip: Zip
  #ready: Uint8Array[] = []
  #fault: Error | null = null
  #files = 0

  constructor(sink: ByteSink) {
    this.#sink = sink
    this.#zip = new Zip((error, chunk) => {
      if (error) this.#fault = error
      else this.#ready.push(chunk)
    })
  }

  /**
   * Adds a file of text, in UTF-8 without a byte order mark.
   * @throws RangeError for more files than a plain zip can list
   */
  async add(name: string, pieces: Iterable<string> | AsyncIterable<string>): Promise<void> {
    this.#files += 1
    if (this.#files > MOST_FILES) throw new RangeError(`more than ${MOST_FILES} files in a zip`)
    const file = new ZipDeflate(name, { level: 6 })
    file.mtime = TIME
    this.#zip.add(file)
    const encoder = new TextEncoder()
    let held = ''
    for await (const piece of pieces) {
      held += piece
      while (held.length >= PIECE) {
        const end = wholeCharacters(held, PIECE)
        file.push(encoder.encode(held.slice(0, end)))
        held = held.slice(end)
        await this.#pass()
      }
    }
    file.push(encoder.encode(held), true)
    await this.#pass()
  }

  /** Writes the list of files: the zip is done. */
  async end(): Promise<void> {
    this.#zip.end()
    await this.#pass()
  }

  async #pass(): Promise<void> {
    const ready = this.#ready
    this.#ready = []
    for (const chunk of ready) if (chunk.length > 0) await this.#sink(chunk)
    if (this.#fault) throw this.#fault
  }
}

/** Where to cut so that no surrogate pair is. */
function wholeCharacters(text: string, end: number): number {
  const unit = text.charCodeAt(end - 1)
  return unit >= 0xd800 && unit < 0xdc00 ? end - 1 : end
}
