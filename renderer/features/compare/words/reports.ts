import type { ReportCells } from '#shared/model/cell'
import type { Comparison } from '#shared/model/comparison'
import type { PlaceRef } from '#shared/model/place'

/** A report that the word views look at. */
export interface WantedReport {
  report: string
  place: PlaceRef
  /** 报告年度 */
  year: number
}

/** What the reports of a comparison offer, and those that are looked at. */
export interface WantedReports {
  /** In the order of the places, then of the years. */
  reports: readonly WantedReport[]
  places: readonly PlaceRef[]
  /** 报告年度 of the comparison's places, the earliest first. */
  offered: readonly number[]
  /** Those that are looked at. */
  years: readonly number[]
}

/**
 * 报告年度 in which data years are told: a report plans for its own year and tells the results of the one before.
 * @param years data years; of a span the last one counts
 */
function tellingYears(years: readonly string[]): Set<number> {
  return new Set(
    years.flatMap((year) => {
      const last = Number(year.slice(-4))
      return Number.isInteger(last) && last > 0 ? [last, last + 1] : []
    }),
  )
}

/**
 * The reports that a comparison's word views look at: main versions of its places. Other texts (公报 and the like) are
 * no work reports and are left out.
 * @param chosen 报告年度 that the user chose; empty for those that tell the comparison's data years, all where none does
 */
export function wantedReports(
  records: readonly ReportCells[],
  { places, years }: Pick<Comparison, 'places' | 'years'>,
  chosen: readonly number[],
): WantedReports {
  const order = new Map(places.map((code, at) => [code, at]))
  const own = records.flatMap(({ report, place, year, main, kind }) =>
    place && year !== null && main && kind !== 'other' && order.has(place.code) ? [{ report, place, year }] : [],
  )
  const offered = [...new Set(own.map(({ year }) => year))].sort((a, b) => a - b)
  const telling = tellingYears(years)
  const wanted = chosen.length > 0 ? offered.filter((year) => chosen.includes(year)) : []
  const told = wanted.length > 0 ? wanted : offered.filter((year) => telling.has(year))
  const looked = told.length > 0 ? told : offered
  const reports = own
    .filter(({ year }) => looked.includes(year))
    .sort((a, b) => (order.get(a.place.code) ?? 0) - (order.get(b.place.code) ?? 0) || a.year - b.year)
  const found = new Map(reports.map(({ place }) => [place.code, place]))
  return { reports, places: [...found.values()], offered, years: looked }
}
