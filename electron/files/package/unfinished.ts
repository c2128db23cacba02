import { basename, dirname, join } from 'node:path'
import { z } from 'zod'
import { newId } from '#shared/model/identity'
import { readJson, writeJson } from '../json-file'
import { removeIfThere } from '../save'

const Stored = z.array(z.string())

/** The name of a package that is not whole yet. */
const NAME = /^\.duibiao-[0-9a-f-]{36}\.tmp$/

/**
 * The packages that are being written (`unfinished.json` in the profile): they lie in folders of the user's, where
 * nothing would find what a crash has left of them.
 */
export class UnfinishedFiles {
  readonly #path: string
  #files: string[] = []
  #saved: Promise<void> = Promise.resolve()

  /** @param profile the profile folder */
  constructor(profile: string) {
    this.#path = join(profile, 'unfinished.json')
  }

  /** A temporary path beside one, noted before anything is written there. */
  async beside(path: string): Promise<string> {
    const temporary = join(dirname(path), `.duibiao-${newId()}.tmp`)
    this.#files.push(temporary)
    await this.#save()
    return temporary
  }

  /** The file is whole, or gone. */
  async forget(temporary: string): Promise<void> {
    this.#files = this.#files.filter((file) => file !== temporary)
    await this.#save()
  }

  /** Removes what the last run of the program has left; a disk that is not connected any more keeps it. */
  async clear(): Promise<void> {
    const found = await readJson(this.#path, Stored)
    const left = found.state === 'read' ? found.value : []
    for (const file of left) if (NAME.test(basename(file))) await removeIfThere(file)
    if (found.state !== 'missing') await this.#save()
  }

  /**
   * Never fails: where the profile's disk is full, a package elsewhere is the way out. Without the note a crash in the
   * middle of it leaves a file that nobody clears away, no more.
   */
  #save(): Promise<void> {
    const files = [...this.#files]
    this.#saved = this.#saved.then(() => writeJson(this.#path, files)).catch(() => undefined)
    return this.#saved
  }
}
