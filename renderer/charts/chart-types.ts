import type { MatrixCell, MatrixIndicator, PlaceRef } from '#shared/compare/matrix-types'
import type { Mark } from '#shared/compare/series'

/** The words of a chart, in the language of the interface. */
export interface ChartWords {
  /** What the chart is, for screen readers. */
  label: string
  /** Name of a series: an indicator with its variant. */
  indicator: (id: string) => string
  /** A name with the unit of its numbers: 地区生产总值（亿元）. */
  titled: (indicator: string, unit: string) => string
  target: string
  result: string
  /** Footnote of marks that do not cover a whole year. */
  partial: string
  /** Under a place with no number. */
  noData: string
  /** Stands before a number: ≥, ≤, 约, ''. */
  comparator: (comparator: string) => string
  /** Stands behind a number that is an estimate. */
  estimate: string
  /** Writes a number in the language. */
  number: (value: number) => string
  /** Any other words, by key of the namespace `charts`. */
  say: (key: string, params?: Record<string, string | number>) => string
}

/** Warnings of a cell that tell that it is not quite what stands beside it; those of its whole series are at the title. */
const UNLIKE = /^compare\.warning\.(?:subset|basis|measure|against|unlike)/
const MIXED = /^compare\.warning\.(?:mixed|unstated)\.(?:measure|basis|subset|against)/

/** Whether a mark is of another measure, basis or subset than others may be: it carries a dagger. */
export const isUnlike = (cell: MatrixCell): boolean => cell.warnings.some(({ key }) => UNLIKE.test(key))

/** What is printed at a mark: comparator, number, high end, estimate, asterisk for part of a year, dagger. */
export function labelOf({ value, high, cell }: Mark, words: ChartWords): string {
  const comparator = words.comparator(cell.chosen?.cell.comparator ?? 'eq')
  const end = high === null ? '' : `–${words.number(high)}`
  const signs = `${cell.estimate ? words.estimate : ''}${cell.partial ? '*' : ''}${isUnlike(cell) ? '†' : ''}`
  return `${comparator}${words.number(value)}${end}${signs}`
}

/** `labelOf` with the year of the mark, where marks beside each other are of different years. */
export const datedLabel = (mark: Mark, dated: boolean, words: ChartWords): string =>
  dated ? words.say('dated', { value: labelOf(mark, words), year: mark.cell.year }) : labelOf(mark, words)

/** The name of an indicator with its unit; a dagger where its numbers may be of more than one measure or basis. */
export function titleOf({ id, unit, warnings }: MatrixIndicator, words: ChartWords): string {
  const name = unit === '' ? words.indicator(id) : words.titled(words.indicator(id), unit)
  return warnings.some(({ key }) => MIXED.test(key)) ? `${name}†` : name
}

/** What the signs at marks mean, for those that occur. */
export function signNotes(marks: readonly Mark[], indicators: readonly MatrixIndicator[], words: ChartWords): string[] {
  const mixed = indicators.some(({ warnings }) => warnings.some(({ key }) => MIXED.test(key)))
  return [
    ...(marks.some(({ cell }) => cell.partial) ? [words.partial] : []),
    ...(mixed || marks.some(({ cell }) => isUnlike(cell)) ? [words.say('unlike')] : []),
  ]
}

/** Names of places: short where that is enough to tell them apart. */
export function placeNames(places: readonly PlaceRef[]): ReadonlyMap<string, string> {
  const count = (pick: (place: PlaceRef) => string): ReadonlyMap<string, number> => {
    const counts = new Map<string, number>()
    for (const place of new Map(places.map((one) => [one.code, one])).values())
      counts.set(pick(place), (counts.get(pick(place)) ?? 0) + 1)
    return counts
  }
  const [shorts, names] = [count((place) => place.short), count((place) => place.name)]
  return new Map(
    places.map((place) => {
      if (shorts.get(place.short) === 1) return [place.code, place.short]
      return [place.code, names.get(place.name) === 1 ? place.name : `${place.name} ${place.code}`]
    }),
  )
}
