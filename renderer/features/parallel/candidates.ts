import type { Report } from '#shared/model/report'

/** How another report is related to the first one, in the order in which they are offered. */
export const RELATIONS = ['years', 'above', 'below', 'siblings', 'others'] as const
export type Relation = (typeof RELATIONS)[number]

/** A report that can be laid beside the first one. */
export interface Candidate {
  report: Report
  relation: Relation
}

/** How a report is related to another one. */
export function relationOf({ place: own }: Pick<Report, 'place'>, { place }: Pick<Report, 'place'>): Relation {
  if (!own || !place) return 'others'
  if (place.code === own.code) return 'years'
  if (place.code === own.parent) return 'above'
  if (place.parent === own.code) return 'below'
  return place.parent !== null && place.parent === own.parent ? 'siblings' : 'others'
}

const distance = (a: number | null, b: number | null): number =>
  a === null || b === null ? Number.POSITIVE_INFINITY : Math.abs(a - b)

const haystack = ({ place, year, title }: Report): string =>
  [place?.name, place?.short, year, title].join(' ').toLowerCase()

/**
 * The reports that can be laid beside one: the same place in other years, the place above, those below, the siblings,
 * then all others; nearer years first.
 * @param typed words parted by spaces, each of which must be found in place, year or title
 */
export function candidatesFor(first: Report, reports: readonly Report[], typed: string): Candidate[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean)
  const found = reports
    .filter((report) => report.id !== first.id && words.every((word) => haystack(report).includes(word)))
    .map((report) => ({ report, relation: relationOf(first, report), apart: distance(first.year, report.year) }))
  return found
    .sort(
      (a, b) =>
        RELATIONS.indexOf(a.relation) - RELATIONS.indexOf(b.relation) ||
        (a.apart === b.apart ? 0 : a.apart - b.apart) ||
        (b.report.year ?? 0) - (a.report.year ?? 0) ||
        (a.report.place?.code ?? '').localeCompare(b.report.place?.code ?? ''),
    )
    .map(({ report, relation }) => ({ report, relation }))
}
