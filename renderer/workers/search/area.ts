import { parentOfCode } from '#shared/places/names'
import type { HeldReport, HeldText } from './held'
import type { SearchFilters } from './protocol'

/** A part of a text that is looked through. */
export interface Stretch {
  start: number
  end: number
  /** The report that it belongs to, null outside of every report. */
  report: HeldReport | null
}

/** Tells of a report whether it is looked through; of null, whether what stands outside of reports is. */
export type WantedReport = (report: HeldReport | null) => boolean

/** The codes of a place and of all that it lies in. @param above the division above each of the user's own places */
function* upwards(code: string, parent: string | null, above: ReadonlyMap<string, string | null>): Generator<string> {
  yield code
  const seen = new Set([code])
  for (
    let at = parent;
    at !== null && !seen.has(at);
    at = above.get(at) ?? (/^\d/.test(at) ? parentOfCode(at) : null)
  ) {
    seen.add(at)
    yield at
  }
}

/**
 * What filters say of whole reports.
 * @param above the division above each of the user's own places, by code
 */
export function wantedReports(
  { places, levels, years, kinds, mainOnly, reportsOnly }: SearchFilters,
  above: ReadonlyMap<string, string | null>,
): WantedReport {
  const chosen = places && new Set(places)
  const hasAny = chosen !== null || levels !== null || years !== null || kinds !== null
  return (report) => {
    if (!report) return !reportsOnly && !hasAny
    const { place, year, kind, main } = report
    if (mainOnly && !main) return false
    if (kinds && !kinds.includes(kind)) return false
    if (years && (year === null || year < years.from || year > years.to)) return false
    if (levels && (place === null || !levels.includes(place.level))) return false
    if (!chosen) return true
    if (!place) return false
    for (const code of upwards(place.code, place.parent, above)) if (chosen.has(code)) return true
    return false
  }
}

/** The stretches of a text that are looked through, in order, disjoint, each in one report or outside of all. */
export function areaOf({ text, reports, inside }: HeldText, wanted: WantedReport, reportsOnly: boolean): Stretch[] {
  const area: Stretch[] = []
  const add = (start: number, end: number, report: HeldReport | null): void => {
    if (start < end) area.push({ start, end, report })
  }
  let from = 0
  let at = 0
  for (const report of reports) {
    const start = Math.max(from, report.start)
    if (wanted(null)) add(from, start, null)
    if (wanted(report) && !reportsOnly) add(start, report.end, report)
    while ((inside[at + 1] ?? Number.POSITIVE_INFINITY) <= start) at += 2
    for (let part = at; wanted(report) && reportsOnly && part < inside.length; part += 2) {
      const [first = 0, last = 0] = [inside[part], inside[part + 1]]
      if (first >= report.end) break
      add(Math.max(start, first), Math.min(report.end, last), report)
    }
    from = Math.max(from, report.end)
  }
  if (wanted(null)) add(from, text.length, null)
  return area
}
