import { mkdir, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { type Message, message, newId, Uuid } from '#shared/model/identity'
import { DATA_VERSION, Project } from '#shared/model/project'
import { Journal, type JournalOptions } from './journal'
import { readJson, setAside, writeJson } from './json-file'
import { Originals } from './originals'
import { codeOf, Problem } from './problem'
import { removeLeftovers } from './save'

/** Which project is current. */
const Catalog = z.object({ current: Uuid })

/** What any version of `project.json` tells: enough to refuse a newer one by name. */
const AnyVersion = z.object({ name: z.string(), dataVersion: z.int().positive() })

/** An open project: its folder's originals and journal. */
export interface OpenProject {
  project: Project
  /** What had to be mended to open it, to be told to the user. */
  mended: Message[]
  journal: Journal
  originals: Originals
  /** Folder of the records of imports that are under way. */
  runs: string
}

/** The projects of a profile, `projects/<uuid>/`, and which of them is current (`catalog.json`). */
export class ProjectFolders {
  readonly #folder: string
  readonly #journalOptions: JournalOptions
  #open: Promise<OpenProject> | null = null

  /** @param folder the profile folder */
  constructor(folder: string, journalOptions: JournalOptions = {}) {
    this.#folder = folder
    this.#journalOptions = journalOptions
  }

  /**
   * Opens the current project, making the first one on the first start. Later calls get the same one; a failed try
   * can be made again.
   * @param firstName name of the first project, in the user's language
   * @throws {Problem} `errors.project.newer`, `errors.project.missing`
   */
  open(firstName: string): Promise<OpenProject> {
    this.#open ??= this.#openCurrent(firstName).catch((error: unknown) => {
      this.#open = null
      throw error
    })
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
    const open = await this.#open
    this.#open = null
    await open?.journal.close()
  }

  async #openCurrent(firstName: string): Promise<OpenProject> {
    const id = (await this.#current()) ?? (await this.#create(firstName))
    const folder = this.#projectFolder(id)
    const { project, mended } = await readOrMendProject(folder, id, firstName)
    const journal = await Journal.open(join(folder, 'journal.jsonl'), this.#journalOptions)
    const [kept, runs] = [join(folder, 'originals'), join(folder, 'imports')]
    for (const used of [this.#folder, folder, kept, runs]) await removeLeftovers(used)
    return { project, mended, journal, originals: new Originals(kept), runs }
  }

  /** The project that the catalog names; without a usable catalog the one written last, so that none is lost. */
  async #current(): Promise<string | null> {
    const path = join(this.#folder, 'catalog.json')
    const catalog = await readJson(path, Catalog)
    if (catalog.state === 'read') return catalog.value.current
    if (catalog.state === 'damaged') await setAside(path)
    const latest = await this.#latest()
    if (latest !== null) await writeJson(path, { current: latest })
    return latest
  }

  async #latest(): Promise<string | null> {
    const found: { id: string; time: number }[] = []
    for (const id of await namesIn(join(this.#folder, 'projects'))) {
      if (!Uuid.safeParse(id).success) continue
      const names = await namesIn(this.#projectFolder(id))
      const newest = names.find((name) => name === 'journal.jsonl') ?? names.find((name) => name === 'project.json')
      if (newest) found.push({ id, time: (await stat(join(this.#projectFolder(id), newest))).mtimeMs })
    }
    return found.sort((a, b) => b.time - a.time)[0]?.id ?? null
  }

  async #create(name: string): Promise<string> {
    const project: Project = { id: newId(), name, createdAt: new Date().toISOString(), dataVersion: DATA_VERSION }
    const folder = this.#projectFolder(project.id)
    await mkdir(join(folder, 'originals'), { recursive: true })
    await writeJson(join(folder, 'project.json'), project)
    await writeJson(join(this.#folder, 'catalog.json'), { current: project.id })
    return project.id
  }

  #projectFolder(id: string): string {
    return join(this.#folder, 'projects', id)
  }
}

/**
 * Reads `project.json`. It holds no work, only a name: where it is damaged or gone, but the folder has a journal, it is
 * written anew, and the work is not locked away with it.
 */
async function readOrMendProject(
  folder: string,
  id: string,
  name: string,
): Promise<{ project: Project; mended: Message[] }> {
  const path = join(folder, 'project.json')
  const version = await readJson(path, AnyVersion)
  if (version.state === 'read' && version.value.dataVersion > DATA_VERSION) {
    const { name: found, dataVersion } = version.value
    throw new Problem('errors.project.newer', { name: found, version: dataVersion, known: DATA_VERSION })
  }
  const read = await readJson(path, Project)
  if (read.state === 'read' && read.value.id === id) return { project: read.value, mended: [] }
  const there = await namesIn(folder)
  if (!there.includes('journal.jsonl')) throw new Problem('errors.project.missing', { folder })
  if (read.state !== 'missing') await setAside(path)
  const project: Project = { id, name, createdAt: new Date().toISOString(), dataVersion: DATA_VERSION }
  await writeJson(path, project)
  return { project, mended: [message('errors.project.mended', { file: 'project.json', name })] }
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder)
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return []
    throw error
  }
}
