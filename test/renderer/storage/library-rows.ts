import { annotationFacts, doubtfulOf, type ProjectDatabase } from '../../../renderer/storage'
import { libraryKeeperOf } from '../../../renderer/storage/library-keeper'

/** The rows of a library as they are stored now. */
export const libraryRows = async (db: ProjectDatabase) => (await libraryKeeperOf(db).current()).rows

/** The reports with something to settle, as they are stored now. */
export const doubtfulIn = async (db: ProjectDatabase) => doubtfulOf(await libraryRows(db))

/** How many annotations a source has. */
export async function annotationsIn(db: ProjectDatabase, hash: string): Promise<number> {
  const { facts } = await annotationFacts(db)
  return [...facts.values()].filter(({ source }) => source === hash).length
}
