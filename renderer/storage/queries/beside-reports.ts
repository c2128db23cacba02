import type { EntityTable } from 'dexie'
import { reportId } from '#shared/model/identity'
import type { Report } from '#shared/model/report'

/** As many reports as a source can have. */
const LAST = 0xfff

/** A record that stands beside each report, by its id. */
interface BesideReport {
  report: string
}

/** Records beside the reports of a source, as far as their keys follow from its hash. */
export type Beside<T> = ReadonlyMap<string, T>

/**
 * Reads them before the reports themselves are known, in the same round through the database: ids of reports that were
 * found in a text are made of its hash.
 */
export async function besideSource<T extends BesideReport>(
  table: EntityTable<T, 'report'>,
  hash: string,
): Promise<Beside<T>> {
  const found = await table.where('report').between(reportId(hash, 0), reportId(hash, LAST), true, true).toArray()
  return new Map(found.map((record) => [record.report, record]))
}

/**
 * The records beside these reports, in their order; undefined for one that has none. A report whose id is its own, as it
 * can come with a package, is looked up in a second round.
 */
export async function besideReports<T extends BesideReport>(
  table: EntityTable<T, 'report'>,
  reports: readonly Pick<Report, 'id' | 'source' | 'ordinal'>[],
  known: Beside<T>,
): Promise<(T | undefined)[]> {
  const other = reports.filter(({ id, source, ordinal }) => !known.has(id) && id !== reportId(source, ordinal))
  if (other.length === 0) return reports.map(({ id }) => known.get(id))
  const found = await table
    .where('report')
    .anyOf(other.map(({ id }) => id))
    .toArray()
  const rest = new Map(found.map((record) => [record.report, record]))
  return reports.map(({ id }) => known.get(id) ?? rest.get(id))
}
