import Dexie, { type IntervalTree, RangeSet } from 'dexie'
import type { ProjectDatabase } from './database'
import { singleKeys } from './range-keys'

/** What has changed of what ledger and audit are made of. */
export interface MaterialsChange {
  /** Ids of reports whose statements or matters may be others; null for any of them. */
  reports: ReadonlySet<string> | null
  /** Reports or sources came, went or became something else; which ones, `materialPlaces` tells. */
  listed: boolean
  /** Tables of the project's own records that changed: rulings, cited figures, breaks, settings. */
  records: ReadonlySet<string>
}

/** A record of one of these says by its key which report it is of. */
const BY_REPORT = ['cells', 'engineMatters'] as const
const RECORDS = ['citedFigures', 'ledgerRulings', 'seriesBreaks', 'projectSettings'] as const

/**
 * Tells when what ledger and audit are made of changes, whoever writes: another window, the importer, this one.
 * @param heard told at once, inside the writer's turn
 * @returns the function that stops it
 */
export function watchMaterials(db: ProjectDatabase, heard: (change: MaterialsChange) => void): () => void {
  const mutated = (parts: Record<string, IntervalTree>) => {
    const part = (table: string): RangeSet | null => {
      const ranges = parts[`idb://${db.name}/${table}/`]
      return ranges ? new RangeSet().add(ranges) : null
    }
    const reports = new Set<string>()
    // Which report a touched matter is of is not told by its key.
    let any = part('matters') !== null
    const listed = part('reports') !== null || part('sources') !== null
    for (const table of BY_REPORT) {
      const ranges = part(table)
      const keys = ranges ? singleKeys(ranges) : []
      if (keys === null) any = true
      else for (const key of keys) reports.add(String(key))
    }
    const records = new Set<string>(RECORDS.filter((table) => part(table) !== null))
    if (any || listed || reports.size > 0 || records.size > 0) heard({ reports: any ? null : reports, listed, records })
  }
  Dexie.on('storagemutated', mutated)
  return () => Dexie.on.storagemutated.unsubscribe(mutated)
}
