import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { rename } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import {
  DATA_FILES,
  PACKAGE_FORMAT,
  PACKAGE_VERSION,
  type PackageManifest,
  type PackagePurpose,
} from '#shared/model/package'
import type { Project } from '#shared/model/project'
import { Originals } from '../originals'
import { Problem } from '../problem'
import { fileProblem } from '../read-file'
import { removeIfThere, saveProblem, syncFolder } from '../save'
import { PackageReader } from './reader'
import { type Tally, tallyJournal } from './tally'
import { makeFile, type PackageFile, ZipOutput } from './zip-output'

/** How far the writing of a package is. */
export type WriteStep = 'check' | 'originals' | 'verify'

/** What a package is made of. */
export interface PackageContent {
  /** Folder of the project. */
  folder: string
  project: Project
  /** Sequence at which the journal is cut, and bytes up to there. */
  last: number
  end: number
  purpose: PackagePurpose
  /** Program and version. */
  app: string
  /** Originals may be missing or damaged: they are named in the manifest. */
  partial: boolean
  told?: (step: WriteStep, done: number, total: number) => void
}

/** A package that was written. */
export interface WrittenPackage {
  manifest: PackageManifest
  /** Size of the file. */
  bytes: number
}

export interface WriterOptions {
  /** Where it is written until it is whole, in the same folder; a name of its own where it is not said. */
  temporary?: string
  signal?: AbortSignal
  makeFile?: (path: string) => Promise<PackageFile>
}

/** First bytes of files that are packed already: zip (docx), gzip, PDF, PNG, JPEG. */
const PACKED = ['504b', '1f8b', '25504446', '89504e47', 'ffd8ff']

/**
 * Writes a project package: to a temporary file in the folder of its place, which is read back and checked before it
 * gets its name. Whatever goes wrong, no half file is left.
 */
export class PackageWriter {
  readonly #path: string
  readonly #temporary: string
  readonly #zip: ZipOutput
  readonly #signal: AbortSignal | null
  readonly #handed = new Set<string>()
  readonly #madeAt: Date
  #ended = false

  private constructor(path: string, temporary: string, file: PackageFile, signal: AbortSignal | null) {
    this.#path = path
    this.#temporary = temporary
    this.#signal = signal
    this.#madeAt = new Date()
    this.#zip = new ZipOutput(file, this.#madeAt)
    // What waits for the disk or the packer is woken, however much it still had to write.
    signal?.addEventListener('abort', () => void this.#zip.abandon(), { once: true })
  }

  /**
   * Begins a package.
   * @param path where it is to lie; what is there is replaced at the very end
   * @throws {Problem} `errors.save.*`
   */
  static async begin(path: string, options: WriterOptions = {}): Promise<PackageWriter> {
    const temporary = options.temporary ?? join(dirname(path), `.duibiao-${randomUUID()}.tmp`)
    try {
      const file = await (options.makeFile ?? makeFile)(temporary)
      return new PackageWriter(path, temporary, file, options.signal ?? null)
    } catch (error) {
      throw saveProblem(error, basename(path))
    }
  }

  /**
   * Adds a part of a member that a window hands in; each path comes once, its parts one after another.
   * @throws {Problem} `errors.package.memberTwice`, `errors.save.*`
   */
  handIn(path: string, bytes: Uint8Array): Promise<void> {
    return this.#saving(async () => {
      if (this.#zip.current !== path) {
        if (this.#handed.has(path)) throw new Problem('errors.package.memberTwice', { member: path })
        if (this.#zip.current !== null) await this.#zip.end()
        this.#handed.add(path)
        this.#zip.begin(path, true)
      }
      await this.#zip.write(bytes)
    })
  }

  /**
   * Writes what the disk has of a project, the manifest, and puts the package in its place once it was read back.
   * @throws {Problem} `errors.package.originalsMissing` (before anything is written: it can be called again),
   * `errors.save.*`, `errors.package.*` where what was read back is not what was written, or the signal was aborted
   */
  async finish(content: PackageContent): Promise<WrittenPackage> {
    const journal = join(content.folder, DATA_FILES.journal)
    const tally = await this.#saving(() => tallyJournal(journal, content.end, this.#signal))
    if (!content.partial) await this.#refuseMissing(content, tally)
    return this.#saving(async () => {
      if (this.#zip.current !== null) await this.#zip.end()
      await this.#zip.add(DATA_FILES.project, bytesOf(content.project), true)
      await this.#addJournal(journal, content.end)
      const missing = await this.#addOriginals(content, tally)
      const { id, name, createdAt } = content.project
      const manifest: PackageManifest = {
        format: PACKAGE_FORMAT,
        version: PACKAGE_VERSION,
        purpose: content.purpose,
        dataVersion: content.project.dataVersion,
        app: content.app,
        madeAt: this.#madeAt.toISOString(),
        project: { id, name, createdAt },
        last: content.last,
        counts: tally.counts,
        missing,
        members: this.#zip.members.slice(),
      }
      await this.#zip.add(DATA_FILES.manifest, bytesOf(manifest), true)
      await this.#zip.finish()
      this.#ended = true
      const bytes = await this.#readBack(content, manifest)
      this.#signal?.throwIfAborted()
      await rename(this.#temporary, this.#path)
      await syncFolder(dirname(this.#path))
      return { manifest, bytes }
    })
  }

  /** Gives up; nothing is left of it. */
  async abandon(): Promise<void> {
    if (!this.#ended) await this.#zip.abandon()
    this.#ended = true
    await removeIfThere(this.#temporary)
  }

  async #saving<T>(work: () => Promise<T>): Promise<T> {
    try {
      this.#signal?.throwIfAborted()
      return await work()
    } catch (error) {
      await this.abandon()
      if (this.#signal?.aborted) throw new Problem('errors.package.cancelled', {}, error)
      throw saveProblem(error, basename(this.#path))
    }
  }

  /** Refuses a project of which an original is missing or damaged, by its name. */
  async #refuseMissing({ folder, told }: PackageContent, { sources }: Tally): Promise<void> {
    const originals = new Originals(join(folder, DATA_FILES.originals))
    const names = await this.#saving(async () => {
      const lost: string[] = []
      let done = 0
      for (const [hash, { name, present }] of sources) {
        this.#signal?.throwIfAborted()
        if (present && !(await originals.isWhole(hash))) lost.push(name)
        done += 1
        told?.('check', done, sources.size)
      }
      return lost
    })
    if (names.length === 0) return
    throw new Problem('errors.package.originalsMissing', { count: names.length, name: names[0] ?? '' })
  }

  async #addJournal(path: string, end: number): Promise<void> {
    this.#zip.begin(DATA_FILES.journal, true)
    let done = 0
    if (end > 0)
      for await (const chunk of createReadStream(path, {
        end: end - 1,
        highWaterMark: 1024 * 1024,
      }) as AsyncIterable<Buffer>) {
        this.#signal?.throwIfAborted()
        await this.#zip.write(chunk)
        done += chunk.byteLength
      }
    if (done !== end) throw new Problem('errors.package.changed', { file: DATA_FILES.journal })
    await this.#zip.end()
  }

  /** Writes every original that the journal names and the disk has; the next one is read while one is packed. */
  async #addOriginals({ folder, partial, told }: PackageContent, { sources }: Tally): Promise<string[]> {
    const originals = new Originals(join(folder, DATA_FILES.originals))
    const hashes = [...sources.keys()]
    const read = (at: number): Promise<Uint8Array | Problem> | null => {
      const hash = hashes[at]
      return hash === undefined ? null : originals.read(hash).catch(fileProblem)
    }
    const missing: string[] = []
    let next = read(0)
    for (const [at, [hash, { name, present }]] of [...sources].entries()) {
      this.#signal?.throwIfAborted()
      const bytes = await next
      next = read(at + 1)
      if (bytes instanceof Uint8Array) await this.#zip.add(`${DATA_FILES.originals}/${hash}`, bytes, !isPacked(bytes))
      else if (present && !partial) throw new Problem('errors.package.changed', { file: name }, bytes)
      else if (present) missing.push(hash)
      told?.('originals', at + 1, hashes.length)
    }
    return missing
  }

  /** Reads the file back as one that comes from elsewhere. @returns its size */
  async #readBack({ told }: PackageContent, written: PackageManifest): Promise<number> {
    const reader = await PackageReader.open(this.#temporary).catch((error: unknown) => {
      // It was written just now: what the system says of it is about its place.
      const ours = error instanceof Problem && error.reason.key.startsWith('errors.file.')
      throw ours ? saveProblem(error.cause, basename(this.#path)) : error
    })
    try {
      await reader.verify({
        told: (done, total) => told?.('verify', done, total),
        ...(this.#signal ? { signal: this.#signal } : {}),
      })
      // All that the manifest says was checked; it must be the one that was meant.
      if (reader.manifest.members.length !== written.members.length)
        throw new Problem('errors.package.damaged', { member: DATA_FILES.manifest })
      return reader.bytes
    } finally {
      await reader.close()
    }
  }
}

const bytesOf = (value: unknown): Buffer => Buffer.from(`${JSON.stringify(value, null, 1)}\n`)

const isPacked = (bytes: Uint8Array): boolean => {
  const start = Buffer.from(bytes.subarray(0, 4)).toString('hex')
  return PACKED.some((magic) => start.startsWith(magic))
}
