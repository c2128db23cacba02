import type { ReportCells } from '#shared/model/cell'
import type { Comparison } from '#shared/model/comparison'
import type { PlaceRef } from '#shared/model/place'
import type { StatementKind } from '#shared/model/statement'

/** What can be chosen, with how much there is of it. */
export interface Offer {
  /** Places with a report, by code. */
  places: readonly { place: PlaceRef; reports: number }[]
  /** Data years, the latest first. */
  years: readonly { year: string; cells: number }[]
  /** Indicators of the dictionary first, then phrases; those that most places state first. */
  indicators: readonly { id: string; cells: number; places: number }[]
  kinds: Readonly<Record<StatementKind, number>>
}

/** True for the id of an indicator; false for a phrase as written. */
export const isIndicatorId = (indicator: string): boolean => /^[a-z][a-z0-9_]*$/.test(indicator)

/** How many indicators and years a first look shows. */
const FIRST_INDICATORS = 6
const FIRST_YEARS = 6
/** More rows than this make no first look. */
const FIRST_PLACES = 40

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/**
 * Counts what a library offers for a comparison.
 * @param records the library's cells, main versions of known places count
 * @param chosen narrows the counts of years and indicators to these places (all when empty) and this role; indicators
 *   also to this kind
 */
export function offerOf(
  records: readonly ReportCells[],
  chosen: { places: readonly string[] } & Pick<Comparison, 'role' | 'kind'>,
): Offer {
  const wanted = new Set(chosen.places)
  const places = new Map<string, { place: PlaceRef; reports: number }>()
  const years = new Map<string, number>()
  const indicators = new Map<string, { cells: number; places: Set<string> }>()
  const kinds: Record<StatementKind, number> = { level: 0, growth: 0, ratio: 0, points: 0 }
  for (const { place, main, cells } of records) {
    if (!place || !main) continue
    places.set(place.code, { place, reports: (places.get(place.code)?.reports ?? 0) + 1 })
    if (wanted.size > 0 && !wanted.has(place.code)) continue
    for (const cell of cells) {
      if (cell.scope !== 'own' || cell.year === '' || (chosen.role !== 'both' && cell.role !== chosen.role)) continue
      kinds[cell.kind]++
      if (cell.kind !== chosen.kind) continue
      years.set(cell.year, (years.get(cell.year) ?? 0) + 1)
      const known = indicators.get(cell.indicator) ?? { cells: 0, places: new Set<string>() }
      known.cells++
      known.places.add(place.code)
      indicators.set(cell.indicator, known)
    }
  }
  return {
    places: [...places.values()].sort((a, b) => byText(a.place.code, b.place.code)),
    years: [...years].map(([year, cells]) => ({ year, cells })).sort((a, b) => byText(b.year, a.year)),
    indicators: [...indicators]
      .map(([id, known]) => ({ id, cells: known.cells, places: known.places.size }))
      .sort(
        (a, b) =>
          Number(isIndicatorId(b.id)) - Number(isIndicatorId(a.id)) ||
          b.places - a.places ||
          b.cells - a.cells ||
          byText(a.id, b.id),
      ),
    kinds,
  }
}

const KINDS: readonly StatementKind[] = ['growth', 'level', 'ratio', 'points']

/**
 * A comparison that shows something on a first look: the indicators that most places
 * share, as growth where there is any, the latest years that have data, and the places that say something of these.
 * @param identity id, name and time of the new comparison
 */
export function firstComparison(
  records: readonly ReportCells[],
  identity: Pick<Comparison, 'id' | 'name' | 'updatedAt'>,
): Comparison {
  const open = { places: [], role: 'both', kind: 'growth' } as const
  const all = offerOf(records, open)
  const kind = KINDS.find((candidate) => all.kinds[candidate] > 0) ?? 'growth'
  const offer = offerOf(records, { ...open, kind })
  const named = offer.indicators.filter(({ id }) => isIndicatorId(id))
  const indicators = (named.length > 0 ? named : offer.indicators).slice(0, FIRST_INDICATORS).map(({ id }) => id)
  const shown = new Set(indicators)
  const found = records.flatMap(({ place, main, cells }) =>
    place && main
      ? cells
          .filter((cell) => cell.scope === 'own' && cell.kind === kind && shown.has(cell.indicator))
          .map(({ year }) => ({ place: place.code, year }))
      : [],
  )
  const withData = new Set(found.map(({ year }) => year))
  const years = offer.years.filter(({ year }) => /^\d{4}$/.test(year) && withData.has(year)).slice(0, FIRST_YEARS)
  const latest = new Set(years.map(({ year }) => year))
  const filled = new Set(found.filter(({ year }) => latest.has(year)).map(({ place }) => place))
  const places = all.places
    .map(({ place }) => place.code)
    .filter((code) => filled.has(code))
    .slice(0, FIRST_PLACES)
  return {
    ...identity,
    places,
    years: years.map(({ year }) => year).sort(byText),
    indicators,
    role: 'both',
    kind,
    view: 'bar',
    author: '',
  }
}
