import { type Message, message } from '#shared/model/identity'
import { PACKAGE_EXTENSION } from '#shared/model/package'
import { ArchiveFeeder, looksPacked } from './feed-archive'
import { type Fate, type FeedingParts, FileFeeder, type Place } from './feed-file'
import { isLong, LinesFeeder } from './feed-lines'
import { Problem, reasonOf } from './problem'
import { type ReadFile, readFile } from './read-file'
import { Room } from './room'
import type { RunFile } from './run-files'
import { WorkQueue } from './work-queue'

/** A file, a member of an archive, or a part of one that is still to be taken out. */
export interface Piece {
  name: string
  /** @param again whether this run may have imported it without having heard of it */
  perform(again: boolean, more: (pieces: readonly Piece[]) => void): Promise<Fate>
  fail(reason: Message): void
}

/** A project package would be taken for an archive, and its originals for files without names. */
const isPackage = (name: string): boolean => name.toLowerCase().endsWith(`.${PACKAGE_EXTENSION}`)

/** A piece and whether it is tried once more. */
interface Turn {
  piece: Piece
  again: boolean
}

/** The most bytes of files that are read and not yet done: one file of the largest size. */
const ROOM = 64 * 1024 * 1024

/** The feeding of one run: while one file is in a worker of the importer, the next is read and kept. */
export class Feeding {
  readonly #parts: FeedingParts
  readonly #files: FileFeeder
  readonly #archives: ArchiveFeeder
  readonly #lines: LinesFeeder
  readonly #room = new Room(ROOM)
  #suspects: Piece[] = []
  #stopped = false

  constructor(parts: FeedingParts) {
    this.#parts = parts
    this.#files = new FileFeeder(parts)
    this.#archives = new ArchiveFeeder(parts, this.#files)
    this.#lines = new LinesFeeder(parts, this.#files)
  }

  /**
   * Feeds files until all are settled, the run is cancelled or the program ends.
   * @param width how many are read, kept and imported at once
   */
  async all(files: readonly RunFile[], width: number): Promise<void> {
    const { run } = this.#parts
    await this.#workOff(
      files.map((file) => ({ piece: this.#pieceOf(file), again: run.resumed })),
      width,
    )
    // The importer died over several files: each gets it for itself now, so that only the culprit fails.
    while (this.#suspects.length > 0 && !run.signal.aborted) {
      const suspects = this.#suspects
      this.#suspects = []
      await this.#workOff(
        suspects.map((piece) => ({ piece, again: true })),
        1,
      )
    }
    await this.#files.finish()
  }

  async #workOff(turns: readonly Turn[], width: number): Promise<void> {
    const { signal } = this.#parts.run
    const queue = new WorkQueue(turns)
    const end = (): void => queue.end()
    signal.addEventListener('abort', end)
    await Promise.all(Array.from({ length: width }, () => this.#lane(queue, width === 1)))
    signal.removeEventListener('abort', end)
  }

  async #lane(queue: WorkQueue<Turn>, alone: boolean): Promise<void> {
    const { run } = this.#parts
    for (let turn = await queue.take(); turn; turn = await queue.take()) {
      await run.unpaused()
      if (!run.signal.aborted) await this.#turn(turn, queue, alone)
      queue.done()
    }
  }

  /** Does one piece; whatever goes wrong is the failure of this one. */
  async #turn({ piece, again }: Turn, queue: WorkQueue<Turn>, alone: boolean): Promise<void> {
    if (this.#stopped) return piece.fail(message('errors.import.importer'))
    this.#parts.run.at(piece.name)
    const fate = await piece
      .perform(again, (pieces) => queue.push(pieces.map((more) => ({ piece: more, again }))))
      .catch((error: unknown): Fate => {
        piece.fail(reasonOf(error, 'errors.file.failed'))
        return 'settled'
      })
    if (fate === 'stop') this.#stopped = true
    if (fate === 'held') queue.push([{ piece, again }])
    if (fate !== 'retry') return
    if (alone) piece.fail(message('errors.import.crashed'))
    else this.#suspects.push(piece)
  }

  #pieceOf(file: RunFile): Piece {
    const { name, at, size, readAs } = file
    const told = { name, file: at, member: null, bytes: size, settled: () => undefined }
    const place: Place = readAs ? { ...told, readAs } : told
    if (this.#parts.task.mode === 'import' && isLong(file)) return this.#lines.pieceOf(file, place)
    return {
      name,
      perform: (again, more) => this.#room.within(size, () => this.#file(file, place, again, more)),
      fail: (reason) => this.#files.fail(place, 'hash' in file.from ? file.from.hash : null, reason),
    }
  }

  async #file(file: RunFile, place: Place, again: boolean, more: (pieces: readonly Piece[]) => void): Promise<Fate> {
    if ('path' in file.from && isPackage(file.name)) throw new Problem('errors.file.package')
    const read = await this.#read(file)
    if (this.#parts.task.mode === 'import' && looksPacked(file.name, read.bytes)) {
      const fate = await this.#archives.open(file, place, read.bytes, more)
      if (fate !== 'plain') return fate
    }
    return this.#files.feed(place, read, again)
  }

  async #read({ from }: RunFile): Promise<ReadFile> {
    if ('path' in from) return readFile(from.path)
    return { hash: from.hash, bytes: await this.#parts.project.originals.read(from.hash) }
  }
}
