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
  /** Statements that enter comparisons (`toCells`): no rejected ones. */
  statements: number
}

/** What rows are made of. */
export interface RowParts {
  sources: readonly Source[]
  readings: readonly Reading[]
  reports: readonly Report[]
  /** Statements by report. */
  statements: ReadonlyMap<string, number>
}

/** Counts statements per report by walking the index alone: the packed records are large. */
export async function statementCounts(db: ProjectDatabase): Promise<Map<string, number>> {
  const counts = new Map<string, number>()
  await db.cells.orderBy('count').eachKey((count, { primaryKey }) => {
    counts.set(String(primaryKey), Number(count))
  })
  return counts
}

/** The rows of the sources that are in sight and were read. */
export function rowsOf({ sources, readings, reports, statements }: RowParts): LibraryRow[] {
  const readingOf = new Map(readings.map((reading) => [reading.id, reading]))
  const reportsOf = groupBy(reports, (report) => report.source)
  return sources.flatMap((source) => {
    const reading = readingOf.get(source.reading)
    if (source.hidden || !reading) return []
    const own = byOrdinal(reportsOf.get(source.hash) ?? [])
    const sum = own.reduce((found, { id }) => found + (statements.get(id) ?? 0), 0)
    return [{ source, reading, reports: own, statements: sum }]
  })
}

/**
 * The reports of some sources. Asked for source by source, all at once: a walk over the index would go from one report
 * to the next only when the window has time to take it.
 */
const reportsOf = (db: ProjectDatabase, hashes: readonly string[]): Promise<Report[]> =>
  db.transaction('r', db.reports, async () => {
    const found = await Promise.all(hashes.map((source) => db.reports.where({ source }).toArray()))
    return found.flat()
  })

/** Reads the rows of some sources, at most a hundred or so: the packed statements are read for their number. */
export async function readRows(db: ProjectDatabase, hashes: readonly string[]): Promise<LibraryRow[]> {
  const [found, reports] = await Promise.all([db.sources.bulkGet([...hashes]), reportsOf(db, hashes)])
  const sources = found.flatMap((source) => source ?? [])
  const [readings, cells] = await Promise.all([
    db.readings.bulkGet(sources.map(({ reading }) => reading)),
    db.cells.bulkGet(reports.map(({ id }) => id)),
  ])
  const statements = new Map(cells.flatMap((row) => (row ? [[row.report, row.count] as const] : [])))
  return rowsOf({ sources, readings: readings.flatMap((reading) => reading ?? []), reports, statements })
}

/**
 * Reads the rows of the sources whose reports stand first by their places' codes.
 * @param count how many reports are read so
 * @returns null for a library of no more reports than that: all of it is read as fast
 */
export async function firstRows(db: ProjectDatabase, count: number): Promise<LibraryRow[] | null> {
  const first = await db.reports
    .orderBy('[place.code+year]')
    .limit(count + 1)
    .toArray()
  // Reports without a place or year are not among them.
  if (first.length <= count && (await db.reports.count()) <= count) return null
  return readRows(db, [...new Set(first.slice(0, count).map(({ source }) => source))])
}
