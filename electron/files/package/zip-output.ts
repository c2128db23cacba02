import { createHash } from 'node:crypto'
import { type FileHandle, open } from 'node:fs/promises'
import { PassThrough } from 'node:stream'
import { finished } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import type { PackageManifest } from '#shared/model/package'

/** The parts of a file that a package is written through; tests put a failing one in their place. */
export type PackageFile = Pick<FileHandle, 'write' | 'sync' | 'close'>

/** Makes a file that must not be there yet. */
export const makeFile = (path: string): Promise<PackageFile> => open(path, 'wx')

/** How tight members are packed: 100 MB of reports take 1.6 s and 43 % of their size; at zlib's own 6, 2.4 s and 42 %. */
const LEVEL = 4
/** Bytes that go through the packer at once, so that the thread is free in between. */
const STEP = 256 * 1024

/** A member as the manifest lists it. */
export type Member = PackageManifest['members'][number]

/** A member that is being written. */
interface Sink {
  path: string
  stream: PassThrough
  hash: ReturnType<typeof createHash>
  bytes: number
}

/**
 * A zip that is written to a file, one member after another, in constant memory; large ones become zip64. Each member
 * is counted and hashed on its way.
 */
export class ZipOutput {
  readonly members: Member[] = []
  readonly #zip = new ZipFile()
  readonly #file: PackageFile
  readonly #time: Date
  /** Ends with the last byte; fails with whatever the disk or the packer says. */
  readonly #written: Promise<void>
  #failure: { error: unknown } | null = null
  #sink: Sink | null = null

  /** @param time written on every member */
  constructor(file: PackageFile, time: Date) {
    this.#file = file
    this.#time = time
    this.#written = this.#pump()
    this.#written.catch((error: unknown) => this.#fail(error))
    this.#zip.on('error', (error: unknown) => this.#fail(error))
  }

  /** Path of the member that is being written, null between two. */
  get current(): string | null {
    return this.#sink?.path ?? null
  }

  /** Begins a member. @param packed false for bytes that are packed already */
  begin(path: string, packed: boolean): void {
    const stream = new PassThrough({ highWaterMark: STEP })
    // Ended from outside; who waits for it is told.
    stream.on('error', () => undefined)
    const options = { mtime: this.#time, compress: packed, compressionLevel: LEVEL, mode: 0o100644 }
    this.#zip.addReadStream(stream, path, options)
    this.#sink = { path, stream, hash: createHash('sha256'), bytes: 0 }
  }

  /** Adds bytes to the member; answers when more can be taken. */
  async write(bytes: Uint8Array): Promise<void> {
    const sink = this.#sinkOf()
    for (let at = 0; at < bytes.byteLength; at += STEP) {
      const part = bytes.subarray(at, at + STEP)
      this.#throwIfFailed()
      sink.hash.update(part)
      sink.bytes += part.byteLength
      if (!sink.stream.write(part)) await this.#orFailure(drained(sink.stream))
    }
  }

  /** Ends the member; answers when the packer has taken all of it. */
  async end(): Promise<void> {
    const { stream, path, hash, bytes } = this.#sinkOf()
    // Begun after the writing had stopped, it would never be read, and its end never come.
    this.#throwIfFailed()
    stream.end()
    await this.#orFailure(finished(stream))
    this.members.push({ path, bytes, sha256: hash.digest('hex') })
    this.#sink = null
  }

  /** Writes a member that is in memory. */
  async add(path: string, bytes: Uint8Array, packed: boolean): Promise<void> {
    this.begin(path, packed)
    await this.write(bytes)
    await this.end()
  }

  /** Writes the directory and waits until all of it is on disk. */
  async finish(): Promise<void> {
    this.#throwIfFailed()
    this.#zip.end()
    await this.#orFailure(this.#written)
    await this.#file.sync()
    await this.#file.close()
  }

  /** Gives up: nothing more is written. */
  async abandon(): Promise<void> {
    this.#fail(new Error('abandoned'))
    await this.#written.catch(() => undefined)
    await this.#file.close().catch(() => undefined)
  }

  async #pump(): Promise<void> {
    for await (const chunk of this.#zip.outputStream as unknown as AsyncIterable<Buffer>) {
      for (let done = 0; done < chunk.byteLength; ) {
        this.#throwIfFailed()
        done += (await this.#file.write(chunk, done, chunk.byteLength - done)).bytesWritten
      }
    }
  }

  #sinkOf(): Sink {
    if (!this.#sink) throw new Error('no member is being written')
    return this.#sink
  }

  #fail(error: unknown): void {
    this.#failure ??= { error }
    const { outputStream } = this.#zip
    if (outputStream instanceof PassThrough) outputStream.destroy()
    this.#sink?.stream.destroy(new Error('abandoned'))
  }

  #throwIfFailed(): void {
    if (this.#failure) throw this.#failure.error
  }

  /** What stopped the writing is told instead of what followed from it. */
  async #orFailure(work: Promise<unknown>): Promise<void> {
    try {
      await work
    } catch (error) {
      this.#throwIfFailed()
      throw error
    }
    this.#throwIfFailed()
  }
}

const drained = (stream: PassThrough): Promise<void> =>
  new Promise((resolve, reject) => {
    const end = (): void => {
      stream.off('drain', go)
      stream.off('close', stop)
    }
    const go = (): void => {
      end()
      resolve()
    }
    const stop = (): void => {
      end()
      reject(new Error('abandoned'))
    }
    stream.on('drain', go)
    stream.on('close', stop)
  })
