import { message } from '#shared/model/identity'
import type { Fate, FeedingParts, FileFeeder, Place } from './feed-file'
import type { Piece } from './feeding'
import type { WorkAnswer } from './importer-link'
import { hashOf } from './read-file'
import type { RunFile } from './run-files'

/** What a zip begins with. Documents are zips, too: the importer decides, main only asks it. */
const MAGIC = [0x50, 0x4b]

/** Whether a file is worth the importer's look as an archive. */
export const looksPacked = (name: string, bytes: Uint8Array): boolean =>
  MAGIC.every((byte, at) => bytes[at] === byte) || name.toLowerCase().endsWith('.zip')

/** An archive that is being taken apart. Its bytes are kept until its last batch is out. */
interface Archive {
  file: RunFile
  place: Place
  bytes: Uint8Array<ArrayBuffer>
  /** Batches and members that are not settled. */
  open: number
  /** Whether anything was in it. */
  empty: boolean
}

type Members = Extract<WorkAnswer, { type: 'members' }>
type More = (pieces: readonly Piece[]) => void

/** Takes archives apart, a batch of members at a time: each member becomes a file of its own. */
export class ArchiveFeeder {
  readonly #parts: FeedingParts
  readonly #files: FileFeeder

  constructor(parts: FeedingParts, files: FileFeeder) {
    this.#parts = parts
    this.#files = files
  }

  /**
   * Asks the importer for the first members of what may be an archive.
   * @param more takes the pieces that came out
   * @returns `plain` for a file that is none
   */
  open(file: RunFile, place: Place, bytes: Uint8Array<ArrayBuffer>, more: More): Promise<Fate | 'plain'> {
    return this.#batch({ file, place, bytes, open: 1, empty: file.doneMembers.size === 0 }, 0, more)
  }

  async #batch(archive: Archive, from: number, more: More): Promise<Fate | 'plain'> {
    const { bytes, place } = archive
    const verdict = await this.#parts.importer.process({
      type: 'expand',
      name: place.name,
      bytes: bytes.buffer,
      from,
    })
    if (verdict.type !== 'answer') return this.#files.withoutAnswer(place, null, verdict)
    const { answer } = verdict
    if (answer.type === 'plain' && from === 0) return 'plain'
    if (answer.type === 'refused') {
      this.#files.fail(place, null, answer.reason)
      return 'settled'
    }
    if (answer.type !== 'members') return this.#files.withoutAnswer(place, null, { type: 'garbled' })
    await this.#take(archive, answer, more)
    return 'settled'
  }

  async #take(archive: Archive, { members, refused, next }: Members, more: More): Promise<void> {
    const pieces: Piece[] = []
    for (const member of members) {
      const read = { bytes: new Uint8Array(member.bytes), hash: await hashOf(new Uint8Array(member.bytes)) }
      const place = this.#placeOf(archive, member.name, read.hash, read.bytes.byteLength)
      if (!place) continue
      pieces.push({
        name: place.name,
        perform: (again) => this.#files.feed(place, read, again),
        fail: (reason) => this.#files.fail(place, read.hash, reason),
      })
    }
    for (const { name, reason } of refused) {
      const place = this.#placeOf(archive, name, '', 0)
      if (place) this.#files.fail(place, null, reason)
    }
    archive.empty &&= members.length + refused.length === 0
    if (next !== null) pieces.push(this.#rest(archive, next))
    more(pieces)
    this.#settled(archive)
  }

  /** The batches that are still to come. */
  #rest(archive: Archive, from: number): Piece {
    const { place } = archive
    archive.open += 1
    return {
      name: place.name,
      perform: async (_again, more) => {
        const fate = await this.#batch(archive, from, more)
        return fate === 'plain' ? 'settled' : fate
      },
      fail: (reason) => this.#files.fail(place, null, reason),
    }
  }

  /** Makes a member a file of the run; null when it was done before the run was cut off. */
  #placeOf(archive: Archive, name: string, hash: string, bytes: number): Place | null {
    const member = `${name}\n${hash}`
    const { file, place } = archive
    if (file.doneMembers.has(member)) return null
    archive.open += 1
    this.#parts.run.expect(1, bytes)
    return {
      name: `${place.name}/${name}`,
      file: file.at,
      member,
      bytes,
      settled: () => this.#settled(archive),
    }
  }

  /** A batch or a member is done. The archive counted as a file while its members were not known. */
  #settled(archive: Archive): void {
    archive.open -= 1
    if (archive.open > 0) return
    const { run, record } = this.#parts
    const { file, place, empty } = archive
    if (empty) {
      this.#files.fail(place, null, message('errors.import.emptyArchive'))
      return
    }
    run.expect(-1)
    run.pass(file.size)
    record?.done(file.at, null, null)
  }
}
