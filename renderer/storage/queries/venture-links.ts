import type { VentureLink } from '#shared/model/matter'
import type { ProjectDatabase } from '../database'

/** The user's word on which ventures of different reports are the same, the oldest first. */
export async function listVentureLinks(db: ProjectDatabase): Promise<VentureLink[]> {
  const links = await db.ventureLinks.toArray()
  return links.sort((a, b) =>
    a.updatedAt === b.updatedAt ? (a.id < b.id ? -1 : 1) : a.updatedAt < b.updatedAt ? -1 : 1,
  )
}

/** What the user has said of ventures in some reports. */
export function linksOfReports(db: ProjectDatabase, reports: ReadonlySet<string>): Promise<VentureLink[]> {
  const ids = [...reports]
  return db.ventureLinks.where('a.report').anyOf(ids).or('b.report').anyOf(ids).toArray()
}
