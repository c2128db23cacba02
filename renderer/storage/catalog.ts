import Dexie, { type EntityTable } from 'dexie'
import type { Project } from '#shared/model/project'
import { databaseName } from './database'

/** The one small database beside those of the projects: which projects there are on this machine. */
class CatalogDatabase extends Dexie {
  declare readonly projects: EntityTable<Project, 'id'>

  constructor() {
    super('catalog', { cache: 'disabled' })
    this.version(1).stores({ projects: 'id' })
  }
}

async function withCatalog<T>(use: (catalog: CatalogDatabase) => Promise<T>): Promise<T> {
  const catalog = new CatalogDatabase()
  try {
    return await use(catalog)
  } finally {
    catalog.close()
  }
}

/** Notes a project that was opened; its folder on disk stays the truth. */
export const noteProject = (project: Project): Promise<void> =>
  withCatalog(async (catalog) => {
    await catalog.projects.put(project)
  })

/** The projects opened on this machine. */
export const listProjects = (): Promise<Project[]> => withCatalog((catalog) => catalog.projects.toArray())

/** Takes a project's name and working copy off this machine, after main has deleted its folder for good. */
export async function forgetProject(id: string): Promise<void> {
  await withCatalog((catalog) => catalog.projects.delete(id))
  await Dexie.delete(databaseName(id))
}
