import type { PlaceRef } from '../model/place'
import type { Report } from '../model/report'
import { shownParents, type TreeCode } from './code-tree'

/** What counting needs of an annotation. */
export interface CountedAnnotation {
  source: string
  report: string | null
  codes: readonly string[]
  characters: number
}

/** Annotations and the characters that they mark. */
export interface Count {
  annotations: number
  characters: number
}

/** Annotations by code, place and year, of what counts: visible sources, main versions. */
export interface CodeCounts {
  /** By code, then by place (its code, '' for one that is not known), then by year (0 for one that is not known). */
  counts: ReadonlyMap<string, ReadonlyMap<string, ReadonlyMap<number, Count>>>
  /** Annotations outside every report. */
  outside: number
  /** Annotations of versions that are not the main one. */
  otherVersions: number
}

/** A report as it is counted. */
export type CountedReport = Pick<Report, 'id' | 'place' | 'year' | 'kind' | 'main' | 'version'>

/** Place and year that are not known. */
export const NO_PLACE = ''
export const NO_YEAR = 0

/**
 * Counts annotations by code, place and year.
 * @param hidden sources that are shown nowhere
 * @param reports of the visible sources
 * @param below given the codes, each annotation also counts for every code above its own, once
 */
export function countCodes(
  annotations: Iterable<CountedAnnotation>,
  hidden: ReadonlySet<string>,
  reports: Iterable<CountedReport>,
  below: readonly TreeCode[] | null,
): CodeCounts {
  const reportOf = new Map<string, CountedReport>()
  for (const report of reports) reportOf.set(report.id, report)
  const parents = below ? shownParents(below) : null
  const counts = new Map<string, Map<string, Map<number, Count>>>()
  let outside = 0
  let otherVersions = 0
  for (const { source, report: id, codes, characters } of annotations) {
    if (hidden.has(source) || codes.length === 0) continue
    const report = id === null ? undefined : reportOf.get(id)
    if (!report) outside++
    else if (report.version !== null && !report.main) otherVersions++
    else {
      const place = report.place?.code ?? NO_PLACE
      for (const code of countedFor(codes, parents)) {
        const count = countAt(counts, code, place, report.year ?? NO_YEAR)
        count.annotations++
        count.characters += characters
      }
    }
  }
  return { counts, outside, otherVersions }
}

/** The codes that an annotation counts for. */
function countedFor(codes: readonly string[], parents: ReadonlyMap<string, string | null> | null): Iterable<string> {
  if (!parents) return codes
  const counted = new Set<string>()
  for (const code of codes)
    for (let at: string | null = code; at !== null && !counted.has(at); at = parents.get(at) ?? null) counted.add(at)
  return counted
}

function countAt(
  counts: Map<string, Map<string, Map<number, Count>>>,
  code: string,
  place: string,
  year: number,
): Count {
  const places = within(counts, code, () => new Map<string, Map<number, Count>>())
  const years = within(places, place, () => new Map<number, Count>())
  return within(years, year, () => ({ annotations: 0, characters: 0 }))
}

/** The value of a key, made where there is none. */
function within<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key)
  if (known !== undefined) return known
  const made = make()
  map.set(key, made)
  return made
}

/** What there is to count in: the reports of a place and year. */
export interface Cover {
  /** Known places, in the order of their codes. */
  places: readonly PlaceRef[]
  /** Known years, the earliest first. */
  years: readonly number[]
  /** Whether a report of the place and year is there, and whether it is whole (全文). */
  at(place: string, year: number): 'full' | 'part' | 'none'
}

/** What the reports cover; other versions count as nothing of their own. */
export function coverOf(reports: Iterable<CountedReport>): Cover {
  const places = new Map<string, PlaceRef>()
  const years = new Set<number>()
  const cover = new Map<string, 'full' | 'part'>()
  for (const { place, year, kind, main, version } of reports) {
    if (version !== null && !main) continue
    if (place) places.set(place.code, place)
    if (year !== null) years.add(year)
    const key = `${place?.code ?? NO_PLACE}/${year ?? NO_YEAR}`
    if (cover.get(key) !== 'full') cover.set(key, kind === 'full' ? 'full' : 'part')
  }
  return {
    places: [...places.values()].sort((a, b) => (a.code < b.code ? -1 : 1)),
    years: [...years].sort((a, b) => a - b),
    at: (place, year) => cover.get(`${place}/${year}`) ?? 'none',
  }
}

/** The sum of counts. */
export function sumOf(counts: Iterable<Count>): Count {
  const sum = { annotations: 0, characters: 0 }
  for (const { annotations, characters } of counts) {
    sum.annotations += annotations
    sum.characters += characters
  }
  return sum
}

/** How many annotations of visible sources have each code, by its id; a code without any is not in the map. */
export function totalsOf(annotations: Iterable<CountedAnnotation>, hidden: ReadonlySet<string>): Map<string, number> {
  const totals = new Map<string, number>()
  for (const { source, codes } of annotations)
    if (!hidden.has(source)) for (const code of codes) totals.set(code, (totals.get(code) ?? 0) + 1)
  return totals
}

/** The codes that are used in the same reports, by the code; outside reports, in the same source. */
export function codesTogether(annotations: Iterable<CountedAnnotation>): Map<string, Set<string>> {
  const used = new Map<string, Set<string>>()
  for (const { source, report, codes } of annotations) {
    const where = report ?? source
    const there = used.get(where) ?? new Set()
    for (const code of codes) there.add(code)
    used.set(where, there)
  }
  const together = new Map<string, Set<string>>()
  for (const codes of used.values())
    for (const code of codes) {
      const others = together.get(code) ?? new Set()
      for (const other of codes) if (other !== code) others.add(other)
      together.set(code, others)
    }
  return together
}
