import type { Span } from '../../model/anchor'
import type { PlaceLevel, PlaceRef } from '../../model/place'
import type { ReportKind } from '../../model/report'
import type { TermSpans } from './term-spans'

/** Where wordings stand in a report. */
export interface ReportUse {
  report: string
  source: string
  place: PlaceRef
  /** 报告年度 */
  year: number
  kind: ReportKind
  /** Characters of the report, line breaks of a scan not counted. */
  characters: number
  /** Where each wording stands in the text of the reading. */
  at: TermSpans
  /** Span of the report in UTF-16 code units of the same text. */
  span: Span
}

/** What the reports of a place and year say. */
export interface UseCell {
  /** True where a whole report is there: only then is silence silence. */
  full: boolean
  characters: number
  /** For each wording how often it stands there. */
  hits: number[]
  /** The reports that count: whole ones alone where there is one, else digests and parts. */
  reports: ReportUse[]
}

/** The use of wordings by place and year. */
export interface WordingUse {
  /** From the nation down, then by code. */
  places: PlaceRef[]
  /** Every year from the first report to the last one. */
  years: number[]
  /** By code of the place, then by year, the first one first; a year without a report has no cell. */
  cells: ReadonlyMap<string, ReadonlyMap<number, UseCell>>
}

const LEVELS: readonly PlaceLevel[] = ['nation', 'province', 'city', 'county', 'township']

const byLevel = (a: PlaceRef, b: PlaceRef): number =>
  LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) || a.code.localeCompare(b.code)

function cellOf(reports: readonly ReportUse[]): UseCell {
  const whole = reports.filter(({ kind }) => kind === 'full')
  const counted = whole.length > 0 ? whole : [...reports]
  const hits = Array.from({ length: counted[0]?.at.terms ?? 0 }, () => 0)
  let characters = 0
  for (const report of counted) {
    characters += report.characters
    for (let term = 0; term < hits.length; term++) hits[term] = (hits[term] ?? 0) + report.at.count(term)
  }
  return { full: whole.length > 0, characters, hits, reports: counted }
}

/** Puts reports into places and years. */
export function wordingUse(reports: readonly ReportUse[]): WordingUse {
  const places = new Map<string, PlaceRef>()
  const grouped = new Map<string, Map<number, ReportUse[]>>()
  for (const report of reports) {
    const { place, year } = report
    if (!places.has(place.code)) places.set(place.code, place)
    const years = grouped.get(place.code) ?? new Map<number, ReportUse[]>()
    grouped.set(place.code, years)
    const known = years.get(year)
    if (known) known.push(report)
    else years.set(year, [report])
  }
  const years = reports.map(({ year }) => year)
  const first = years.reduce((least, year) => Math.min(least, year), Number.POSITIVE_INFINITY)
  const last = years.reduce((most, year) => Math.max(most, year), 0)
  return {
    places: [...places.values()].sort(byLevel),
    years: Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at),
    cells: new Map(
      [...grouped].map(([code, own]) => [
        code,
        new Map([...own].sort(([a], [b]) => a - b).map(([year, some]) => [year, cellOf(some)])),
      ]),
    ),
  }
}

/** The same use, of some places only. */
export const ofPlaces = (use: WordingUse, isWanted: (place: PlaceRef) => boolean): WordingUse => ({
  ...use,
  places: use.places.filter(isWanted),
})

/** What is known of a place in a year: no report, silent, a digest's silence, or in use. */
export type UseState = 'absent' | 'unsaid' | 'unsure' | 'used'

/** What a cell tells of a wording. */
export function stateOf(cell: UseCell | undefined, term: number): UseState {
  if (!cell) return 'absent'
  if ((cell.hits[term] ?? 0) > 0) return 'used'
  return cell.full ? 'unsaid' : 'unsure'
}

/** How often in 10,000 characters; 0 in a report without a character. */
export const rateOf = (hits: number, characters: number): number =>
  characters === 0 ? 0 : (hits / characters) * 10_000

/** A place of a wording, in its report. */
export interface UseHit extends Span {
  report: string
  source: string
  place: PlaceRef
  year: number
}

/** The first (or last) place of a wording in the reports of a cell. */
export function hitIn(cell: UseCell | undefined, term: number, which: 'first' | 'last'): UseHit | null {
  const reports = which === 'first' ? cell?.reports : cell?.reports.toReversed()
  for (const { report, source, place, year, at } of reports ?? []) {
    const span = at.at(term, which === 'first' ? 0 : -1)
    if (span) return { report, source, place, year, ...span }
  }
  return null
}
