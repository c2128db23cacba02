import { mkdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { codeOf, Problem } from './problem'
import { hashOf } from './read-file'
import { removeIfThere, saveFile, saveProblem } from './save'

/** The originals of a project, each kept once under the SHA-256 of its bytes. */
export class Originals {
  readonly #folder: string

  /** @param folder `originals/` of the project folder; made when it is missing */
  constructor(folder: string) {
    this.#folder = folder
  }

  /**
   * Keeps a file's bytes; they are on disk when it answers. What is there under this hash but damaged is written again.
   * @param name what the user knows the file by
   * @returns `added` is false when something was there already
   * @throws {Problem} `errors.save.*`
   */
  async keep(hash: string, bytes: Uint8Array, name = hash): Promise<{ added: boolean }> {
    const path = join(this.#folder, hash)
    const size = await sizeOf(path)
    if (size === bytes.byteLength && (await hashOf(await this.#bytes(hash))) === hash) return { added: false }
    await mkdir(this.#folder, { recursive: true }).catch((error: unknown) => {
      throw saveProblem(error, name)
    })
    await saveFile(path, bytes, name)
    // A mended original belongs to a source that is there: it must not be taken away again.
    return { added: size === null }
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

  /** Takes an original away again, after an import that came to nothing. */
  async remove(hash: string): Promise<void> {
    await removeIfThere(join(this.#folder, hash))
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
