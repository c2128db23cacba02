import type { ProjectDatabase } from '../database'
import { isInSight } from './matter-rows'

/** A place with the reports that ledger and audit take of it. */
export interface MaterialPlace {
  code: string
  /** Code of the place above it. */
  parent: string | null
  reports: readonly string[]
  /** Another one where what is known of a report became another: its year, kind, title, reading, place. */
  signature: string
}

/** The places of reports in sight (main versions), by code. */
export async function materialPlaces(db: ProjectDatabase): Promise<MaterialPlace[]> {
  const [sources, reports] = await Promise.all([db.sources.toArray(), db.reports.toArray()])
  const known = new Map(sources.map((source) => [source.hash, source]))
  const places = new Map<string, { parent: string | null; reports: string[]; signature: string }>()
  for (const report of reports.sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const source = known.get(report.source)
    const { place, main, id, year, kind, title, reading } = report
    if (!place || !main || !source || !isInSight({ report, source })) continue
    const entry = places.get(place.code) ?? { parent: place.parent, reports: [], signature: '' }
    entry.reports.push(id)
    entry.signature += `${id} ${year} ${kind} ${title} ${reading} ${place.name} ${place.parent};`
    places.set(place.code, entry)
  }
  return [...places].map(([code, entry]) => ({ code, ...entry })).sort((a, b) => (a.code < b.code ? -1 : 1))
}
