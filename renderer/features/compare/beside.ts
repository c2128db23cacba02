import type { Matrix } from '#shared/compare/matrix'
import { parseSeriesKey } from '#shared/compare/variants'
import type { PlaceRef } from '#shared/model/place'
import { openPassages } from '../passages'

/** So many reports stand side by side. */
const MOST = 6

/** A report that may stand beside others. */
interface Candidate {
  report: string
  place: PlaceRef
  year: number | null
}

/**
 * Up to six reports, ids in the order of their places: the latest of each place first, and where there is room the ones
 * before.
 * @param reports in the order of the places
 */
export function latestOfEach(reports: readonly Candidate[]): string[] {
  const places = [...new Set(reports.map(({ place }) => place.code))]
  const rounds = new Map<string, number>()
  const ranked = reports
    .toSorted((a, b) => (b.year ?? 0) - (a.year ?? 0))
    .map(({ report, place: { code } }) => {
      const round = rounds.get(code) ?? 0
      rounds.set(code, round + 1)
      return { report, round, at: places.indexOf(code) }
    })
  const chosen = ranked.sort((a, b) => a.round - b.round || a.at - b.at).slice(0, MOST)
  return chosen.sort((a, b) => a.at - b.at || a.round - b.round).map(({ report }) => report)
}

/**
 * Opens what the reports of a comparison say about one of its indicators, side by side.
 * @param series an entry of the comparison's indicators
 */
export function openSideBySide(series: string, { reports, places }: Pick<Matrix, 'reports' | 'places'>): void {
  const own = places.flatMap(({ code }) => reports.filter(({ place, kind }) => place.code === code && kind !== 'other'))
  openPassages({ type: 'indicator', id: parseSeriesKey(series).indicator }, latestOfEach(own))
}
