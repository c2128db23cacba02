import Dexie, { type IntervalTree, RangeSet, rangesOverlap } from 'dexie'
import type { ProjectDatabase } from './database'

/** What has changed since the last time that it was told. */
export interface CellsChange {
  /** Tells whether a report's statements may be others than before. */
  touches(report: string): boolean
  /** Sources came into or out of sight, or reports came or went. */
  reports: boolean
}

/**
 * Tells when statements of the project change, whoever writes: another window, the importer, this one. Every change of
 * a statement, of what the engine found, and of a report's place or year ends in the report's record in `cells`.
 * @param heard told once for all that changed within `pace` milliseconds
 * @returns the function that stops it
 */
export function watchCells(db: ProjectDatabase, heard: (change: CellsChange) => void, pace: number): () => void {
  let cells = new RangeSet()
  let reports = false
  let timer: ReturnType<typeof setTimeout> | null = null
  const tell = () => {
    timer = null
    const [changed, came] = [cells, reports]
    cells = new RangeSet()
    reports = false
    heard({ touches: (report) => rangesOverlap(changed, new RangeSet(report)), reports: came })
  }
  const mutated = (parts: Record<string, IntervalTree>) => {
    const part = (table: string) => parts[`idb://${db.name}/${table}/`]
    const inCells = part('cells')
    if (inCells) cells.add(inCells)
    reports ||= part('sources') !== undefined || part('reports') !== undefined
    if (inCells || reports) timer ??= setTimeout(tell, pace)
  }
  Dexie.on('storagemutated', mutated)
  return () => {
    if (timer) clearTimeout(timer)
    Dexie.on.storagemutated.unsubscribe(mutated)
  }
}
