import { rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { newId } from '#shared/model/identity'
import type { JournalEntry } from '#shared/model/journal'
import { DATA_FILES, type PackageSummary } from '#shared/model/package'
import type { KeptFile } from '../import-run'
import { Journal } from '../journal'
import { Problem } from '../problem'
import type { OpenProject, ProjectFolders } from '../project-folder'
import { saveProblem } from '../save'
import { thinned } from './progress'
import { PackageReader } from './reader'
import { type Shelves, takeIn } from './take-in'
import { type Tally, tallyJournal } from './tally'
import { unpackMember } from './unpack'

/** What opening packages needs of its surroundings. */
export interface OpenedNeeds {
  projects: Shelves & Pick<ProjectFolders, 'holds'>
  /** The open project. */
  project(): Promise<OpenProject>
  /** `token` is null while a package is checked, which has none yet. */
  told(token: string | null, step: 'verify' | 'unpack', done: number, total: number): void
}

/** A package that a window has opened. */
interface Opened {
  asking: unknown
  reader: PackageReader
  file: string
  /** Its journal, unpacked aside once somebody asks for entries. */
  journal: Promise<StagedJournal> | null
}

interface StagedJournal {
  folder: string
  journal: Journal
  tally: Tally
}

/** What a window learns of a package that it opened. */
export interface OpenedPackage {
  token: string
  manifest: PackageSummary
  file: string
  here: boolean
}

/** The packages that windows have opened, one for each, known by a token. */
export class OpenedPackages {
  readonly #needs: OpenedNeeds
  readonly #opened = new Map<string, Opened>()

  constructor(needs: OpenedNeeds) {
    this.#needs = needs
  }

  /**
   * Opens a package that the user chose and checks it wholly; one that the window had open is closed.
   * @param signal ends the check
   * @throws {Problem} `errors.package.*`, `errors.file.*`
   */
  async open(path: string, asking: unknown, signal?: AbortSignal): Promise<OpenedPackage> {
    await this.abandon(asking)
    // Said before anything is read: on a slow disk the directory alone takes its time, and the window can offer to stop.
    this.#needs.told(null, 'verify', 0, 0)
    const reader = await PackageReader.open(path)
    try {
      const told = thinned((step: 'verify', done, total) => this.#needs.told(null, step, done, total))
      await reader.verify({ told: (done, total) => told('verify', done, total), ...(signal ? { signal } : {}) })
      const { members: _members, ...manifest } = reader.manifest
      const here = await this.#needs.projects.holds(manifest.project.id)
      const [token, file] = [newId(), basename(path)]
      this.#opened.set(token, { asking, reader, file, journal: null })
      return { token, manifest: { ...manifest, bytes: reader.bytes }, file, here }
    } catch (error) {
      await reader.close()
      throw error
    }
  }

  /**
   * Makes an opened package a project of its own.
   * @param signal ends it, before the project appears; the package stays open
   * @throws {Problem} `errors.package.closed`, `errors.package.cancelled`, `errors.project.importing`, `errors.save.*`
   */
  async adopt(token: string, asking: unknown, name: string, signal?: AbortSignal): Promise<string> {
    const { reader } = this.#of(token, asking)
    const told = thinned((step: 'unpack', done, total) => this.#needs.told(token, step, done, total))
    const how = { told: (done: number, total: number) => told('unpack', done, total), ...(signal ? { signal } : {}) }
    const id = await takeIn(reader, this.#needs.projects, name, how)
    await this.close(token, asking)
    return id
  }

  /** Entries after a sequence. @throws {Problem} `errors.package.closed`, `errors.save.*` */
  async journal(
    token: string,
    asking: unknown,
    after: number,
    limit: number,
  ): Promise<{ entries: JournalEntry[]; last: number }> {
    const { journal } = await this.#journalOf(this.#of(token, asking))
    return journal.read(after, limit)
  }

  /**
   * Keeps originals of an opened package in the open project.
   * @returns what the package calls them, for an import
   * @throws {Problem} `errors.package.closed`, `errors.package.lacks`, `errors.save.*`
   */
  async keep(token: string, asking: unknown, hashes: readonly string[]): Promise<KeptFile[]> {
    const opened = this.#of(token, asking)
    const { tally } = await this.#journalOf(opened)
    const { originals } = await this.#needs.project()
    const told = thinned((step: 'unpack', done, total) => this.#needs.told(token, step, done, total))
    const kept: KeptFile[] = []
    try {
      for (const hash of new Set(hashes)) {
        const { name, folder, readAs } = tally.sources.get(hash) ?? { name: hash, folder: '' }
        const bytes = await opened.reader.read(`${DATA_FILES.originals}/${hash}`)
        await originals.keep(hash, new Uint8Array(bytes), name)
        kept.push({ hash, name, folder, ...(readAs ? { readAs } : {}) })
        told('unpack', kept.length, hashes.length)
      }
      return kept
    } catch (error) {
      await Promise.allSettled(kept.map(({ hash }) => originals.release(hash)))
      throw error
    }
  }

  /** Forgets a package; one that is not there is forgotten already. */
  async close(token: string, asking: unknown): Promise<void> {
    const opened = this.#opened.get(token)
    if (!opened || opened.asking !== asking) return
    this.#opened.delete(token)
    const staged = await opened.journal?.catch(() => null)
    await staged?.journal.close()
    if (staged) await rm(staged.folder, { recursive: true, force: true })
    await opened.reader.close()
  }

  /** Forgets what a window had open that is gone or loading again; without a window, all. */
  async abandon(asking?: unknown): Promise<void> {
    for (const [token, opened] of this.#opened)
      if (asking === undefined || opened.asking === asking) await this.close(token, opened.asking)
  }

  #of(token: string, asking: unknown): Opened {
    const opened = this.#opened.get(token)
    if (!opened || opened.asking !== asking) throw new Problem('errors.package.closed')
    return opened
  }

  #journalOf(opened: Opened): Promise<StagedJournal> {
    opened.journal ??= this.#stage(opened).catch((error: unknown) => {
      opened.journal = null
      throw saveProblem(error, opened.file)
    })
    return opened.journal
  }

  async #stage({ reader }: Opened): Promise<StagedJournal> {
    const folder = await this.#needs.projects.stage()
    try {
      const path = join(folder, DATA_FILES.journal)
      for (const member of reader.manifest.members)
        if (member.path === DATA_FILES.journal) await unpackMember(reader, member, path)
      const journal = await Journal.open(path)
      return { folder, journal, tally: await tallyJournal(path, journal.end) }
    } catch (error) {
      await rm(folder, { recursive: true, force: true })
      throw error
    }
  }
}
