import { rm } from 'node:fs/promises'
import type { ProjectFolders } from '../project-folder'
import { saveProblem } from '../save'
import type { PackageReader } from './reader'
import { type UnpackOptions, unpackProject } from './unpack'

/** What taking a project in needs of the profile. */
export type Shelves = Pick<ProjectFolders, 'stage' | 'freeId' | 'adopt' | 'refuseWhileImporting'>

/**
 * Makes a package that was verified a project of its own, never over another, and the current one. It keeps its id
 * where this profile has, and had, no project of it. It is put together aside and appears whole.
 * @throws {Problem} `errors.project.importing`, `errors.package.*`, `errors.save.*`
 */
export async function takeIn(
  reader: PackageReader,
  shelves: Shelves,
  name: string,
  options: UnpackOptions = {},
): Promise<string> {
  shelves.refuseWhileImporting()
  const { project, dataVersion } = reader.manifest
  const id = await shelves.freeId(project.id)
  const staged = await shelves.stage()
  try {
    await unpackProject(reader, staged, { id, name, createdAt: project.createdAt, dataVersion }, options)
    await shelves.adopt(staged, id)
  } catch (error) {
    await rm(staged, { recursive: true, force: true })
    throw saveProblem(error, name)
  }
  return id
}
