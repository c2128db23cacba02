import { mkdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { codeOf, Problem } from './problem'
import { hashOf } from './read-file'
import { removeIfThere, saveFile, saveProblem } from './save'

/** The originals of a project, each kept once under the SHA-256 of its bytes. */
export class Originals {
  readonly #folder: string
  /** How many imports claim an original that no source has yet, by its hash. */
  readonly #claims = new Map<string, number>()
  /** What is under way, by hash; it never fails. */
  readonly #turns = new Map<string, Promise<void>>()

  /** @param folder `originals/` of the project folder; made when it is missing */
  constructor(folder: string) {
    this.#folder = folder
  }

  /**
   * Keeps a file's bytes for an import; they are on disk when it answers. What is there under this hash but damaged is
   * written again. Each call is a claim, to be ended by `belongs` or `release`.
   * @param name what the user knows the file by
   * @throws {Problem} `errors.save.*`; there is no claim then
   */
  keep(hash: string, bytes: Uint8Array, name = hash): Promise<void> {
    return this.#inTurn(hash, async () => {
      const claims = this.#claims.get(hash)
      const fresh = await this.#write(hash, bytes, name)
      // One that was there and nobody claims belongs to a source, or did before an undo: it is never taken away.
      if (fresh || claims !== undefined) this.#claims.set(hash, (claims ?? 0) + 1)
    })
  }

  /** A source has the original from now on, or may have it after a crash: it stays, whoever else claims it. */
  belongs(hash: string): void {
    this.#claims.delete(hash)
  }

  /** Ends the claim of an import that came to nothing: the original goes with the last one, unless it belongs to a source. */
  release(hash: string): Promise<void> {
    return this.#inTurn(hash, async () => {
      const claims = this.#claims.get(hash)
      if (claims === undefined) return
      if (claims > 1) {
        this.#claims.set(hash, claims - 1)
        return
      }
      this.#claims.delete(hash)
      await removeIfThere(join(this.#folder, hash))
    })
  }

  /**
   * The bytes kept under a hash.
   * @throws {Problem} `errors.original.missing`, or `errors.original.damaged` when they no longer have this hash
   */
  async read(hash: string): Promise<Uint8Array<ArrayBuffer>> {
    const bytes = await this.#bytes(hash)
    if ((await hashOf(bytes)) !== hash) throw new Problem('errors.original.damaged')
    return bytes
  }

  /** Whether the bytes kept under a hash are there and have it. */
  async isWhole(hash: string): Promise<boolean> {
    return this.#bytes(hash).then(
      async (bytes) => (await hashOf(bytes)) === hash,
      () => false,
    )
  }

  /** @returns whether there was nothing under this hash before */
  async #write(hash: string, bytes: Uint8Array, name: string): Promise<boolean> {
    const path = join(this.#folder, hash)
    const size = await sizeOf(path)
    if (size === bytes.byteLength && (await hashOf(await this.#bytes(hash))) === hash) return false
    await mkdir(this.#folder, { recursive: true }).catch((error: unknown) => {
      throw saveProblem(error, name)
    })
    await saveFile(path, bytes, name)
    return size === null
  }

  /** One after another for each hash, or a file could be taken away while it is kept for another import. */
  async #inTurn<T>(hash: string, work: () => Promise<T>): Promise<T> {
    const before = this.#turns.get(hash) ?? Promise.resolve()
    const done = before.then(work)
    const over = done.then(
      () => undefined,
      () => undefined,
    )
    this.#turns.set(hash, over)
    try {
      return await done
    } finally {
      if (this.#turns.get(hash) === over) this.#turns.delete(hash)
    }
  }

  async #bytes(hash: string): Promise<Uint8Array<ArrayBuffer>> {
    try {
      return new Uint8Array(await readFile(join(this.#folder, hash)))
    } catch (error) {
      if (codeOf(error) === 'ENOENT') throw new Problem('errors.original.missing', {}, error)
      throw new Problem('errors.file.failed', { code: codeOf(error) }, error)
    }
  }
}

async function sizeOf(path: string): Promise<number | null> {
  try {
    return (await stat(path)).size
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw new Problem('errors.file.failed', { code: codeOf(error) }, error)
  }
}
