import { basename } from 'node:path'
import { newId } from '#shared/model/identity'
import { Problem } from '../problem'
import type { OpenProject } from '../project-folder'
import { thinned } from './progress'
import type { UnfinishedFiles } from './unfinished'
import { PackageWriter, type WriterOptions, type WriteStep } from './writer'

/** What saving packages needs of its surroundings. */
export interface SavingNeeds {
  /** The open project. */
  project(): Promise<OpenProject>
  /** Program and version. */
  app: string
  unfinished: Pick<UnfinishedFiles, 'beside' | 'forget'>
  told(token: string, step: 'texts' | WriteStep, done: number, total: number): void
  makeFile?: WriterOptions['makeFile']
}

/** A package that a window is saving. */
interface Saving {
  asking: unknown
  writer: PackageWriter
  abort: AbortController
  file: string
  /** Where it is written until it is whole. */
  temporary: string
  /** The project that was open when it began. */
  project: string
  texts: Set<string>
  /** Requests of the window, one after another. */
  work: Promise<unknown>
}

/** What became of a package. */
export interface SavedPackage {
  saved: string
  bytes: number
  missing: string[]
}

/** The packages that windows are saving, each known to its window by a token. */
export class SavingPackages {
  readonly #needs: SavingNeeds
  readonly #saving = new Map<string, Saving>()

  constructor(needs: SavingNeeds) {
    this.#needs = needs
  }

  /**
   * Begins a package of the open project at a path that the user chose.
   * @throws {Problem} `errors.package.busy`, `errors.project.notOpen`, `errors.save.*`
   */
  async begin(path: string, asking: unknown): Promise<string> {
    if ([...this.#saving.values()].some((other) => other.asking === asking)) throw new Problem('errors.package.busy')
    const { project } = await this.#needs.project()
    const abort = new AbortController()
    const { makeFile, unfinished } = this.#needs
    const temporary = await unfinished.beside(path)
    const options = { temporary, signal: abort.signal, ...(makeFile ? { makeFile } : {}) }
    const writer = await PackageWriter.begin(path, options).catch(async (error: unknown) => {
      await unfinished.forget(temporary)
      throw error
    })
    const token = newId()
    const place = { file: basename(path), temporary, project: project.id }
    this.#saving.set(token, { asking, writer, abort, ...place, texts: new Set(), work: Promise.resolve() })
    return token
  }

  /**
   * Adds a part of a text or of records.
   * @throws {Problem} `errors.package.closed`, `errors.package.memberTwice`, `errors.save.*`
   */
  member(token: string, asking: unknown, path: string, bytes: Uint8Array): Promise<void> {
    const saving = this.#of(token, asking)
    return this.#next(token, saving, async () => {
      await saving.writer.handIn(path, bytes)
      saving.texts.add(path)
      this.#needs.told(token, 'texts', saving.texts.size, saving.texts.size)
    })
  }

  /**
   * Ends a package.
   * @param last sequence at which it is cut, null for the last one on disk
   * @throws {Problem} `errors.package.closed`, `errors.package.originalsMissing`, `errors.journal.gap`, `errors.save.*`
   */
  finish(token: string, asking: unknown, last: number | null, partial: boolean): Promise<SavedPackage> {
    const saving = this.#of(token, asking)
    return this.#next(token, saving, async () => {
      const { project, folder, journal } = await this.#needs.project()
      if (project.id !== saving.project) throw new Problem('errors.project.notOpen')
      const cut = last ?? journal.last
      if (cut > journal.last) throw new Problem('errors.journal.gap', { expected: journal.last + 1 })
      const told = thinned((step: WriteStep, done, total) => this.#needs.told(token, step, done, total))
      const content = { folder, project, last: cut, end: journal.endOf(cut), app: this.#needs.app, partial, told }
      const { manifest, bytes } = await saving.writer.finish({ ...content, purpose: 'package' })
      await this.#end(token, saving)
      return { saved: saving.file, bytes, missing: manifest.missing }
    })
  }

  /** Gives a package up; one that is not there is given up already. */
  async cancel(token: string, asking: unknown): Promise<void> {
    const saving = this.#saving.get(token)
    if (!saving || saving.asking !== asking) return
    this.#saving.delete(token)
    saving.abort.abort()
    await saving.work.catch(() => undefined)
    await saving.writer.abandon()
    await this.#end(token, saving)
  }

  /** Gives up what a window was saving that is gone or loading again; without a window, all. */
  async abandon(asking?: unknown): Promise<void> {
    for (const [token, saving] of this.#saving)
      if (asking === undefined || saving.asking === asking) await this.cancel(token, saving.asking)
  }

  async #end(token: string, { temporary }: Saving): Promise<void> {
    this.#saving.delete(token)
    await this.#needs.unfinished.forget(temporary)
  }

  #of(token: string, asking: unknown): Saving {
    const saving = this.#saving.get(token)
    if (!saving || saving.asking !== asking) throw new Problem('errors.package.closed')
    return saving
  }

  /** One request after another; one that fails ends the package, but for what the user can answer. */
  #next<T>(token: string, saving: Saving, work: () => Promise<T>): Promise<T> {
    const done = saving.work
      .catch(() => undefined)
      .then(async () => {
        try {
          this.#of(token, saving.asking)
          return await work()
        } catch (error) {
          const answerable = error instanceof Problem && error.reason.key === 'errors.package.originalsMissing'
          if (!answerable) {
            await saving.writer.abandon()
            await this.#end(token, saving)
          }
          throw error
        }
      })
    saving.work = done.catch(() => undefined)
    return done
  }
}
