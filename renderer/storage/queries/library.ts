import type { Reading } from '#shared/model/reading'
import type { Report } from '#shared/model/report'
import type { Source } from '#shared/model/source'
import type { ProjectDatabase } from '../database'
import { groupBy } from '../group-by'
import { byOrdinal } from './reports'

/** One source as the library shows it. */
export interface LibraryRow {
  source: Source
  reading: Reading
  /** In the order of the text. */
  reports: Report[]
  annotations: number
  /** Statements that enter comparisons (`toCells`): no rejected ones. */
  statements: number
}

/** Counts annotations per source. The database counts: a walk over the index would be a task for every annotation. */
async function annotationCounts(db: ProjectDatabase): Promise<Map<string, number>> {
  const sources = (await db.annotations.orderBy('source').uniqueKeys()).map(String)
  const counts = await Promise.all(sources.map((source) => db.annotations.where('source').equals(source).count()))
  return new Map(sources.map((source, i) => [source, counts[i] ?? 0]))
}

/** Counts statements per report by walking the index alone: the packed records are large. */
async function statementCounts(db: ProjectDatabase): Promise<Map<string, number>> {
  const counts = new Map<string, number>()
  await db.cells.orderBy('count').eachKey((count, { primaryKey }) => {
    counts.set(String(primaryKey), Number(count))
  })
  return counts
}

/** Orders instants, the later one first. They are ISO 8601 in UTC: plain comparison, which is far faster than a locale's. */
const later = (a: string, b: string): number => (a === b ? 0 : a < b ? 1 : -1)

/** Every visible source with its reports and counts, the newest import first. */
export async function listLibrary(db: ProjectDatabase): Promise<LibraryRow[]> {
  const [sources, readings, reports, annotations, statements] = await Promise.all([
    db.sources.toArray(),
    db.readings.toArray(),
    db.reports.toArray(),
    annotationCounts(db),
    statementCounts(db),
  ])
  const readingOf = new Map(readings.map((reading) => [reading.id, reading]))
  const reportsOf = groupBy(reports, (report) => report.source)
  const rows: LibraryRow[] = []
  for (const source of sources) {
    const reading = readingOf.get(source.reading)
    if (source.hidden || !reading) continue
    const own = byOrdinal(reportsOf.get(source.hash) ?? [])
    rows.push({
      source,
      reading,
      reports: own,
      annotations: annotations.get(source.hash) ?? 0,
      statements: own.reduce((sum, { id }) => sum + (statements.get(id) ?? 0), 0),
    })
  }
  return rows.sort((a, b) => later(a.source.importedAt, b.source.importedAt))
}
