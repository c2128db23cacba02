import type { ReportCells } from '#shared/model/cell'
import { type Comparison, comparisonDefaults } from '#shared/model/comparison'
import type { PlaceRef } from '#shared/model/place'
import type { StatementKind } from '#shared/model/statement'
import { indexOf, KINDS, type RecordIndex } from './record-index'
import { seriesKey, VARIANT_PARTS, type Variant, variantOf } from './variants'

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

/** A column of its own that an indicator can be split into: one measure, basis, subset and base of comparison. */
export interface VariantOffer {
  /** `seriesKey` of it. */
  key: string
  indicator: string
  variant: Variant
  cells: number
  places: number
}

/** True for the id of an indicator; false for a phrase as written. */
export const isIndicatorId = (indicator: string): boolean => /^[a-z][a-z0-9_]*$/.test(indicator)

/** How many indicators and years a first look shows. */
const FIRST_INDICATORS = 6
const FIRST_YEARS = 6
/** More rows than this make no first look. */
const FIRST_PLACES = 40

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

type Chosen = { places: readonly string[] } & Pick<Comparison, 'role' | 'kind'>

/** By number of a place: 1 where it is asked for; all where none is. */
function wantedPlaces(index: RecordIndex, codes: readonly string[]): Uint32Array {
  const wanted = new Uint32Array(index.places.size)
  if (codes.length === 0) wanted.fill(1)
  for (const code of codes) {
    const known = index.places.get(code)
    if (known) wanted[known.number] = 1
  }
  return wanted
}

/** Calls with the place of each cell in the index's columns that is asked for, indicator by indicator. */
function eachCounted(
  index: RecordIndex,
  { places, role }: Chosen,
  call: (at: number, indicator: number) => void,
): void {
  const { heads, place, year, target } = index.columns
  const wanted = wantedPlaces(index, places)
  const noYear = index.years.get('') ?? -1
  const only = role === 'both' ? -1 : role === 'target' ? 1 : 0
  for (let indicator = 0; indicator + 1 < heads.length; indicator++)
    for (let at = heads[indicator] ?? 0; at < (heads[indicator + 1] ?? 0); at++) {
      if (year[at] === noYear || (only >= 0 && target[at] !== only)) continue
      if (wanted[place[at] ?? 0] === 1) call(at, indicator)
    }
}

/**
 * Counts what a library offers for a comparison.
 * @param records the library's cells, main versions of known places count; the array must not be changed later
 * @param chosen narrows the counts of years and indicators to these places (all when empty) and this role; indicators
 *   also to this kind
 */
export function offerOf(records: readonly ReportCells[], chosen: Chosen): Offer {
  const index = indexOf(records)
  const kind = KINDS.indexOf(chosen.kind)
  const kinds = new Uint32Array(KINDS.length)
  const years = new Uint32Array(index.years.size)
  const cells = new Uint32Array(index.indicators.size)
  const places = new Uint32Array(index.indicators.size)
  const met = new Int32Array(index.places.size).fill(-1)
  const { columns } = index
  const raise = (counts: Uint32Array, at: number): void => {
    counts[at] = (counts[at] ?? 0) + 1
  }
  eachCounted(index, chosen, (at, indicator) => {
    raise(kinds, columns.kind[at] ?? 0)
    if (columns.kind[at] !== kind) return
    raise(years, columns.year[at] ?? 0)
    raise(cells, indicator)
    const place = columns.place[at] ?? 0
    if (met[place] !== indicator) raise(places, indicator)
    met[place] = indicator
  })
  return {
    places: [...index.places.values()]
      .map(({ place, reports }) => ({ place, reports: reports.length }))
      .sort((a, b) => byText(a.place.code, b.place.code)),
    years: [...index.years]
      .map(([year, number]) => ({ year, cells: years[number] ?? 0 }))
      .filter((year) => year.cells > 0)
      .sort((a, b) => byText(b.year, a.year)),
    indicators: [...index.indicators]
      .map(([id, number]) => ({ id, cells: cells[number] ?? 0, places: places[number] ?? 0 }))
      .filter((indicator) => indicator.cells > 0)
      .sort(
        (a, b) =>
          Number(isIndicatorId(b.id)) - Number(isIndicatorId(a.id)) ||
          b.places - a.places ||
          b.cells - a.cells ||
          byText(a.id, b.id),
      ),
    kinds: Object.fromEntries(KINDS.map((name, at) => [name, kinds[at] ?? 0])) as Record<StatementKind, number>,
  }
}

/** More variants than this of one indicator are its oddest ones. */
const MOST_VARIANTS = 12

/**
 * The columns of their own that indicators can be split into, those that say most first: each measure, basis, subset
 * and base of comparison that their statements state.
 * @param indicators ids or phrases
 */
export function variantsOf(
  records: readonly ReportCells[],
  chosen: Chosen,
  indicators: readonly string[],
): VariantOffer[] {
  const index = indexOf(records)
  const wanted = { places: wantedPlaces(index, chosen.places), years: new Uint32Array(index.years.size).fill(1) }
  return indicators.flatMap((indicator) => {
    const found = new Map<string, { variant: Variant; cells: number; places: Set<string> }>()
    index.each(indicator, wanted, (cell, { place }) => {
      if (cell.kind !== chosen.kind || (chosen.role !== 'both' && cell.role !== chosen.role)) return
      const variant = variantOf(cell)
      const key = seriesKey(indicator, variant)
      const known = found.get(key) ?? { variant, cells: 0, places: new Set<string>() }
      known.cells++
      known.places.add(place?.code ?? '')
      found.set(key, known)
    })
    if (found.size < 2) return []
    return [...found]
      .filter(([, { variant }]) => VARIANT_PARTS.some((part) => variant[part] !== ''))
      .map(([key, { variant, cells, places }]) => ({ key, indicator, variant, cells, places: places.size }))
      .sort((a, b) => b.places - a.places || b.cells - a.cells || byText(a.key, b.key))
      .slice(0, MOST_VARIANTS)
  })
}

const FIRST_KINDS: readonly StatementKind[] = ['growth', 'level', 'ratio', 'points']

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
  const kind = FIRST_KINDS.find((candidate) => all.kinds[candidate] > 0) ?? 'growth'
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
    ...comparisonDefaults(),
    places,
    years: years.map(({ year }) => year).sort(byText),
    indicators,
    role: 'both',
    kind,
    view: 'bar',
    author: '',
  }
}
