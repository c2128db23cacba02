import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { ProjectList } from '#shared/ipc/projects'
import { Instant, Uuid } from '#shared/model/identity'
import type { ProjectListed } from '#shared/model/package'
import { readJson } from '../json-file'
import { readCatalog } from './catalog'
import { FILES, listedProject, namesIn, refuseNewer } from './stored'

const Removed = z.object({ removedAt: Instant })

/** Where the folders of projects lie in a profile, by their ids. */
export class Shelf {
  readonly profile: string

  /** @param profile the profile folder */
  constructor(profile: string) {
    this.profile = profile
  }

  folderOf(id: string): string {
    return join(this.profile, 'projects', id)
  }

  /** Where a removed project lies. */
  binned(id: string): string {
    return join(this.profile, 'projects-bin', id)
  }

  async ids(where: 'projects' | 'projects-bin'): Promise<string[]> {
    return (await namesIn(join(this.profile, where))).filter((name) => Uuid.safeParse(name).success)
  }

  /** The projects and those in the bin, the last used and the last removed first. */
  async list(): Promise<ProjectList> {
    const catalog = await readCatalog(this.profile)
    const projects: ProjectListed[] = []
    for (const id of await this.ids('projects')) {
      const listed = await listedProject(this.folderOf(id), id, catalog?.used[id])
      if (listed) projects.push(listed)
    }
    const bin: ProjectList['bin'] = []
    for (const id of await this.ids('projects-bin')) {
      const listed = await listedProject(this.binned(id), id, catalog?.used[id])
      if (listed) bin.push({ ...listed, removedAt: await this.#removedAt(id) })
    }
    return {
      current: catalog?.current ?? null,
      projects: projects.sort((a, b) => (a.usedAt > b.usedAt ? -1 : 1)),
      bin: bin.sort((a, b) => (a.removedAt > b.removedAt ? -1 : 1)),
    }
  }

  /** The project that was open last of those that can be opened, beside one; then those that never were. */
  async usedBefore(id: string): Promise<string | null> {
    const used = (await readCatalog(this.profile))?.used ?? {}
    const { projects } = await this.list()
    const others = [...projects.filter((one) => used[one.id]), ...projects.filter((one) => !used[one.id])]
    for (const { id: other } of others) if (other !== id && (await isReadable(this.folderOf(other)))) return other
    return null
  }

  /** The project that was written last: where no catalog says which one is current. */
  async latest(): Promise<string | null> {
    const found: { id: string; time: number }[] = []
    for (const id of await this.ids('projects')) {
      const names = await namesIn(this.folderOf(id))
      const newest = [FILES.journal, FILES.project].find((name) => names.includes(name))
      if (newest) found.push({ id, time: (await stat(join(this.folderOf(id), newest))).mtimeMs })
    }
    return found.sort((a, b) => b.time - a.time)[0]?.id ?? null
  }

  async #removedAt(id: string): Promise<string> {
    const read = await readJson(join(this.binned(id), FILES.removed), Removed)
    if (read.state === 'read') return read.value.removedAt
    return new Date((await stat(this.binned(id))).mtimeMs).toISOString()
  }
}

const isReadable = (folder: string): Promise<boolean> =>
  refuseNewer(folder).then(
    () => true,
    () => false,
  )
