import { type HitsWanted, hitsOf, matchesOf } from '#shared/coding/scan/hits'
import type { Span } from '#shared/model/anchor'
import type { Report } from '#shared/model/report'
import { laidOf, type ProjectDatabase, type StoredStatements, storedStatements } from '../../storage/scan-worker'
import type { HitGroup, ScanQuery } from './protocol'
import type { Loaded } from './texts'

/** What finds the places in a text that a query wants. */
export type Finder = (loaded: Loaded) => Iterable<Span>

export const wantedOf = ({ extent, everywhere = false, exact = false }: ScanQuery): HitsWanted => ({
  extent,
  everywhere,
  exact,
})

/** Finds by an expression. */
export const byPattern =
  (pattern: RegExp, exact: boolean): Finder =>
  ({ text }) =>
    matchesOf(text, pattern, exact)

/** True where a report may have statements of an indicator: what is packed is looked at without unpacking it. */
function mayHave({ engine, touched }: StoredStatements, indicator: string): boolean {
  const column = engine?.columns.canonical
  if (touched.some(({ canonical }) => canonical === indicator)) return true
  if (column?.type === 'same') return column.value === indicator
  return column?.type === 'strings' ? column.values.includes(indicator) : column !== undefined
}

/** The quantities of an indicator in a report, in the order of the text; what was rejected is left out. */
function quantitiesIn(stored: StoredStatements, indicator: string): Span[] {
  if (!mayHave(stored, indicator)) return []
  const own = laidOf(stored).filter(
    ({ statement, status }) => statement.canonical === indicator && status !== 'rejected',
  )
  return own
    .map(({ statement: { start, quantity } }) => ({ start, end: start + quantity.length }))
    .sort((a, b) => a.start - b.start)
}

/** Finds the statements of an indicator in some texts. */
export async function byIndicator(db: ProjectDatabase, indicator: string, loaded: readonly Loaded[]): Promise<Finder> {
  const ids = loaded.flatMap(({ reports }) => reports.map(({ id }) => id))
  const stored = new Map((await storedStatements(db, ids)).map((one) => [one.report.id, one]))
  return ({ reports }) =>
    reports.flatMap(({ id }) => {
      const own = stored.get(id)
      return own ? quantitiesIn(own, indicator) : []
    })
}

const holds = (report: Report, { start, end }: Span): boolean => report.start <= start && end <= report.end

const labelOf = ({ place, year, title }: Report): string =>
  [place?.short, year].filter((part) => part !== undefined && part !== null).join(' ') || title

/**
 * The hits in one text.
 * @param most so many at most
 * @param report only those in this one; null: all
 */
export function findIn(
  loaded: Loaded,
  find: Finder,
  { wanted, most, report }: { wanted: HitsWanted; most: number; report: string | null },
): HitGroup {
  const { source, text, reports } = loaded
  const group: HitGroup = { source: source.hash, reading: source.reading, characters: text.text.length, hits: [] }
  for (const hit of hitsOf(text, find(loaded), wanted)) {
    const own = reports.find((one) => holds(one, hit.mark))
    if (report !== null && own?.id !== report) continue
    if (group.hits.length >= most) break
    group.hits.push({ ...hit, report: own?.id ?? null, label: own ? labelOf(own) : source.name })
  }
  return group
}
