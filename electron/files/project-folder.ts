import { mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { ProjectList } from '#shared/ipc/projects'
import { type Message, newId } from '#shared/model/identity'
import { DATA_VERSION, type Project } from '#shared/model/project'
import { Journal, type JournalOptions } from './journal'
import { writeJson } from './json-file'
import { Originals } from './originals'
import { codeOf, Problem } from './problem'
import { changeCatalog, readCatalog } from './projects/catalog'
import { copyProject } from './projects/copy'
import { Shelf } from './projects/listing'
import { FILES, namesIn, readOrMendProject, refuseNewer } from './projects/stored'
import { removeIfThere, removeLeftovers, saveProblem, syncFolder } from './save'

/** An open project: its folder's originals and journal. */
export interface OpenProject {
  project: Project
  folder: string
  /** What had to be mended to open it, to be told to the user. */
  mended: Message[]
  journal: Journal
  originals: Originals
  /** Folder of the records of imports that are under way. */
  runs: string
  /** The program ended without closing it. */
  crashed: boolean
  /** Data version that it had before, where that was an older one. */
  older: number | null
  /** It was never opened in this profile: copied, or taken out of a package or backup. */
  fresh: boolean
}

export interface ProjectOptions extends JournalOptions {
  /** An import is under way, which needs the open project: no other one is opened then. */
  isImporting?: () => boolean
  /** A project that was current is left for another one; its journal is closed when this answers. */
  leaving?: (open: OpenProject) => Promise<void>
  /** Waits until nobody reads the folder of a project that is not open: it is to be moved. */
  unread?: () => Promise<void>
  /** Called with a project of an older data version before it counts as open; what it throws refuses the opening. */
  beforeMigration?: (open: OpenProject) => Promise<void>
  /** A project could not be opened, whatever had been done for it. */
  notOpened?: () => void
}

/**
 * The projects of a profile, `projects/<uuid>/`, which of them is current (`catalog.json`), and those that were removed,
 * `projects-bin/<uuid>/`. One is open at a time.
 */
export class ProjectFolders {
  readonly #profile: string
  readonly #shelf: Shelf
  readonly #options: ProjectOptions
  #open: Promise<OpenProject> | null = null
  /** Changes to the list of projects, one after another. */
  #changes: Promise<unknown> = Promise.resolve()

  /** @param profile the profile folder */
  constructor(profile: string, options: ProjectOptions = {}) {
    this.#profile = profile
    this.#shelf = new Shelf(profile)
    this.#options = options
  }

  /**
   * Opens the current project, making the first one on the first start. Later calls get the same one; a failed try
   * can be made again.
   * @param firstName name of the first project, in the user's language
   * @throws {Problem} `errors.project.newer`, `errors.project.missing`
   */
  open(firstName: string): Promise<OpenProject> {
    this.#open ??= this.#forgetting(this.#openCurrent(firstName))
    return this.#open
  }

  /**
   * The open project, which must be the one named.
   * @throws {Problem} `errors.project.notOpen`
   */
  async opened(id?: string): Promise<OpenProject> {
    const open = await this.#open
    if (!open || (id !== undefined && open.project.id !== id)) throw new Problem('errors.project.notOpen')
    return open
  }

  /** Closes the journal of the open project; every entry that was answered is on disk. */
  async close(): Promise<void> {
    await this.#changes.catch(() => undefined)
    const open = await this.#open
    this.#open = null
    if (open) await closeProject(open)
  }

  /** The projects of the profile and those in its bin, the last used and the last removed first. */
  list(): Promise<ProjectList> {
    return this.#shelf.list()
  }

  /**
   * Makes an empty project the current one.
   * @throws {Problem} `errors.project.importing`, `errors.save.*`
   */
  create(name: string): Promise<string> {
    return this.#change(async () => {
      this.refuseWhileImporting()
      const id = await this.#make(name)
      await this.#switch(id)
      return id
    })
  }

  /**
   * Makes another project the current one: entries that are on their way get to the old journal first.
   * @throws {Problem} `errors.project.unknown`, `importing`, `newer`; `errors.save.*`
   */
  switchTo(id: string): Promise<void> {
    return this.#change(() => this.#switch(id))
  }

  /** @throws {Problem} `errors.project.unknown`, `errors.project.newer`, `errors.save.*` */
  rename(id: string, name: string): Promise<void> {
    return this.#change(async () => {
      const folder = await this.#existing(id)
      const { project } = await readOrMendProject(folder, id, name)
      await writeJson(join(folder, FILES.project), { ...project, name })
      const open = await this.#open?.catch(() => null)
      if (open?.project.id === id) open.project = { ...open.project, name }
    })
  }

  /**
   * Copies a project under a new id.
   * @throws {Problem} `errors.project.unknown`, `errors.project.newer`, `errors.save.*`
   */
  duplicate(id: string, name: string): Promise<string> {
    return this.#change(async () => {
      const folder = await this.#existing(id)
      const { project } = await readOrMendProject(folder, id, name)
      const open = await this.#open?.catch(() => null)
      const length = open?.project.id === id ? open.journal.end : null
      const copy: Project = { ...project, id: newId(), name, createdAt: new Date().toISOString() }
      const staged = await this.stage()
      try {
        await copyProject(folder, staged, copy, length)
        await this.#settle(staged, copy.id)
      } catch (error) {
        await rm(staged, { recursive: true, force: true })
        throw saveProblem(error, name)
      }
      return copy.id
    })
  }

  /**
   * Puts a project into the bin. Where it is the current one, the one that was used before becomes it, or a new one.
   * @param firstName name of a new one
   * @throws {Problem} `errors.project.unknown`, `importing`, `errors.save.*`
   */
  remove(id: string, firstName: string): Promise<void> {
    return this.#change(async () => {
      const folder = await this.#existing(id)
      const catalog = await readCatalog(this.#profile)
      if (catalog?.current === id) {
        this.refuseWhileImporting()
        await this.#switch((await this.#shelf.usedBefore(id)) ?? (await this.#make(firstName)))
      }
      await this.#options.unread?.()
      await writeJson(join(folder, FILES.removed), { removedAt: new Date().toISOString() })
      await this.#move(folder, this.#shelf.binned(id))
    })
  }

  /** @throws {Problem} `errors.project.notInBin`, `errors.save.*` */
  recover(id: string): Promise<void> {
    return this.#change(async () => {
      await this.#inBin(id)
      await this.#move(this.#shelf.binned(id), this.#shelf.folderOf(id))
      await removeIfThere(join(this.#shelf.folderOf(id), FILES.removed))
    })
  }

  /** Deletes a project of the bin for good. @throws {Problem} `errors.project.notInBin`, `errors.save.*` */
  erase(id: string): Promise<void> {
    return this.#change(async () => {
      await this.#inBin(id)
      await changeCatalog(this.#profile, id, ({ erased }) => ({ erased: [...erased, id] }))
      await rm(this.#shelf.binned(id), { recursive: true, force: true })
    })
  }

  /** An empty folder on the same disk, in which a project is put together before it appears among the others. */
  async stage(): Promise<string> {
    const folder = join(this.#profile, 'staging', newId())
    await mkdir(folder, { recursive: true })
    return folder
  }

  /** Removes what a crash left of projects that were being put together. */
  async clearStaging(): Promise<void> {
    await rm(join(this.#profile, 'staging'), { recursive: true, force: true })
  }

  /** Whether a project of this id is in the profile. */
  async holds(id: string): Promise<boolean> {
    return (await this.#shelf.ids('projects')).includes(id)
  }

  /** The id under which a project from elsewhere is taken in: its own, where nothing here has or had it. */
  async freeId(wanted: string): Promise<string> {
    const erased = (await readCatalog(this.#profile))?.erased ?? []
    const taken = [...erased, ...(await this.#shelf.ids('projects')), ...(await this.#shelf.ids('projects-bin'))]
    return taken.includes(wanted) ? newId() : wanted
  }

  /**
   * Takes a staged project in, under the id that its `project.json` says, and makes it the current one.
   * @throws {Problem} `errors.project.importing`, `errors.save.*`
   */
  adopt(staged: string, id: string): Promise<void> {
    return this.#change(async () => {
      this.refuseWhileImporting()
      await this.#settle(staged, id)
      await this.#switch(id)
    })
  }

  /** @throws {Problem} `errors.project.importing` */
  refuseWhileImporting(): void {
    if (this.#options.isImporting?.()) throw new Problem('errors.project.importing')
  }

  #change<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#changes.catch(() => undefined).then(work)
    this.#changes = done.catch(() => undefined)
    return done
  }

  #forgetting(opening: Promise<OpenProject>): Promise<OpenProject> {
    const kept: Promise<OpenProject> = opening.catch((error: unknown) => {
      if (this.#open === kept) this.#open = null
      throw error
    })
    return kept
  }

  async #switch(id: string): Promise<void> {
    const folder = await this.#existing(id)
    await refuseNewer(folder)
    const before = await this.#open?.catch(() => null)
    if (before?.project.id === id) return
    // From here to the end of this turn nothing else runs: an import that begins now begins in the other project.
    this.refuseWhileImporting()
    let failed: unknown = null
    const opening = this.#turnTo(id, before ?? null).catch((error: unknown) => {
      failed = error
      if (before) return before
      throw error
    })
    this.#open = this.#forgetting(opening)
    await this.#open.catch(() => undefined)
    if (failed) throw failed
  }

  /** The catalog first: where it cannot be written, the old project stays open. */
  async #turnTo(id: string, before: OpenProject | null): Promise<OpenProject> {
    await changeCatalog(this.#profile, id, () => ({ current: id }))
    if (before) {
      await this.#options.leaving?.(before)
      await closeProject(before)
    }
    return this.#openCurrent('')
  }

  async #openCurrent(firstName: string): Promise<OpenProject> {
    const id = (await this.#current()) ?? (await this.#makeFirst(firstName))
    const folder = this.#shelf.folderOf(id)
    const { project: stored, mended } = await readOrMendProject(folder, id, firstName)
    const crashed = (await namesIn(folder)).includes(FILES.open)
    const journal = await Journal.open(join(folder, FILES.journal), this.#options)
    try {
      const [kept, runs] = [join(folder, FILES.originals), join(folder, FILES.imports)]
      for (const used of [this.#profile, folder, kept, runs]) await removeLeftovers(used)
      const older = stored.dataVersion < DATA_VERSION ? stored.dataVersion : null
      const originals = new Originals(kept)
      const fresh = (await readCatalog(this.#profile))?.used[id] === undefined
      const open: OpenProject = { project: stored, folder, mended, journal, originals, runs, crashed, older, fresh }
      if (older !== null) {
        await this.#options.beforeMigration?.(open)
        open.project = { ...stored, dataVersion: DATA_VERSION }
        await writeJson(join(folder, FILES.project), open.project)
      }
      const now = new Date().toISOString()
      await writeJson(join(folder, FILES.open), { since: now })
      await changeCatalog(this.#profile, id, ({ used }) => ({ used: { ...used, [id]: now } }))
      return open
    } catch (error) {
      this.#options.notOpened?.()
      await journal.close()
      throw error
    }
  }

  /** The project that the catalog names; without a usable catalog the one written last, so that none is lost. */
  async #current(): Promise<string | null> {
    const catalog = await readCatalog(this.#profile)
    if (catalog) return catalog.current
    const latest = await this.#shelf.latest()
    if (latest !== null) await changeCatalog(this.#profile, latest, () => ({}))
    return latest
  }

  async #makeFirst(name: string): Promise<string> {
    const id = await this.#make(name)
    await changeCatalog(this.#profile, id, () => ({ current: id }))
    return id
  }

  async #make(name: string): Promise<string> {
    const project: Project = { id: newId(), name, createdAt: new Date().toISOString(), dataVersion: DATA_VERSION }
    const folder = this.#shelf.folderOf(project.id)
    try {
      await mkdir(join(folder, FILES.originals), { recursive: true })
    } catch (error) {
      throw saveProblem(error, name)
    }
    await writeJson(join(folder, FILES.project), project)
    return project.id
  }

  /** Puts a staged folder among the projects. */
  #settle(staged: string, id: string): Promise<void> {
    return this.#move(staged, this.#shelf.folderOf(id))
  }

  async #move(from: string, to: string): Promise<void> {
    try {
      const above = join(to, '..')
      await mkdir(above, { recursive: true })
      await rename(from, to)
      await syncFolder(above)
    } catch (error) {
      throw saveProblem(error, to)
    }
  }

  async #existing(id: string): Promise<string> {
    if (!(await this.#shelf.ids('projects')).includes(id)) throw new Problem('errors.project.unknown')
    return this.#shelf.folderOf(id)
  }

  async #inBin(id: string): Promise<void> {
    if (!(await this.#shelf.ids('projects-bin')).includes(id)) throw new Problem('errors.project.notInBin')
  }
}

async function closeProject({ journal, folder }: OpenProject): Promise<void> {
  await journal.close()
  await removeIfThere(join(folder, FILES.open)).catch((error: unknown) => {
    // It only makes the next start look more closely.
    if (codeOf(error) === 'EBUSY') return
    throw error
  })
}
