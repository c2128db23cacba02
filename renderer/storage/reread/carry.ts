import type { Report } from '#shared/model/report'

/** The reports of a reading, and the length of its text. */
export interface ReportsOfReading {
  reports: readonly Report[]
  characters: number
}

interface Pair {
  from: Report
  to: Report
  score: number
}

/** How much of the wider of two spans both cover, each as a share of its text, 0 to 1. */
function overlap(a: Report, aLength: number, b: Report, bLength: number): number {
  const [from, to] = [Math.max(1, aLength), Math.max(1, bLength)]
  const common = Math.min(a.end / from, b.end / to) - Math.max(a.start / from, b.start / to)
  const all = Math.max(a.end / from, b.end / to) - Math.min(a.start / from, b.start / to)
  return all > 0 ? Math.max(0, common / all) : 0
}

const isSamePlaceYear = (a: Report, b: Report): boolean =>
  a.place !== null && a.place.code === b.place?.code && a.year !== null && a.year === b.year

/**
 * Which report of a new reading is which of the old one: those of one place and year, the nearest in position first,
 * then those that cover the same part of the text.
 * @returns old reports by the id of the new one that takes their word; an old one without a counterpart is left out
 */
export function counterparts(before: ReportsOfReading, after: ReportsOfReading): Map<string, Report> {
  const pairs: Pair[] = before.reports.flatMap((from) =>
    after.reports.map((to) => {
      const near = overlap(from, before.characters, to, after.characters)
      return { from, to, score: near + (isSamePlaceYear(from, to) ? 1 : 0) }
    }),
  )
  const taken = new Set<string>()
  const found = new Map<string, Report>()
  for (const { from, to, score } of pairs.sort((a, b) => b.score - a.score)) {
    if (score === 0 || found.has(to.id) || taken.has(from.id)) continue
    found.set(to.id, from)
    taken.add(from.id)
  }
  return found
}
